package firstline.rumour.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.situation.SituationContribution.Heat;
import firstline.persistence.todo.TodoItem;
import firstline.rumour.RumourRights;
import firstline.rumour.TestOffice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Rumours on the board and on the list of an officer; lateness is counted by the database's clock.
 */
class RumoursOnTheBoardTest {
  private static int cities;

  private final String city = "9631%02d000000".formatted(++cities);
  private final TestOffice office = TestOffice.found(TestDatabase.owner(), city);
  private final Desk reader = office.desk("李", RumourRights.READ, RumourRights.VERIFY);
  private final Desk chief = office.desk("王", RumourRights.READ, RumourRights.CONFIRM);
  private final Desk stranger = office.desk("钱", "market.read");

  private void rumour(String number, String state, String dueAt, UUID proposer) {
    TestDatabase.owner()
        .update(
            """
            insert into rumour (id, version, area_code, department_id, department_name, number, title,
              state, changed_at, opened_at, due_at, proposed_by)
            values (?, 1, ?, ?, '测部', ?, '传言', ?, now(), now(), now() + ?::interval, ?)
            """,
            UUID.randomUUID(),
            city,
            office.department(),
            number,
            state,
            dueAt,
            proposer);
  }

  @Test
  @Requirement({"R102.1", "R102.3", "R103.1", "R103.2"})
  void whatIsLateIsCountedAndNamedForThoseWhoMayDoIt() {
    rumour("B-1", "OPEN", "-1 day", null);
    rumour("B-2", "VERIFYING", "1 day", null);
    rumour("B-3", "VERDICT_PROPOSED", "2 days", reader.officer().id());
    rumour("B-4", "ARCHIVED", "-1 day", null);

    var board = new RumourSituation(TestDatabase.sql(), reader, Clock.systemUTC());
    var late = board.tiles("").get(0);
    assertEquals(1, late.value());
    assertEquals(3, late.against());
    assertEquals(late, board.tiles(city + "/").get(0));
    assertEquals(0, board.tiles("963200000000/").get(0).value(), "nothing of an area elsewhere");
    assertEquals(List.of(new Heat("rumour.late", city, 1)), board.heat(""));
    assertEquals(List.of(), board.heat("963200000000/"));
    var nobody = new RumourSituation(TestDatabase.sql(), stranger, Clock.systemUTC());
    assertEquals(List.of(), nobody.tiles(""));
    assertEquals(List.of(), nobody.heat(""));

    assertEquals(
        List.of("B-1 传言 [rumour.overdue, rumour.open] false"),
        told(reader),
        "once, the gravest first");
    assertEquals(List.of("B-3 传言 [rumour.confirm] true"), told(chief));
    assertEquals(List.of(), told(stranger));
  }

  private static List<String> told(Desk desk) {
    return items(desk)
        .map(item -> item.title() + " " + item.keys() + " " + item.decision())
        .toList();
  }

  private static Stream<TodoItem> items(Desk desk) {
    return new RumourItems(TestDatabase.sql(), desk).items().stream();
  }

  @Test
  @Requirement("R103.1")
  void whatWentOutTodayStandsAgainstTheSameTimeYesterday() {
    var writer = office.desk("赵", RumourRights.READ, RumourRights.DRAFT);
    publishedAt("B-5", writer, "2020-02-10T01:00:00Z");
    publishedAt("B-6", writer, "2020-02-09T17:00:00Z");
    publishedAt("B-7", writer, "2020-02-09T01:30:00Z");
    publishedAt("B-8", writer, "2020-02-09T09:00:00Z");
    publishedAt("B-9", writer, "2020-02-10T09:00:00Z");
    var clock = Clock.fixed(Instant.parse("2020-02-10T02:00:00Z"), java.time.ZoneOffset.UTC);
    var published = new RumourSituation(TestDatabase.sql(), writer, clock).tiles("").get(1);
    assertEquals(2, published.value(), "since midnight in China, nothing that is still to come");
    assertEquals(1, published.against(), "yesterday up to the same minute");
  }

  private void publishedAt(String number, Desk writer, String at) {
    var id = office.rebuttal(number, "DRAFT", writer);
    TestDatabase.owner()
        .update("update rebuttal set first_public_at = ?::timestamptz where id = ?", at, id);
  }
}
