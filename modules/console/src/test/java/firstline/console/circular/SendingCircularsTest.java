package firstline.console.circular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.console.SmallCity;
import firstline.console.TownHall;
import firstline.console.circular.SendCircular.Audience;
import firstline.persistence.database.DatabaseFailure;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.todo.TodoItem;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A county sends notices to its offices; the city's officers are beyond its reach. */
class SendingCircularsTest {
  private static final String CITY = "968300000000";
  private static final String EAST = "968301000000";
  private static final String VILLAGE = "968301001001";
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String SENDER = "circular.sender";
  private static UUID office;

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-03-02T01:00:00Z"));
  private final UUID bureau = TownHall.department(EAST, "局");
  private final String bureauCode = "d-" + bureau;

  @BeforeAll
  static void aCounty() {
    SmallCity.found("9683", "通市", "9684");
    office = TownHall.department(EAST, "县办");
    TownHall.officer(SENDER, "王主任", EAST, office, SendCircular.SEND);
  }

  private static Desk sender() {
    var desk = TownHall.seated(SENDER);
    desk.begin(SendCircular.SEND);
    return desk;
  }

  private Desk member(String area) {
    var number = NUMBER.incrementAndGet();
    return TownHall.officer("circular." + number, "员" + number, area, bureau);
  }

  private SendCircular sending() {
    return new SendCircular(TestDatabase.sql(), sender(), clock);
  }

  private static CircularQueries reading(Desk desk, MutableClock clock) {
    return new CircularQueries(TestDatabase.sql(), desk, clock);
  }

  private ReadCircular reader(Desk desk) {
    return new ReadCircular(TestDatabase.sql(), desk, clock);
  }

  private KeepCircular keeping(Desk desk) {
    return new KeepCircular(TestDatabase.sql(), desk, clock);
  }

  private UUID send(LocalDate until) {
    return send(new Audience(EAST, List.of(bureauCode), List.of()), until);
  }

  private UUID send(Audience audience, LocalDate until) {
    return sending().send(new SendCircular.Command("值守", "今晚值守。", "", audience, until));
  }

  private List<TodoItem> waiting(Desk desk) {
    return new CircularItems(TestDatabase.sql(), desk, clock).items();
  }

  private boolean urgent(Desk desk) {
    return new CircularItems(TestDatabase.sql(), desk, clock)
        .todos().stream().anyMatch(todo -> todo.urgent() && todo.count() > 0);
  }

  private List<String> people(UUID id, boolean open) {
    return reading(sender(), clock).people(id, "", open, "").stream()
        .map(CircularQueries.Person::username)
        .toList();
  }

  @Test
  @Requirement("R109.1")
  void itGoesToWhomItNamesAtThatMomentAndToNobodyLater() {
    var east = member(EAST);
    var village = member(VILLAGE);
    var beyond = member(CITY);
    var left = member(EAST);
    TestDatabase.owner()
        .update("update officer set active = false where id = ?", left.officer().id());
    var id = send(null);
    var later = member(EAST);
    assertEquals(
        List.of(east.officer().username(), village.officer().username()), people(id, false));
    for (var stranger : List.of(beyond, left, later)) {
      assertThrows(NotFound.class, () -> reading(stranger, clock).one(id));
      assertThrows(NotFound.class, () -> reader(stranger).open(id));
      assertEquals(List.of(), waiting(stranger));
    }
  }

  @Test
  @Requirement("R109.1")
  void areaDepartmentsAndRolesNarrowEachOther() {
    var east = member(EAST);
    var village = member(VILLAGE);
    var role = TownHall.grant(east.officer().id(), EAST, "rumour.read");
    assertEquals(
        List.of(village.officer().username()),
        people(send(new Audience(VILLAGE, List.of(bureauCode), List.of()), null), false));
    assertEquals(
        List.of(east.officer().username()),
        people(send(new Audience(EAST, List.of(), List.of(role)), null), false));
    assertEquals(1, sending().reached(new Audience(EAST, List.of(bureauCode), List.of(role))));
    for (var nobody :
        List.of(
            new Audience(VILLAGE, List.of(bureauCode), List.of(role)),
            new Audience("968302000000", List.of(), List.of()),
            new Audience("000000000000", List.of(bureauCode), List.of()))) {
      assertEquals("circular.nobody", assertThrows(Refusal.class, () -> send(nobody, null)).code());
    }
    assertEquals(
        2,
        sending().reached(new Audience(CITY, List.of(bureauCode), List.of())),
        "an area above the writer's own reaches no further than the writer");
  }

