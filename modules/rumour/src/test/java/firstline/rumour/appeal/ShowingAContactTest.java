package firstline.rumour.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.chosen.ChosenSettings;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.masking.Masking;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.rumour.RumourRights;
import firstline.rumour.TestOffice;
import firstline.testkit.clock.MutableClock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShowingAContactTest {
  private static final String SECRET = "only-for-tests-0123456789-abcdefghijklmnop";
  private static final MutableClock CLOCK = MutableClock.at("2026-11-25T02:00:00Z");

  private final Sql sql = TestDatabase.sql();

  @Test
  @Requirement({"R124.1", "R124.2"})
  void aContactIsReadAgainOnlyWhereTheLookIsOnRecordAndTheListStaysMasked() {
    var office = TestOffice.found(TestDatabase.owner(), "952000000000");
    var elsewhere = TestOffice.found(TestDatabase.owner(), "951000000000");
    var reviewer = office.desk("孙", RumourRights.APPEAL);
    var id = appeal(office);
    var command = new ShowContact.Command(id);
    var show = show(reviewer);
    assertEquals("contact.covered", assertThrows(Refusal.class, () -> show.again(command)).code());
    assertEquals("13812345678", show.show(command));
    assertEquals("13812345678", show.again(command));
    var stranger = show(elsewhere.desk("外", RumourRights.APPEAL));
    assertThrows(NotFound.class, () -> stranger.show(command));
    assertThrows(Refusal.class, () -> stranger.again(command));
    var queries = new AppealQueries(sql, reviewer, CLOCK);
    assertEquals("138****78", queries.one(id).masked());
    assertFalse(queries.list("", "", Cursor.START).rows().toString().contains("138"));
  }

  private ShowContact show(Desk desk) {
    return new ShowContact(
        sql, desk, new Masking(new ChosenSettings(sql), sql, desk, CLOCK), SECRET);
  }

  private UUID appeal(TestOffice office) {
    var id = UUID.randomUUID();
    sql.update(
        """
        insert into appeal (id, version, area_code, number, rebuttal_id, ordinal, is_person, party,
          objection, state, acknowledge_by, answer_by, provisional, received_at)
        values (?, 1, ?, 'S-SC-1', ?, 1, false, '某某超市', '异议', 'RECEIVED', date '2026-11-20',
          date '2026-12-10', false, now())
        """,
        id,
        office.city(),
        office.rebuttal("SC-1", "PUBLISHED", office.desk("李", RumourRights.DRAFT)));
    sql.update(
        "insert into appeal_contact (appeal_id, sealed, masked) values (?, ?, ?)",
        id,
        new Contact(SECRET).sealed("13812345678"),
        Masking.masked("13812345678"));
    return id;
  }
}
