package firstline.broadcast.receipt;

import static firstline.broadcast.receipt.ReceiptTables.NOW;
import static firstline.broadcast.receipt.ReceiptTables.PLAYS;
import static firstline.broadcast.receipt.ReceiptTables.SQL;
import static firstline.broadcast.receipt.ReceiptTables.ends;
import static firstline.broadcast.receipt.ReceiptTables.faults;
import static firstline.broadcast.receipt.ReceiptTables.fresh;
import static firstline.broadcast.receipt.ReceiptTables.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.TestCity.Terminal;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Batches on the real database, in groups, again and again, and cut off in between. */
class KeepingReceiptsTest {
  private final MutableClock clock = MutableClock.at(NOW);

  private List<KeepReceipts.Kept> keep(List<KeepReceipts.Signed> batches) {
    return ReceiptTables.keep(clock, batches);
  }

  private KeepReceipts.Kept keep(Terminal terminal, Batch batch) {
    return keep(List.of(new KeepReceipts.Signed(terminal.no(), batch))).get(0);
  }

  /** A speaker and what it wrote, with what that must come to, counted from the journal alone. */
  private record Simulated(Terminal terminal, Handing handing, Map<Long, String> ends, int faults) {
    static Simulated of(Draw draw) {
      var terminal = fresh();
      var handing = new Handing(terminal.serial());
      var ends = new TreeMap<Long, String>();
      var faults = 0;
      var at = NOW;
      for (var i = draw.between(3, 12); i > 0; i--) {
        // Now and then one that nobody planned, and one that ended before.
        var play = draw.chance(0.08) ? Long.MAX_VALUE / 100 - i : (long) draw.of(PLAYS);
        at = at.plusSeconds(draw.between(1, 60));
        if (draw.chance(0.7)) {
          handing.played(play, PlayEvent.STARTED, at, 0, "");
        }
        if (draw.chance(0.2)) {
          handing
              .played(play, PlayEvent.PAUSED, at, 5_000, "")
              .played(play, PlayEvent.RESUMED, at, 5_000, "");
        }
        if (draw.chance(0.2)) {
          handing.fault("MEDIA_MISSING", at, "abc");
          faults++;
        }
        if (draw.chance(0.85)) {
          var event =
              draw.of(
                  PlayEvent.FINISHED,
                  PlayEvent.PRE_EMPTED,
                  PlayEvent.SKIPPED,
                  PlayEvent.FAILED,
                  PlayEvent.INTERRUPTED);
          var heard = draw.between(0, 60_000);
          handing.played(play, event, at, heard, "WHY");
          var end = play + " " + event + " " + heard + " WHY";
          if (!PLAYS.contains(play) || ends.putIfAbsent(play, end) != null) {
            faults++;
          }
        }
      }
      return new Simulated(terminal, handing, ends, faults);
    }
  }

  @Test
  @Requirement({"R33.1", "R33.3", "R33.4", "R33.5"})
  void tenTimesInAnyOrderAndCutOffInBetweenComeToWhatTheJournalsSay() {
    Seeded.cases(
        4,
        draw -> {
          var fleet = draw.list(4, 9, Simulated::of);
          var deliveries = new ArrayList<KeepReceipts.Signed>();
          for (var one : fleet) {
            for (var batch : one.handing().batches(draw, 8)) {
              for (var time = 0; time < 10; time++) {
                deliveries.add(new KeepReceipts.Signed(one.terminal().no(), batch));
              }
            }
          }
          var acknowledged = new HashMap<Long, Long>();
          deliver(draw, draw.shuffled(deliveries), acknowledged);
          // What a break kept out comes again, as a speaker sends it: what is not acknowledged yet.
          for (var one : fleet) {
            if (one.handing().size() > 0) {
              var told =
                  keep(one.terminal(), one.handing().batch(1, Math.min(200, one.handing().size())));
              assertEquals(one.handing().size(), told.acknowledged());
            }
          }
          var once = stored(fleet.stream().map(Simulated::terminal).toList());
          deliver(draw, draw.shuffled(deliveries), acknowledged);
          assertEquals(
              once, stored(fleet.stream().map(Simulated::terminal).toList()), "nothing changed");
          for (var one : fleet) {
            assertEquals(List.copyOf(one.ends().values()), ends(one.terminal()));
            assertEquals(one.faults(), faults(one.terminal()).size());
          }
          long unproved =
              SQL.one(
                  """
                      select count(*) from play_end e where not exists (select 1 from receipt r
                        where r.play_no = e.play_no and r.speaker_no = e.speaker_no
                          and r.event = e.event and r.heard = e.heard and r.at = e.at)
                      """,
                  row -> row.number(1));
          assertEquals(0, unproved, "ends without a stored receipt");
        });
  }

  /** In groups; now and then the server dies before the commit. Nothing acknowledged is lost. */
  private void deliver(
      Draw draw, List<KeepReceipts.Signed> deliveries, Map<Long, Long> acknowledged) {
    for (var from = 0; from < deliveries.size(); ) {
      var group = deliveries.subList(from, Math.min(deliveries.size(), from + draw.between(1, 60)));
      if (draw.chance(0.2)) {
        assertThrows(
            IllegalStateException.class,
            () ->
                TestDatabase.inTransaction(
                    sql -> {
                      new KeepReceipts(sql, clock).keep(group);
                      throw new IllegalStateException("killed");
                    }));
        continue;
      }
      clock.move(Duration.ofSeconds(1));
      var kept = keep(group);
      assertEquals(group.size(), kept.size());
      for (var i = 0; i < kept.size(); i++) {
        var told = kept.get(i).acknowledged();
        acknowledged.merge(group.get(i).speaker(), told, Math::max);
        assertTrue(told >= acknowledged.get(group.get(i).speaker()), "never back");
      }
      from += group.size();
    }
    acknowledged.forEach(
        (speaker, told) -> {
          long have =
              SQL.one(
                  """
                      select (select count(*) from receipt where speaker_no = ?)
                        + (select count(*) from speaker_fault where speaker_no = ?
                            and code = 'MEDIA_MISSING')
                      """,
                  row -> row.number(1),
                  speaker,
                  speaker);
          assertEquals(told, have, "each acknowledged entry is there once");
        });
  }

  @Test
  @Requirement({"R33.1", "R33.3"})
  void twoNodesTakeTheSameJournalsOverOnceBetweenThem() throws Exception {
    var draw = new ArrayList<Simulated>();
    Seeded.cases(6, one -> draw.add(Simulated.of(one)));
    var batches =
        draw.stream()
            .map(
                one ->
                    new KeepReceipts.Signed(
                        one.terminal().no(), one.handing().batch(1, one.handing().size())))
            .toList();
    var together = new CountDownLatch(2);
    Callable<List<KeepReceipts.Kept>> node =
        () -> {
          together.countDown();
          together.await();
          return keep(batches);
        };
    var nodes = Executors.newFixedThreadPool(2);
    try {
      for (var told : nodes.invokeAll(List.of(node, node))) {
        for (var i = 0; i < batches.size(); i++) {
          assertEquals(draw.get(i).handing().size(), told.get().get(i).acknowledged());
        }
      }
    } finally {
      nodes.shutdown();
    }
    for (var one : draw) {
      assertEquals(List.copyOf(one.ends().values()), ends(one.terminal()));
      assertEquals(one.faults(), faults(one.terminal()).size());
    }
  }
}
