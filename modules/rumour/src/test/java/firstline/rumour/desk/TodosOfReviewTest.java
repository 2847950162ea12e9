package firstline.rumour.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.todo.Todo;
import firstline.rumour.RumourRights;
import firstline.rumour.TestOffice;
import firstline.testkit.clock.MutableClock;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TodosOfReviewTest {
  private static final MutableClock CLOCK = MutableClock.at("2026-02-01T08:00:00Z");

  @Test
  @Requirement({"R2.6", "R2.7", "R2.8", "R2.18", "R102.1"})
  void eachIsToldWhatWaitsForThemAndNothingElse() {
    var sql = TestDatabase.owner();
    var office = TestOffice.found(sql, "963000000000");
    var writer = office.desk("李", RumourRights.READ, RumourRights.DRAFT);
    var decided = office.desk("王", RumourRights.READ, RumourRights.REVIEW);
    var reviewer = office.desk("孙", RumourRights.READ, RumourRights.REVIEW);
    var publisher = office.desk("赵", RumourRights.READ, RumourRights.PUBLISH);
    var waits = office.rebuttal("T-1", "REVIEW_2", writer);
    sql.update(
        "update rebuttal_version set reviewers = ? where id = ?",
        decided.officer().id().toString(),
        waits);
    var due = office.rebuttal("T-2", "PUBLISHED", writer);
    sql.update(
        "update rebuttal_version set due_at = timestamptz '2026-02-01 20:00Z' where id = ?", due);
    var late = office.rebuttal("T-3", "APPROVED", writer);
    sql.update(
        "update rebuttal_version set due_at = timestamptz '2026-02-01 07:00Z' where id = ?", late);
    var objected = office.rebuttal("T-4", "PUBLISHED", writer);
    sql.update(
        """
        update rebuttal_version set due_at = timestamptz '2026-02-01 20:00Z', objected_at = now(),
          objection = '有误', objector_name = '钱' where id = ?
        """,
        objected);
    var again = office.rebuttal("T-5", "PUBLISHED", writer);
    sql.update("update rebuttal_version set review_by = date '2026-02-05' where id = ?", again);
    office.rebuttal("T-6", "RETURNED", writer);

    assertEquals(
        Map.of("rumour.returned", 1L, "rumour.objected", 1L, "rumour.again", 1L), todos(writer));
    assertEquals(Map.of("rumour.third", 1L, "rumour.third-late", 1L), todos(decided));
    assertEquals(
        Map.of("rumour.review", 1L, "rumour.third", 1L, "rumour.third-late", 1L), todos(reviewer));
    assertEquals(Map.of("rumour.publish", 1L, "rumour.objected", 1L), todos(publisher));
  }

  /** The counts, which the rows bear out. */
  private static Map<String, Long> todos(Desk desk) {
    var rows =
        new RebuttalItems(TestDatabase.sql(), desk, CLOCK)
            .items().stream()
                .flatMap(item -> item.keys().stream())
                .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
    var counts = counts(desk);
    assertEquals(counts, rows);
    return counts;
  }

  private static Map<String, Long> counts(Desk desk) {
    return new RumourDesk(TestDatabase.sql(), desk, CLOCK)
        .todos().stream().collect(Collectors.toMap(Todo::key, Todo::count));
  }
}
