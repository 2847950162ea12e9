package firstline.broadcast.receipt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.TestCity;
import firstline.broadcast.TestCity.Terminal;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Batches on the real database, in groups, again and again, and cut off in between. */
class KeepingReceiptsTest {
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");
  private static final Sql SQL = TestDatabase.keptOwner();
  private static TestCity city;
  private static List<Long> plays;
  private static int terminals;

  private final MutableClock clock = MutableClock.at(NOW);

  @BeforeAll
  static void found() {
    city = TestCity.found(SQL, "952101");
    var schedule =
        city.schedule(city.code(), "ROUTINE", 0, "2026-11-25T06:30:00", "FREQ=DAILY", NOW);
    plays = city.occurrences(schedule, NOW, 40);
  }

  private static Terminal fresh() {
    return city.speaker("KR-" + terminals++, city.code());
  }

  private List<KeepReceipts.Kept> keep(List<KeepReceipts.Signed> batches) {
    return TestDatabase.inTransaction(sql -> new KeepReceipts(sql, clock).keep(batches));
  }

  private KeepReceipts.Kept keep(Terminal terminal, Batch batch) {
    return keep(List.of(new KeepReceipts.Signed(terminal.no(), batch))).get(0);
  }

  /** What the database has of the speakers: everything that could be counted. */
  private static List<String> stored(List<Terminal> speakers) {
    var numbers = speakers.stream().map(one -> Long.toString(one.no())).toArray(String[]::new);
    var all = new ArrayList<String>();
    all.addAll(
        SQL.list(
            """
            select concat_ws(' ', 'receipt', speaker_no, journal, sequence, play_no, event, at,
              heard, reason, encode(hash, 'hex'), received_at)
            from receipt where speaker_no = any (?::text[]::bigint[]) order by 1
            """,
            row -> row.text(1),
            (Object) numbers));
    all.addAll(
        SQL.list(
            """
            select concat_ws(' ', 'end', start, play_no, speaker_no, event, at, heard, reason)
            from play_end where speaker_no = any (?::text[]::bigint[]) order by 1
            """,
            row -> row.text(1),
            (Object) numbers));
    all.addAll(
        SQL.list(
            """
            select concat_ws(' ', 'fault', speaker_no, journal, sequence, code, at, detail,
              received_at)
            from speaker_fault where speaker_no = any (?::text[]::bigint[]) order by 1
            """,
            row -> row.text(1),
            (Object) numbers));
    all.addAll(
        SQL.list(
            """
            select concat_ws(' ', 'journal', speaker_no, journal, acknowledged,
              encode(head, 'hex'), begun_at)
            from speaker_journal where speaker_no = any (?::text[]::bigint[]) order by 1
            """,
            row -> row.text(1),
            (Object) numbers));
    return all;
  }

  private static List<String> ends(Terminal terminal) {
    return SQL.list(
        """
            select play_no || ' ' || event || ' ' || heard || ' ' || reason from play_end
            where speaker_no = ? order by play_no
            """,
        row -> row.text(1),
        terminal.no());
  }

  private static List<String> faults(Terminal terminal) {
    return SQL.list(
        """
            select sequence || ' ' || code || ' ' || detail from speaker_fault
            where speaker_no = ? order by sequence
            """,
        row -> row.text(1),
        terminal.no());
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
        var play = draw.chance(0.08) ? Long.MAX_VALUE / 100 - i : (long) draw.of(plays);
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
          if (!plays.contains(play) || ends.putIfAbsent(play, end) != null) {
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
  @Requirement("R33.4")
  void theFirstEndStandsAndASecondIsAFault() {
    var terminal = fresh();
    var first = plays.get(0);
    var second = plays.get(1);
    var handing =
        new Handing(terminal.serial())
            .played(first, PlayEvent.STARTED, NOW, 0, "")
            .played(first, PlayEvent.FINISHED, NOW, 60_000, "")
            .played(first, PlayEvent.SKIPPED, NOW, 0, "LATE")
            .played(second, PlayEvent.FAILED, NOW, 0, "DEVICE");
    keep(terminal, handing.batch(1, 4));
    // A speaker that lost its journal begins another, and tells of the same plays.
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
            .played(plays.get(0), PlayEvent.STARTED, NOW, 0, "")
            .played(plays.get(0), PlayEvent.FINISHED, NOW, 60_000, "")
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
            .played(plays.get(3), PlayEvent.STARTED, Instant.EPOCH, 0, "")
            .played(
                plays.get(3),
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
