package firstline.rumour.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.rumour.RumourRights;
import firstline.rumour.TestOffice;
import firstline.testkit.clock.MutableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AppealsOnTheDatabaseTest {
  private static final MutableClock CLOCK = MutableClock.at("2026-11-25T02:00:00Z");
  private static TestOffice office = new TestOffice(TestDatabase.sql(), "", UUID.randomUUID());
  private static TestOffice elsewhere = office;
  private static int numbers;

  @BeforeAll
  static void twoCities() {
    office = TestOffice.found(TestDatabase.owner(), "957000000000");
    elsewhere = TestOffice.found(TestDatabase.owner(), "956000000000");
  }

  private static UUID appeal(UUID rebuttal, String state, String answeredAt) {
    var id = UUID.randomUUID();
    var sql = TestDatabase.sql();
    var answered = !answeredAt.isEmpty();
    sql.update(
        """
        insert into appeal (id, version, area_code, number, rebuttal_id, ordinal, is_person, party,
          objection, state, acknowledge_by, answer_by, provisional, received_at)
        values (?, 1, ?, ?, ?, 1, false, '某某超市', '异议', 'RECEIVED', date '2026-11-20',
          date '2026-12-10', false, timestamptz '2026-11-19 02:00Z')
        """,
        id,
        office.city(),
        "S-" + ++numbers,
        rebuttal);
    sql.update(
        "insert into appeal_contact (appeal_id, sealed, masked) values (?, ?, '138****78')",
        id,
        new byte[] {1});
    if (answered) {
      sql.update(
          """
          update appeal set state = ?, reviewing_at = now(), reviewer_id = (select id from officer
            limit 1), outcome = 'CORRECTED', reason = 'r', answer = 'a', answered_at = ?::timestamptz
          where id = ?
          """,
          state,
          answeredAt,
          id);
    }
    return id;
  }

  @Test
  @Requirement("R3.31")
  void whoeverHadAHandInTheAnswerIsInvolved() {
    var writer = office.desk("李", RumourRights.DRAFT);
    var publisher = office.desk("赵", RumourRights.PUBLISH);
    var reviewer = office.desk("王", RumourRights.REVIEW);
    var outside = office.desk("孙", RumourRights.APPEAL);
    var rebuttal = office.rebuttal("AP-1", "PUBLISHED", writer);
    var sql = TestDatabase.owner();
    sql.update(
        """
        insert into rebuttal_step (id, rebuttal_id, ordinal, verb, at, officer_id, officer_name,
          department_name) values (gen_random_uuid(), ?, 1, 'PUBLISHED', now(), ?, '赵', '')
        """,
        rebuttal,
        publisher.officer().id());
    var review = UUID.randomUUID();
    sql.update(
        """
        insert into review (id, version, area_code, subject_type, subject_id, hash, lane, steps,
          state, submitted_at, authors) values (?, 1, ?, 'rebuttal-version', ?, 'h', 'NORMAL', 3,
          'VOID', now(), '{}')
        """,
        review,
        office.city(),
        rebuttal);
    sql.update(
        "insert into review_decision values (?, 1, ?, '王', '', 'h', 'RETURNED', 'r', now())",
        review,
        reviewer.officer().id());
    assertEquals(
        Set.of(writer.officer().id(), publisher.officer().id(), reviewer.officer().id()),
        new Appeals(TestDatabase.sql(), CLOCK).involved(rebuttal));
    assertFalse(
        new Appeals(TestDatabase.sql(), CLOCK).involved(rebuttal).contains(outside.officer().id()));
  }

  @Test
  @Requirement({"R3.30", "R6.1"})
  void numbersFollowEachOtherAndStrangersFindNothing() {
    var appeals = new Appeals(TestDatabase.sql(), CLOCK);
    var first = appeals.nextNumber();
    assertTrue(first.matches("S-2026-[0-9]{4}"), first);
    assertEquals(
        Integer.parseInt(first.substring(7)) + 1,
        Integer.parseInt(appeals.nextNumber().substring(7)));
    var id = appeal(rebuttal("AP-2"), "RECEIVED", "");
    assertThrows(NotFound.class, () -> queries(elsewhere.desk("外", RumourRights.APPEAL)).one(id));
  }

  private static UUID rebuttal(String number) {
    return office.rebuttal(number, "PUBLISHED", office.desk("李", RumourRights.DRAFT));
  }

  private static AppealQueries queries(Desk desk) {
    return new AppealQueries(TestDatabase.sql(), desk, CLOCK);
  }

  @Test
  @Requirement({"R3.33", "R3.36"})
  void whatIsLateIsListedAndTheContactIsMasked() {
    var desk = office.desk("孙", RumourRights.APPEAL);
    var late = appeal(rebuttal("AP-3"), "RECEIVED", "");
    var view = queries(desk).one(late);
    assertEquals("138****78", view.masked());
    assertTrue(view.isLate(), "not acknowledged within a day");
    assertTrue(listed(desk, "LATE", late));
    TestDatabase.sql().update("update appeal set acknowledged_at = now() where id = ?", late);
    assertFalse(listed(desk, "LATE", late));
    assertTrue(listed(desk, "OPEN", late));
    assertThrows(
        RuntimeException.class,
        () ->
            TestDatabase.sql()
                .update(
                    "update appeal set acknowledged_at = timestamptz '2026-01-01' where id = ?",
                    late));
  }

  private static boolean listed(Desk desk, String state, UUID id) {
    return queries(desk).list(state, "", Cursor.START).rows().stream()
        .anyMatch(line -> line.id().equals(id));
  }

  @Test
  @Requirement("R3.33")
  void theTermsAreCountedInWorkingDaysOfTheArea() throws ReflectiveOperationException {
    var constructor = WorkingCalendar.class.getDeclaredConstructor(Sql.class);
    constructor.setAccessible(true);
    var days = constructor.newInstance(TestDatabase.sql()).of(office.city());
    // A Friday; the day of receipt is not counted, nor are the weekends.
    var due = new Terms(1, 15).from(Instant.parse("2026-11-20T02:00:00Z"), days);
    assertEquals(LocalDate.of(2026, 11, 23), due.acknowledgeBy());
    assertEquals(LocalDate.of(2026, 12, 11), due.answerBy());
    // Late in the evening in UTC it is the next day in China.
    var next = new Terms(1, 15).from(Instant.parse("2026-11-22T17:00:00Z"), days);
    assertEquals(LocalDate.of(2026, 11, 24), next.acknowledgeBy());
  }

  @Test
  @Requirement("R3.37")
  void aYearAfterTheAnswerTheContactIsGone() {
    var desk = office.desk("孙", RumourRights.APPEAL);
    var old = appeal(rebuttal("AP-4"), "ANSWERED", "2025-11-25 01:00Z");
    var young = appeal(rebuttal("AP-5"), "ANSWERED", "2025-11-25 03:00Z");
    var open = appeal(rebuttal("AP-6"), "RECEIVED", "");
    new ForgetContacts(TestDatabase.sql(), CLOCK).forget(500);
    assertNull(queries(desk).one(old).masked());
    assertEquals("138****78", queries(desk).one(young).masked());
    assertEquals("138****78", queries(desk).one(open).masked());
  }
}
