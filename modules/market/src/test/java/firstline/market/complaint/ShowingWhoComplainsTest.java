package firstline.market.complaint;

import static firstline.market.MarketRights.HANDLE;
import static firstline.market.MarketRights.INTAKE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.Bureau;
import firstline.market.complaint.ComplaintQueries.Asked;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShowingWhoComplainsTest {
  private static final String SECRET = "only-for-tests-0123456789-abcdefghijklmnop";
  private static final String SENDER = "端木女士 13900000321";

  private final MutableClock clock = MutableClock.at("2026-03-02T02:00:00Z");

  @Test
  @Requirement({"R124.1", "R124.2"})
  void whoHandlesItInTheAreaSeesItOnThePageAndListsNever() {
    var bureau = Bureau.found(TestDatabase.sql(), "959782");
    var id = taken(bureau, true, false);
    var handler = handler(bureau, bureau.department());
    var here = identities(handler);
    assertTrue(here.mayShow(id));
    var show = new Identities.Show(id);
    assertEquals("contact.covered", assertThrows(Refusal.class, () -> here.again(show)).code());
    assertEquals(SENDER, here.show(show));
    assertEquals(SENDER, here.again(show));
    clock.move(Duration.ofHours(1));
    assertEquals("contact.covered", assertThrows(Refusal.class, () -> here.again(show)).code());
    var there = identities(handler(bureau, bureau.other()));
    assertFalse(there.mayShow(id), "another department's");
    assertThrows(NotFound.class, () -> there.show(show));
    var queries = new ComplaintQueries(bureau.sql(), handler, clock);
    var listed = queries.list(new Asked("", "", ""), Cursor.START).rows();
    assertEquals(1, listed.size());
    assertFalse((listed.toString() + queries.one(id) + queries.steps(id)).contains("端木"));
  }

  @Test
  @Requirement("R124.3")
  void whoSentATipOffIsNeverUncoveredByIt() {
    var bureau = Bureau.found(TestDatabase.sql(), "959783");
    var tipoff = taken(bureau, false, true);
    taken(bureau, true, true);
    var identities = identities(handler(bureau, bureau.department()));
    assertFalse(identities.mayShow(tipoff));
    assertThrows(NotFound.class, () -> identities.show(new Identities.Show(tipoff)));
    var tied =
        bureau
            .sql()
            .one(
                """
                select l.complaint_id from complaint_letter l
                  join complaint c on c.id = l.complaint_id where c.area_code = ?
                """,
                row -> row.id(1),
                bureau.county());
    assertFalse(identities.mayShow(tied), "the same letter was a tip-off");
  }

  private Desk handler(Bureau bureau, UUID department) {
    var desk = bureau.desk(department, bureau.county() + "/", HANDLE);
    var id = desk.officer().id();
    bureau
        .sql()
        .update(
            "insert into officer (id, version, username, name, department_id, area_code,"
                + " created_at) values (?, 1, ?, '贺建军', ?, ?, now())",
            id,
            id.toString(),
            department,
            bureau.county());
    return desk;
  }

  private Identities identities(Desk desk) {
    return new Identities(TestDatabase.sql(), desk, clock, SECRET);
  }

  private UUID taken(Bureau bureau, boolean complaint, boolean tipoff) {
    return TestDatabase.inTransaction(
        sql ->
            new TakeInLetter(sql, bureau.desk(INTAKE), clock, SECRET)
                .takeIn(
                    new TakeInLetter.Command(
                        complaint,
                        tipoff,
                        bureau.county(),
                        "PHONE",
                        "康民大药房",
                        "南街 12 号",
                        "一次性口罩",
                        "一只口罩卖 25 元。",
                        SENDER)));
  }
}
