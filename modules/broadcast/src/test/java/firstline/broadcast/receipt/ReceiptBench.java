package firstline.broadcast.receipt;

import firstline.broadcast.programme.BroadcastBench;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Receipts a second that are on the disk when they are answered. */
public final class ReceiptBench {
  /** Of a play that ended as it should, and of one that was not begun. */
  private static final int OF_A_BATCH = 5;

  private static final int TOGETHER = 400;

  private ReceiptBench() {}

  /** Hands in so many receipts in groups as {@link Intake} makes them, once and then again. */
  public static void measure(Sql sql, int receipts) {
    var speakers =
        sql.list(
            "select no, serial from speaker order by no limit ?",
            row -> new Object[] {row.number(1), row.text(2)},
            20_000);
    var plays =
        sql.list(
            "select no, start from occurrence order by start, no limit 500",
            row -> new Object[] {row.number(1), row.instant(2)});
    var journals = speakers.stream().map(one -> new Handing((String) one[1])).toList();
    var bodies = new ArrayList<byte[]>();
    var numbers = new ArrayList<Long>();
    for (var i = 0; i * OF_A_BATCH < receipts; i++) {
      var handing = journals.get(i % journals.size());
      var first = handing.size() + 1;
      for (var part = 0; part < 2; part++) {
        var play = plays.get((first + part) % plays.size());
        var no = (long) play[0];
        var at = (java.time.Instant) play[1];
        if (part == 0) {
          handing
              .played(no, PlayEvent.STARTED, at, 0, "")
              .played(no, PlayEvent.PAUSED, at.plusSeconds(20), 20_000, "")
              .played(no, PlayEvent.RESUMED, at.plusSeconds(30), 20_000, "")
              .played(no, PlayEvent.FINISHED, at.plusSeconds(70), 60_000, "");
        } else {
          handing.played(no, PlayEvent.SKIPPED, at, 0, "QUIET");
        }
      }
      bodies.add(handing.body(first, handing.size()));
      numbers.add((Long) speakers.get(i % speakers.size())[0]);
    }
    keep("receipts", bodies, numbers);
    keep("receipts again", bodies, numbers);
    long stored = sql.one("select count(*) from receipt", row -> row.number(1));
    long ends = sql.one("select count(*) from play_end", row -> row.number(1));
    BroadcastBench.say("stored %d receipts, %d ends", stored, ends);
    if (stored != (long) bodies.size() * OF_A_BATCH) {
      throw new IllegalStateException("not each once");
    }
  }

  private static void keep(String what, List<byte[]> bodies, List<Long> numbers) {
    var nanos = new ArrayList<Long>();
    var began = System.nanoTime();
    for (var from = 0; from < bodies.size(); from += TOGETHER) {
      var start = System.nanoTime();
      var group = new ArrayList<KeepReceipts.Signed>();
      for (var i = from; i < Math.min(bodies.size(), from + TOGETHER); i++) {
        group.add(new KeepReceipts.Signed(numbers.get(i), Batch.read(bodies.get(i))));
      }
      TestDatabase.inTransaction(sql -> new KeepReceipts(sql, Clock.systemUTC()).keep(group));
      nanos.add(System.nanoTime() - start);
    }
    var seconds = (System.nanoTime() - began) / 1e9;
    BroadcastBench.say(
        "%s: %d in %.2f s, %.0f a second; a group of %d batches %s",
        what,
        bodies.size() * OF_A_BATCH,
        seconds,
        bodies.size() * OF_A_BATCH / seconds,
        TOGETHER,
        BroadcastBench.percentiles(nanos));
  }
}