  @Test
  @Requirement({"R109.2", "R109.3"})
  void itWaitsUntilItIsReadOrAcknowledgedAndEachIsKeptOnce() {
    var li = member(EAST);
    var read = send(null);
    clock.set(clock.instant().plusSeconds(60));
    var asked = send(LocalDate.of(2026, 3, 4));
    assertEquals(List.of("circular.acknowledge", "circular.read"), keys(li));
    assertFalse(urgent(li));
    reader(li).open(read);
    reader(li).open(asked);
    assertEquals(List.of("circular.acknowledge"), keys(li), "to have read it is not enough");
    assertEquals(
        "circular.only-read",
        assertThrows(Refusal.class, () -> reader(li).acknowledge(read)).code());
    clock.set(Instant.parse("2026-03-04T02:00:00Z"));
    assertTrue(urgent(li), "on its last day");
    var at = clock.instant();
    reader(li).acknowledge(asked);
    clock.set(at.plus(Duration.ofDays(3)));
    reader(li).acknowledge(asked);
    assertEquals(at, reading(li, clock).one(asked).acknowledgedAt());
    assertEquals(List.of(), keys(li));
    assertEquals(
        List.of(CircularState.ACKNOWLEDGED, CircularState.READ),
        reading(li, clock).mine(false, Cursor.START).rows().stream()
            .map(CircularQueries.Line::state)
            .toList());
    assertEquals(
        "circular.past", assertThrows(Refusal.class, () -> send(LocalDate.of(2026, 3, 6))).code());
  }

  private List<String> keys(Desk desk) {
    var rows = waiting(desk).stream().map(TodoItem::key).toList();
    var counted =
        new CircularItems(TestDatabase.sql(), desk, clock)
            .todos().stream().mapToLong(todo -> todo.count()).sum();
    assertEquals(rows.size(), counted, "what is counted is named");
    return rows;
  }

  @Test
  @Requirement("R109.4")
  void theDepartmentThatSentItSeesWhoHasAndWhoHasNot() {
    var li = member(EAST);
    var wang = member(EAST);
    var id = send(LocalDate.of(2026, 3, 4));
    reader(li).acknowledge(id);
    var count = reading(sender(), clock).counts(id).get(0);
    assertEquals(
        List.of(2L, 1L, 1L), List.of(count.addressed(), count.read(), count.acknowledged()));
    assertEquals(List.of(wang.officer().username()), people(id, true));
    var other = TownHall.officer("circular.x" + id, "别", EAST, bureau, SendCircular.SEND);
    other.begin(SendCircular.SEND);
    assertEquals(List.of(), reading(other, clock).counts(id));
    assertEquals(List.of(), reading(other, clock).people(id, "", false, ""));
    assertThrows(NotFound.class, () -> reading(other, clock).one(id));
    assertThrows(NotFound.class, () -> keeping(other).remind(id));
    assertFalse(reading(li, clock).one(id).sent());
  }

  @Test
  @Requirement("R109.4")
  void thousandsOfAddresseesArePagedByUsername() {
    TestDatabase.owner()
        .update(
            """
            insert into officer (id, version, username, name, department_id, area_code, created_at)
            select gen_random_uuid(), 1, 'many.' || ? || lpad(n::text, 5, '0'), '众', ?, ?, now()
            from generate_series(1, 3000) n
            """,
            NUMBER.incrementAndGet() + ".",
            bureau,
            EAST);
    var id = send(null);
    var first = reading(sender(), clock).people(id, bureauCode, true, "");
    assertEquals(CircularQueries.SIZE + 1, first.size());
    var last = first.get(CircularQueries.SIZE - 1).username();
    var second = reading(sender(), clock).people(id, bureauCode, true, last);
    assertEquals(first.get(CircularQueries.SIZE), second.get(0));
    assertEquals(3000, reading(sender(), clock).counts(id).get(0).addressed());
  }

  @Test
  @Requirement("R109.5")
  void whatIsWithdrawnWaitsForNobodyAndStaysToBeRead() {
    var li = member(EAST);
    var id = send(LocalDate.of(2026, 3, 4));
    keeping(sender()).withdraw(new KeepCircular.Withdrawal(id, "发错了"));
    assertEquals(List.of(), waiting(li));
    var view = reading(li, clock).one(id);
    assertEquals(CircularState.WITHDRAWN, view.line().state());
    assertEquals("今晚值守。", view.body());
    assertEquals("发错了", view.steps().get(0).reason());
    refusedAsWithdrawn(() -> reader(li).acknowledge(id));
    refusedAsWithdrawn(() -> keeping(sender()).remind(id));
    refusedAsWithdrawn(() -> keeping(sender()).withdraw(new KeepCircular.Withdrawal(id, "再")));
    assertThrows(
        DatabaseFailure.class,
        () -> TestDatabase.sql().update("update circular set body = '改' where id = ?", id));
    assertThrows(
        DatabaseFailure.class,
        () ->
            TestDatabase.sql().update("delete from circular_addressee where circular_id = ?", id));
  }

  private static void refusedAsWithdrawn(Executable attempt) {
    assertEquals("circular.withdrawn", assertThrows(Refusal.class, attempt).code());
  }

  @Test
  @Requirement("R109.6")
  void aReminderBringsTheRowBackAndIsSentOnceADay() {
    var li = member(EAST);
    var wang = member(EAST);
    var id = send(LocalDate.of(2026, 3, 4));
    reader(wang).acknowledge(id);
    var before = waiting(li).get(0).mark();
    keeping(sender()).remind(id);
    var after = waiting(li).get(0);
    assertFalse(before.equals(after.mark()), "what was put off under the old mark is back");
    assertEquals("circular.todo.REMINDED", after.state());
    assertEquals(List.of(), waiting(wang));
    assertEquals(
        "circular.reminded",
        assertThrows(Refusal.class, () -> keeping(sender()).remind(id)).code());
    clock.set(clock.instant().plus(Duration.ofDays(1)));
    keeping(sender()).remind(id);
  }
}
