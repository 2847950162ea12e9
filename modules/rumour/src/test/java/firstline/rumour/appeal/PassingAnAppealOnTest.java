package firstline.rumour.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.openwork.OpenWorkContribution.Item;
import firstline.persistence.openwork.OpenWorkContribution.Successor;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.rumour.RumourRights;
import firstline.rumour.TestOffice;
import firstline.testkit.clock.MutableClock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PassingAnAppealOnTest {
  private static final MutableClock CLOCK = MutableClock.at("2026-11-25T02:00:00Z");
  private static TestOffice office = new TestOffice(TestDatabase.sql(), "", UUID.randomUUID());

  private final Sql sql = TestDatabase.sql();
  private final Desk writer = office.desk("李", RumourRights.DRAFT);
  private final Desk reviewer = office.desk("孙", RumourRights.APPEAL);
  private final Desk head = office.desk("田", RumourRights.APPEAL);
  private final OpenAppeals open = new OpenAppeals(sql, head, CLOCK);

  @BeforeAll
  static void aCity() {
    office = TestOffice.found(TestDatabase.owner(), "955000000000");
  }

  @Test
  @Requirement("R122.1")
  void theSuccessorReviewsItAndItsHistorySaysSo() {
    var id = appeal("PO-1");
    var next = office.desk("周", RumourRights.APPEAL);
    assertEquals(List.of(id), ids(reviewer));
    open.pass(item(reviewer), reviewer.officer().id(), successor(next), "孙 → 周 · 病休");
    assertEquals(List.of(), ids(reviewer));
    assertEquals(List.of(id), ids(next));
    var view = new AppealQueries(sql, next, CLOCK).one(id);
    assertEquals("周", view.reviewerName());
    assertEquals(2, view.version());
    var event = view.events().get(0);
    assertEquals("PASSED_ON 田 孙 → 周 · 病休", said(event));
    assertThrows(
        Conflict.class,
        () -> open.pass(item(next), reviewer.officer().id(), successor(next), "again"));
  }

  private static String said(AppealQueries.Event event) {
    return event.verb() + " " + event.officerName() + " " + event.reason();
  }

  @Test
  @Requirement("R122.1")
  void whoeverHadAHandInTheAnswerDoesNotReceiveIt() {
    appeal("PO-2");
    var item = item(reviewer);
    assertTrue(open.has(item, writer.officer().id()));
    assertFalse(open.has(item, head.officer().id()));
  }

  private List<UUID> ids(Desk desk) {
    return open.open(desk.officer().id()).stream().map(Item::id).toList();
  }

  private Item item(Desk desk) {
    return open.open(desk.officer().id()).get(0);
  }

  private static Successor successor(Desk desk) {
    var officer = desk.officer();
    return new Successor(
        officer.id(), officer.name(), officer.departmentId(), officer.departmentName());
  }

  private UUID appeal(String number) {
    var id = UUID.randomUUID();
    sql.update(
        """
        insert into appeal (id, version, area_code, number, rebuttal_id, ordinal, is_person, party,
          objection, state, acknowledge_by, answer_by, provisional, received_at, reviewing_at,
          reviewer_id, reviewer_name)
        values (?, 1, ?, ?, ?, 1, false, '某某超市', '异议', 'REVIEWING', date '2026-11-20',
          date '2026-12-10', false, now(), now(), ?, '孙')
        """,
        id,
        office.city(),
        "S-" + number,
        office.rebuttal(number, "PUBLISHED", writer),
        reviewer.officer().id());
    return id;
  }
}
