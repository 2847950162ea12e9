package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import java.net.URL;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The number of statements of a list does not depend on the number of its rows. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StatementsIT {
  private static final String RARE = "/console/rumour/claims?q=桥";

  private static final List<String> LISTS =
      List.of("/console/home", "/console/rumour/claims", RARE, "/console/rumour/rebuttals");

  /** The administrators' lists, each asked for nothing and for everything. */
  private static final Map<String, String> ADMINISTRATION =
      Map.of(
          "/console/admin/officers", "admin.security",
          "/console/admin/departments", "admin.system",
          "/console/admin/outbox", "admin.system");

  @ArquillianResource private URL base;

  @Test
  @Requirement("R22.3")
  void areAsManyForTenThousandRowsAsForTen() throws SQLException {
    var few = statements();
    try (var connection = ServerDatabase.of(System.getProperty("home")).owner();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          insert into claim (id, version, area_code, number, receipt, text, seen, channel, state,
            received_at)
          select gen_random_uuid(), 1, '511500000000', 'T-' || n, 'TEST' || n,
            '听说第' || n || '座桥要拆', '论坛', 'OFFICER', 'RECEIVED',
            now() - n * interval '1 second'
          from generate_series(1, 10000) n
          """);
      statement.execute(
          """
          insert into department (id, version, code, name, area_code)
          select gen_random_uuid(), 1, 'many-' || n, '科室' || n, '511500000000'
          from generate_series(1, 10000) n
          """);
      statement.execute(
          """
          insert into officer (id, version, username, name, department_id, area_code, created_at)
          select gen_random_uuid(), 1, 'many.' || lpad(n::text, 5, '0'), '人' || n,
            (select id from department where code = 'many-1'), '511500000000', now()
          from generate_series(1, 10000) n
          """);
      statement.execute(
          """
          with event as (
            insert into outbox_event (id, topic, subject, payload, created_at)
            select gen_random_uuid(), 'test', 'many', '{}', now() from generate_series(1, 10000)
            returning id)
          insert into outbox_delivery (event_id, listener, state, next_at, done_at)
          select id, 'nobody', 'DROPPED', now(), now() from event
          """);
    }
    var many = statements();
    // A word that the nearest claims do not have is looked up once more, in any number of rows.
    assertTrue(many.remove(RARE).compareTo(few.remove(RARE)) <= 0, "a search");
    assertEquals(few, many);
  }

  private Map<String, String> statements() {
    var counts = new LinkedHashMap<String, String>();
    try (var visitor = Browser.visitor(base.toString())) {
      var page = Browser.signIn(visitor, Credentials.read().named("clerk"));
      for (var path : new ArrayList<>(LISTS)) {
        counts.put(path, counted(page, path));
      }
    }
    ADMINISTRATION.forEach(
        (path, username) -> {
          try (var visitor =
              Browser.officer(base.toString(), username, "zh", ColorScheme.LIGHT, 1440)) {
            counts.put(path, counted(visitor.newPage(), path));
          }
        });
    return counts;
  }

  /** Looked at twice: on the first look the bell may have to be counted, or still be kept. */
  private static String counted(Page page, String path) {
    page.navigate(path);
    var answer = page.navigate(path);
    assertNotNull(answer);
    assertEquals(200, answer.status(), path);
    return answer.headers().getOrDefault("server-timing", "not told");
  }
}
