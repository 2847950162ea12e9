package firstline.persistence.todo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.todo.TodoMarks.Command;
import firstline.persistence.todo.TodoMarks.Mark;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows put off and marked as seen, and taken back. */
class MarkingTodosTest {
  private static final Sql SQL = TestDatabase.sql();

  /** 14:00 in China: tomorrow begins ten hours later. */
  private final MutableClock clock = MutableClock.at(Instant.parse("2020-03-01T06:00:00Z"));

  private final Desk li = officer();
  private final Desk wang = officer();

  private static Desk officer() {
    var owner = TestDatabase.owner();
    var id = UUID.randomUUID();
    var department = UUID.randomUUID();
    owner.update(
        "insert into area (code, level, name, path) values ('944400000000', 'CITY', '待办市',"
            + " '944400000000/') on conflict do nothing");
    owner.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, ?, '局',"
            + " '944400000000')",
        department,
        department.toString());
    owner.update(
        "insert into officer (id, version, username, name, department_id, area_code, created_at)"
            + " values (?, 1, ?, '李敏', ?, '944400000000', now())",
        id,
        id.toString(),
        department);
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            id, "li", "李敏", department, "局", "", "944400000000", "待办市", "zh", List.of(), null));
    return desk;
  }

  private TodoMarks marks(Desk desk) {
    return new TodoMarks(SQL, desk, clock);
  }

  private static TodoItem item(String id, @Nullable Instant due) {
    return new TodoItem(
        List.of("test.review"), id, "T-" + id, "test.state.OPEN", due, "/console/t", false, true);
  }

  @Test
  @Requirement("R102.5")
  void whatIsNotedHoldsForTheOfficerAloneAndIsTakenBackAsAWhole() {
    var first =
        marks(li).mark(new Command(Mark.PUT_OFF, List.of(item("1", null), item("2", null))));
    var second = marks(li).mark(new Command(Mark.SEEN, List.of(item("3", null))));
    assertEquals(
        Map.of(
            "test.review 1",
            Mark.PUT_OFF,
            "test.review 2",
            Mark.PUT_OFF,
            "test.review 3",
            Mark.SEEN),
        marks(li).marks());
    assertEquals(Map.of(), marks(wang).marks());
    assertEquals(2, marks(li).held(first));
    assertEquals(0, marks(wang).held(first));
    assertThrows(NotFound.class, () -> marks(wang).undo(first));
    marks(li).undo(first);
    assertEquals(Map.of("test.review 3", Mark.SEEN), marks(li).marks());
    assertThrows(NotFound.class, () -> marks(li).undo(first));
    assertEquals(1, marks(li).held(second));
  }

  @Test
  @Requirement("R102.5")
  void whatIsPutOffComesBackAtMidnightInChinaAndIsForgotten() {
    marks(li).mark(new Command(Mark.PUT_OFF, List.of(item("4", null))));
    marks(li).mark(new Command(Mark.SEEN, List.of(item("5", null))));
    clock.move(Duration.ofHours(10).minusSeconds(1));
    assertEquals(2, marks(li).marks().size());
    clock.move(Duration.ofSeconds(1));
    assertEquals(Map.of("test.review 5", Mark.SEEN), marks(li).marks());
    new ForgetMarks(SQL, clock).forget(500);
    assertEquals(1, rows(li), "what has come back is gone, what was seen stays");
    clock.move(Duration.ofDays(61));
    new ForgetMarks(SQL, clock).forget(500);
    assertEquals(0, rows(li));
  }

  private static long rows(Desk desk) {
    return TestDatabase.owner()
        .one(
            "select count(*) from todo_mark where officer_id = ?",
            row -> row.number(1),
            desk.officer().id());
  }

  @Test
  @Requirement("R102.6")
  void whatIsLateBeforeTomorrowIsNotPutOffAndNothingElseOfTheStep() {
    var midnight = Instant.parse("2020-03-01T16:00:00Z");
    var refusal =
        assertThrows(
            Refusal.class,
            () ->
                marks(li)
                    .mark(
                        new Command(Mark.PUT_OFF, List.of(item("6", null), item("7", midnight)))));
    assertEquals("todo.due", refusal.code());
    assertEquals(List.of("T-7"), refusal.arguments());
    assertEquals(Map.of(), marks(li).marks());
    marks(li).mark(new Command(Mark.SEEN, List.of(item("7", midnight))));
    marks(li).mark(new Command(Mark.PUT_OFF, List.of(item("8", midnight.plusSeconds(1)))));
    assertEquals(2, marks(li).marks().size());
  }
}
