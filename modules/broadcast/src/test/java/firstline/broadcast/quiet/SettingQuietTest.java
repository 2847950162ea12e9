package firstline.broadcast.quiet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.database.DatabaseFailure;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Setting and ending windows and budgets, on the real database. */
class SettingQuietTest {
  private static final Sql SQL = TestDatabase.keptOwner();
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");

  private final MutableClock clock = MutableClock.at(NOW);
  private final AtomicInteger told = new AtomicInteger();

  private QuietBook book(Desk desk) {
    return new QuietBook(SQL, desk, clock, event -> told.incrementAndGet());
  }

  private static Desk desk(TestCity city, String path) {
    return TestDesk.at(SQL, city.department(), city.code(), path, BroadcastRights.QUIET);
  }

  private UUID set(Desk desk, String area, Typed time) {
    return new SetQuietWindow(book(desk), new WorkingCalendar(SQL))
        .set(new SetQuietWindow.Command(area, QuietKind.NIGHT, "夜间", time));
  }

  private static Typed rule(String dtstart, String rrule, int minutes) {
    return new Typed(
        new Recurrence.Text(dtstart, rrule, null, List.of(), "ALL"), List.of(), minutes);
  }

  private static Refusal refused(Runnable work) {
    return assertThrows(Refusal.class, work::run);
  }

  private static long counter() {
    return SQL.one("select counter from broadcast_change", row -> row.number(1));
  }

  private QuietTree tree() {
    return QuietTree.read(
        SQL, new WorkingCalendar(SQL), NOW, NOW.plus(Duration.ofDays(200)), QuietTree.NONE);
  }

  @Test
  @Requirement({"R40.1", "R40.4"})
  void plainDaysBeginAtTheHourOfTheStart() {
    var city = TestCity.found(SQL, "954301");
    var before = counter();
    set(
        desk(city, city.code() + "/"),
        city.code(),
        new Typed(
            new Recurrence.Text("2026-12-08T08:00:00", "", null, List.of(), "ALL"),
            List.of("2026-12-09", "2026-12-08", "2026-12-09"),
            600));
    assertEquals(
        List.of("2026-12-08T00:00:00Z", "2026-12-09T00:00:00Z"),
        tree().at(city.code() + "/").stream()
            .map(span -> Instant.ofEpochMilli(span.from()).toString())
            .toList());
    assertEquals(1, told.get());
    assertEquals(before + 1, counter());
  }

  @Test
  @Requirement("R40.2")
  void whatCannotBeIsRefusedByName() {
    var city = TestCity.found(SQL, "954302");
    var desk = desk(city, city.code() + "/");
    assertEquals(
        "quiet.length",
        refused(() -> set(desk, city.code(), rule("2026-12-01T22:00:00", "FREQ=DAILY", 1_441)))
            .code());
    assertEquals(
        "quiet.length",
        refused(() -> set(desk, city.code(), rule("2026-12-01T22:00:00", "FREQ=DAILY", 0))).code());
    var overlap =
        refused(
            () -> set(desk, city.code(), rule("2026-12-01T06:00:00", "FREQ=DAILY;BYHOUR=6,7", 90)));
    assertEquals("quiet.overlap", overlap.code());
    assertEquals(List.of("2026-12-01 06:00", "2026-12-01 07:00", 90), overlap.arguments());
    assertEquals(
        "quiet.dense",
        refused(
                () ->
                    set(
                        desk,
                        city.code(),
                        rule(
                            "2026-12-01T00:00:00",
                            "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12",
                            10)))
            .code());
    assertEquals(
        "quiet.day",
        refused(
                () ->
                    set(
                        desk,
                        city.code(),
                        new Typed(
                            new Recurrence.Text("2026-12-01T06:00:00", "", null, null, null),
                            List.of("2026-02-30"),
                            60)))
            .code());
    assertTrue(
        refused(() -> set(desk, city.code(), rule("2026-12-01T22:00:00", "FREQ=HOURLY", 60)))
            .code()
            .startsWith("recurrence."));
    assertEquals(
        "quiet.budget",
        refused(
                () ->
                    new SetNoiseBudget(book(desk))
                        .set(new SetNoiseBudget.Command(city.code(), 1_441, "")))
            .code());
  }

  @Test
  @Requirement("R40.4")
  void anAreaThatIsNotOnesOwnIsRefused() {
    var city = TestCity.found(SQL, "954303");
    var town = city.area(city.code(), "954303001000", "TOWNSHIP");
    var desk = desk(city, city.code() + "/" + town + "/");
    assertEquals(
        "quiet.area",
        refused(() -> set(desk, city.code(), rule("2026-12-01T22:00:00", "FREQ=DAILY", 60)))
            .code());
    var id = set(desk(city, city.code() + "/"), city.code(), rule("2026-12-01T22:00:00", "", 60));
    assertEquals(
        "quiet.area",
        refused(() -> new EndQuiet(book(desk)).window(new EndQuiet.Command(id, 1, "不需要"))).code());
  }

  @Test
  @Requirement("R40.3")
  void whatIsEndedStaysOnRecordAndIsEndedOnce() {
    var city = TestCity.found(SQL, "954304");
    var desk = desk(city, city.code() + "/");
    var id = set(desk, city.code(), rule("2026-12-01T22:00:00", "FREQ=DAILY", 60));
    var end = new EndQuiet(book(desk));
    assertEquals(
        "quiet.reason", refused(() -> end.window(new EndQuiet.Command(id, 1, " "))).code());
    clock.move(Duration.ofMinutes(1));
    end.window(new EndQuiet.Command(id, 1, "工程结束"));
    assertThrows(Conflict.class, () -> end.window(new EndQuiet.Command(id, 1, "又一次")));
    assertThrows(Conflict.class, () -> end.window(new EndQuiet.Command(id, 2, "又一次")));
    assertEquals(
        List.of("SET  王敏", "ENDED 工程结束 王敏"),
        SQL.list(
            """
            select verb || ' ' || reason || ' ' || officer_name from quiet_step
            where subject_id = ? order by at
            """,
            row -> row.text(1),
            id));
    assertEquals(List.of(), tree().at(city.code() + "/"));
    assertThrows(
        DatabaseFailure.class,
        () -> SQL.update("update quiet_window set length = 5 where id = ?", id));
  }

  @Test
  @Requirement({"R40.3", "R40.5"})
  void theNearestBudgetHoldsAndAnotherTakesItsPlace() {
    var city = TestCity.found(SQL, "954305");
    var town = city.area(city.code(), "954305001000", "TOWNSHIP");
    var set = new SetNoiseBudget(book(desk(city, city.code() + "/")));
    set.set(new SetNoiseBudget.Command(city.code(), 90, ""));
    set.set(new SetNoiseBudget.Command(town, 0, "考场"));
    var path = city.code() + "/" + town + "/";
    assertEquals(0, tree().budget(path + "954305001001/").orElseThrow());
    assertEquals(90, tree().budget(city.code() + "/").orElseThrow());
    set.set(new SetNoiseBudget.Command(town, 20, "考完"));
    assertEquals(20, tree().budget(path).orElseThrow());
    assertEquals(
        2,
        (long)
            SQL.<Long>one(
                "select count(*) from noise_budget where area_code = ?",
                row -> row.number(1),
                town));
  }
}
