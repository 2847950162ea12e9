package firstline.broadcast.receipt;

import static firstline.broadcast.receipt.ReceiptTables.NOW;
import static firstline.broadcast.receipt.ReceiptTables.PLAYS;
import static firstline.broadcast.receipt.ReceiptTables.SQL;
import static firstline.broadcast.receipt.ReceiptTables.ends;
import static firstline.broadcast.receipt.ReceiptTables.faults;
import static firstline.broadcast.receipt.ReceiptTables.fresh;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.broadcast.TestCity.Terminal;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a single speaker's batches on the real database. */
class ReceiptsOfOneSpeakerTest {
  private final MutableClock clock = MutableClock.at(NOW);

  private List<KeepReceipts.Kept> keep(List<KeepReceipts.Signed> batches) {
    return ReceiptTables.keep(clock, batches);
  }

  private KeepReceipts.Kept keep(Terminal terminal, Batch batch) {
    return keep(List.of(new KeepReceipts.Signed(terminal.no(), batch))).get(0);
  }

  @Test
  @Requirement("R33.4")
  void theFirstEndStandsAndASecondIsAFault() {
    var terminal = fresh();
    var first = PLAYS.get(0);
    var second = PLAYS.get(1);
    var handing =
        new Handing(terminal.serial())
            .played(first, PlayEvent.STARTED, NOW, 0, "")
            .played(first, PlayEvent.FINISHED, NOW, 60_000, "")
            .played(first, PlayEvent.SKIPPED, NOW, 0, "LATE")
            .played(second, PlayEvent.FAILED, NOW, 0, "DEVICE");
    keep(terminal, handing.batch(1, 4));
    // A speaker that lost its journal begins another, and tells of the same PLAYS.
    var again =
        new Handing(terminal.serial())
            .played(second, PlayEvent.FINISHED, NOW, 60_000, "")
            .played(first, PlayEvent.INTERRUPTED, NOW, 9, "CRASH");
    keep(terminal, again.batch(1, 2));
    assertEquals(List.of(first + " FINISHED 60000 ", second + " FAILED 0 DEVICE"), ends(terminal));
    assertEquals(
        List.of(
            "1 SECOND_END FINISHED " + second,
            "2 SECOND_END INTERRUPTED " + first,
            "3 SECOND_END SKIPPED " + first),
        faults(terminal));
  }

  @Test
  @Requirement("R33.4")
  void aPlayThatNobodyPlannedIsAFaultAndNoEnd() {
    var terminal = fresh();
    keep(
        terminal,
        new Handing(terminal.serial())
            .played(999_999_999_999_999_999L, PlayEvent.FINISHED, NOW, 60_000, "")
            .batch(1, 1));
    assertEquals(List.of(), ends(terminal));
    assertEquals(List.of("1 UNPLANNED FINISHED 999999999999999999"), faults(terminal));
  }

  @Test
  @Requirement("R33.2")
  void whatDoesNotContinueTheJournalIsKeptOut() {
    var terminal = fresh();
    var handing =
        new Handing(terminal.serial())
            .played(PLAYS.get(0), PlayEvent.STARTED, NOW, 0, "")
            .played(PLAYS.get(0), PlayEvent.FINISHED, NOW, 60_000, "")
            .fault("MUTED", NOW, "");
    assertEquals(new KeepReceipts.Kept(0, Journal.Break.GAP), keep(terminal, handing.batch(2, 3)));
    assertEquals(List.of(), ends(terminal));
    assertEquals(new KeepReceipts.Kept(1, Journal.Break.NONE), keep(terminal, handing.batch(1, 1)));
    var altered =
        new String(handing.body(2, 3), java.nio.charset.StandardCharsets.UTF_8)
            .replace("60000", "60001");
    assertEquals(
        new KeepReceipts.Kept(1, Journal.Break.CHAIN),
        keep(terminal, Batch.read(Handing.bytes(altered))));
    assertEquals(List.of(), ends(terminal));
    assertEquals(new KeepReceipts.Kept(3, Journal.Break.NONE), keep(terminal, handing.batch(1, 3)));
    assertEquals(1, ends(terminal).size());
  }

  @Test
  @Requirement("R33.3")
  void whatIsAnsweredSurvivesThePowerAndNobodyChangesItAfterwards() {
    var sql = TestDatabase.sql();
    assertEquals("on", sql.one("select current_setting('fsync')", row -> row.text(1)));
    assertEquals("on", sql.one("select current_setting('synchronous_commit')", row -> row.text(1)));
    for (Runnable change :
        List.<Runnable>of(
            () -> sql.update("delete from receipt"),
            () -> sql.update("update play_end set event = 'FINISHED'"),
            () -> sql.update("delete from speaker_fault"),
            () -> sql.update("delete from receipt_other"),
            () -> sql.update("update play_end_other set heard = 1"),
            () -> sql.update("delete from receipt_202611"),
            () -> sql.update("insert into play_end_202611 select * from play_end"))) {
      assertThrows(RuntimeException.class, change::run);
    }
  }

  @Test
  @Requirement("R33.1")
  void aHeartbeatThatComesLateSaysNothing() {
    var terminal = fresh();
    var handing = new Handing(terminal.serial());
    var early = handing.batch(1, 0);
    var late = handing.batch(1, 0);
    clock.set(NOW);
    keep(terminal, late);
    clock.move(Duration.ofMinutes(5));
    keep(terminal, early);
    keep(terminal, late);
    assertArrayEquals(
        new Object[] {2L, NOW},
        SQL.one(
            "select count, seen_at from speaker_live where speaker_no = ?",
            row -> new Object[] {row.number(1), row.instant(2)},
            terminal.no()));
  }

  @Test
  @Requirement("R33.1")
  void aSpeakerThatLostItsDiskCountsItsHeartbeatsAnew() {
    var terminal = fresh();
    var lost = new Handing(terminal.serial());
    for (var i = 0; i < 5; i++) {
      keep(terminal, lost.batch(1, 0));
    }
    clock.move(Duration.ofMinutes(5));
    keep(terminal, new Handing(terminal.serial()).batch(1, 0));
    // One of before that was long on its way.
    keep(terminal, lost.batch(1, 0));
    assertArrayEquals(
        new Object[] {1L, clock.instant()},
        SQL.one(
            "select count, seen_at from speaker_live where speaker_no = ?",
            row -> new Object[] {row.number(1), row.instant(2)},
            terminal.no()));
  }

  @Test
  @Requirement("R33.1")
  void timesThatNobodyExpectedAreKeptToo() {
    var terminal = fresh();
    var handing =
        new Handing(terminal.serial())
            .played(PLAYS.get(3), PlayEvent.STARTED, Instant.EPOCH, 0, "")
            .played(
                PLAYS.get(3),
                PlayEvent.FINISHED,
                Instant.ofEpochMilli(7_258_118_400_000L),
                9_007_199_254_740_992L,
                "");
    clock.set(Instant.parse("2019-01-01T00:00:00Z"));
    assertEquals(2, keep(terminal, handing.batch(1, 2)).acknowledged());
    assertEquals(1, ends(terminal).size());
    assertEquals(
        List.of(Instant.EPOCH, Instant.ofEpochMilli(7_258_118_400_000L)),
        SQL.list(
            "select at from receipt where speaker_no = ? order by sequence",
            row -> row.instant(1),
            terminal.no()));
  }
}
