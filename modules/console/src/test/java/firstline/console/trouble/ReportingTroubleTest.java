package firstline.console.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.console.SmallCity;
import firstline.console.TownHall;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.testkit.clock.MutableClock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What does not work is reported, seen by whom it concerns, and answered. */
class ReportingTroubleTest {
  private static final String EAST = "968501000000";
  private static final String WEST = "968502000000";
  private static final MutableClock CLOCK = MutableClock.at(Instant.parse("2026-03-01T01:00:00Z"));

  @BeforeAll
  static void aCounty() {
    SmallCity.found("9685", "报市", "9686");
  }

  private final Desk li = officer("li", EAST);
  private final Desk wang = officer("wang", EAST);
  private final Desk east = administrator(EAST);
  private final Desk west = administrator(WEST);

  private static Desk officer(String name, String area, String... rights) {
    return TownHall.officer(
        name + UUID.randomUUID(), name, area, TownHall.department(area, "局"), rights);
  }

  private static Desk administrator(String area) {
    var desk = officer("admin", area, Rights.ADMIN_SYSTEM);
    desk.begin(Rights.ADMIN_SYSTEM);
    return desk;
  }

  private static ReportTrouble by(Desk desk) {
    return new ReportTrouble(TestDatabase.sql(), desk, CLOCK);
  }

  private static TroubleQueries seen(Desk desk) {
    return new TroubleQueries(TestDatabase.sql(), desk);
  }

  private UUID report() {
    return report(li);
  }

  private static UUID report(Desk reporter) {
    return by(reporter)
        .report(
            new ReportTrouble.Command(
                "保存没有反应",
                "/console/rumour/claims?state=RECEIVED&q=%E5%BC%A0%E4%B8%89#top",
                "zh",
                "dark",
                1440,
                "00C0FFEE"));
  }

  private static long waiting(Desk desk, String key) {
    CLOCK.set(CLOCK.instant().plusSeconds(1));
    var items = new TroubleItems(TestDatabase.sql(), desk);
    var rows = items.items().stream().filter(item -> item.key().equals(key)).count();
    var counted =
        items.todos().stream()
            .filter(todo -> todo.key().equals(key))
            .mapToLong(todo -> todo.count())
            .sum();
    assertEquals(counted, rows, "what is counted is named");
    return rows;
  }

  @Test
  @Requirement("R111.1")
  void whereItHappenedGoesWithItButNotWhatWasTyped() {
    var line = seen(li).one(report()).line();
    assertEquals("/console/rumour/claims?state=RECEIVED&q=…", line.page());
    assertEquals(
        List.of("zh", "dark", "1440", "00C0FFEE"),
        List.of(line.language(), line.theme(), String.valueOf(line.width()), line.incident()));
    assertEquals(
        "/console/market/case?id=01a219cb-b1b8-7a01-bb88-9f6cf532615a&token=…&x=…",
        Where.of(
            "/console/market/case?id=01a219cb-b1b8-7a01-bb88-9f6cf532615a&token=abc&x=%E5%BC%A0"));
    assertEquals("", Where.of("https://elsewhere.example/console/home"));
    assertEquals(
        "/console/admin/audit?subject=…&day=2026-11-26&state=OPEN&after=…",
        Where.of("/console/admin/audit?subject=13977770001&day=2026-11-26&state=OPEN&after=12345"));
    assertEquals("", Where.of("/console/张三"));
    assertEquals("/console/home?q=…", Where.of("/console/home?q=13812345678"));
  }

  @Test
  @Requirement("R111.2")
  void itsReporterAndTheAdministratorsOfTheAreaSeeIt() {
    var id = report();
    assertTrue(seen(li).one(id).line().own());
    assertTrue(seen(east).one(id).line().managed());
    for (var stranger : List.of(wang, west)) {
      assertThrows(NotFound.class, () -> seen(stranger).one(id));
      assertEquals(List.of(), seen(stranger).list("", Cursor.START).rows());
    }
    var answer = new ReportTrouble.Answer(id, "请刷新页面");
    assertThrows(NotFound.class, () -> by(west).answer(answer));
    assertEquals(
        "trouble.no-words",
        assertThrows(Refusal.class, () -> by(east).answer(new ReportTrouble.Answer(id, " ")))
            .code());
    by(east).answer(answer);
    by(east).close(new ReportTrouble.Answer(id, ""));
    assertThrows(NotFound.class, () -> by(east).answer(answer), "it is closed");
    assertEquals("CLOSED", seen(li).one(id).line().state());
    assertTrue(lists("CLOSED", id));
    assertFalse(lists("OPEN", id));
  }

  private boolean lists(String state, UUID id) {
    return seen(east).list(state, Cursor.START).rows().stream()
        .anyMatch(line -> line.id().equals(id));
  }

  @Test
  @Requirement("R111.3")
  void anAnswerWaitsUntilItsReporterHasOpenedIt() {
    var before = waiting(east, "trouble.open");
    var id = report();
    assertEquals(before + 1, waiting(east, "trouble.open"));
    assertEquals(0, waiting(li, "trouble.answered"));
    by(east).answer(new ReportTrouble.Answer(id, "请刷新页面"));
    assertEquals(before, waiting(east, "trouble.open"));
    assertEquals(1, waiting(li, "trouble.answered"));
    assertTrue(seen(li).one(id).unseen());
    assertThrows(NotFound.class, () -> by(wang).see(id));
    by(li).see(id);
    assertEquals(0, waiting(li, "trouble.answered"));
    assertFalse(seen(li).one(id).unseen());
    assertEquals(1, seen(li).one(id).steps().size(), "that it was seen is no answer");
  }

  @Test
  @Requirement("R111.1")
  void nobodyFloodsTheAdministrators() {
    var zhao = officer("zhao", "968600000000");
    for (var at = 0; at < ReportTrouble.MOST; at++) {
      report(zhao);
    }
    assertEquals("trouble.too-many", assertThrows(Refusal.class, () -> report(zhao)).code());
  }
}
