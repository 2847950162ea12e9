package firstline.publicity.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.publicity.PublicityRights;
import firstline.publicity.ledger.MoveCopies;
import firstline.publicity.ledger.Movement;
import firstline.publicity.material.CitedRebuttals;
import firstline.publicity.material.Source;
import firstline.testkit.clock.MutableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RecallingMaterialTest {
  private static final Sql SQL = TestDatabase.keptOwner();
  private static final Instant NOW = Reached.NOW;
  private static final MutableClock CLOCK = MutableClock.at(NOW);
  private final RecallTasks tasks = new RecallTasks(SQL);

  private static String refused(AnswerRecall answer, AnswerRecall.Command command) {
    return assertThrows(Refusal.class, () -> answer.answer(command)).code();
  }

  private static AnswerRecall.Command gave(UUID task, long destroyed, long returned, String note) {
    return new AnswerRecall.Command(task, destroyed, returned, note);
  }

  @Test
  @Requirement("R70.2")
  void tenThousandHoldersAreToldInTenSeconds() {
    var reached = Reached.found("967301", 10_000, "2026-9001");
    var begun = System.nanoTime();
    var told = tasks.tell(reached.recall(), reached.version(), NOW);
    var seconds = (System.nanoTime() - begun) / 1e9;
    assertEquals(10_001, told, "the holders, and the rebuttal");
    assertTrue(seconds < 10, () -> seconds + " s");
  }

  @Test
  @Requirement({"R70.3", "R70.4"})
  void anAnswerIsCountedOnceAndNeverExceedsWhatTheHolderHas() {
    var reached = Reached.found("967302", 3, "2026-9002");
    tasks.tell(reached.recall(), reached.version(), NOW);
    var answer = new AnswerRecall(SQL, reached.keeper(1), CLOCK);
    var mine = reached.task(1);
    assertEquals("recall.count", refused(answer, gave(mine, -1, 0, "")));
    assertEquals("recall.count", refused(answer, gave(mine, 1_000_000_000_000L, 0, "")));
    assertEquals("recall.count", refused(answer, gave(mine, 6, Long.MAX_VALUE, "")));
    assertEquals("recall.missing", refused(answer, gave(mine, 6, 3, " ")));
    assertThrows(NotFound.class, () -> answer.answer(gave(reached.task(2), 10, 0, "")));
    answer.answer(gave(mine, 6, 3, "一份已发给村民"));
    assertEquals("recall.answered", refused(answer, gave(mine, 10, 0, "")));

    var queries = new RecallQueries(SQL, reached.keeper(2));
    var stock =
        queries.ways(reached.recall()).stream()
            .filter(way -> way.kind().equals("STOCK"))
            .findFirst()
            .orElseThrow();
    assertEquals(new RecallQueries.Way("STOCK", 3, 1, 30, 6, 3), stock);
    assertEquals(
        List.of("村2", "村3"),
        queries.silent(reached.recall()).stream()
            .filter(task -> task.kind().equals("STOCK"))
            .map(RecallQueries.Task::holder)
            .sorted()
            .toList());
    assertEquals(1, queries.mine().size(), "each village has its own task alone");
  }

  /** Printed less everything that the ledger says became of it. */
  private static long unaccounted(UUID batch) {
    return SQL.one(
        """
        select b.printed - b.handed_out - b.destroyed - b.lost
          - (select coalesce(sum(quantity), 0) from holding where batch_id = b.id)
          - (select coalesce(sum(open), 0) from consignment where batch_id = b.id)
        from print_run b where b.id = ?
        """,
        row -> row.number(1),
        batch);
  }

  private static long count(Reached reached, String of) {
    return SQL.one(
        """
        select coalesce(sum(case when ? = 'destroyed' then destroyed else returned end), 0)::bigint
        from recall_task where recall_id = ?
        """,
        row -> row.number(1),
        of,
        reached.recall());
  }

  private static long moved(Reached reached, String kind) {
    return SQL.one(
        """
        select coalesce(sum(quantity), 0)::bigint from movement where batch_id = ? and kind = ?
        """,
        row -> row.number(1),
        reached.batch(),
        kind);
  }

  private static void answer(Reached reached, int village, AnswerRecall.Command command) {
    TestDatabase.inTransaction(
        sql -> {
          new AnswerRecall(sql, reached.keeper(village), CLOCK).answer(command);
          return true;
        });
  }

  @Test
  @Requirement("R70.6")
  void anAnswerMovesTheLedgerAndNoMoreThanTheStoreHas() {
    var reached = Reached.found("967304", 2, "2026-9004");
    tasks.tell(reached.recall(), reached.version(), NOW);
    handOut(reached, 1, 4);
    var refused =
        assertThrows(Refusal.class, () -> answer(reached, 1, gave(reached.task(1), 5, 3, "两份不见了")));
    assertEquals("recall.stock[6, 8]", refused.code() + refused.arguments());
    assertEquals(0, moved(reached, "DESTROY"), "nothing of a refused answer moves");
    answer(reached, 1, gave(reached.task(1), 4, 2, "四份已发给村民"));
    assertEquals(List.of(4L, 2L), List.of(moved(reached, "DESTROY"), moved(reached, "SEND")));
    assertEquals(
        List.of(2L),
        SQL.list(
            """
            select quantity from recall_task
            where recall_id = ? and area_code = ? and kind = 'TRANSIT' and answered_at is null
            """,
            row -> row.number(1),
            reached.recall(),
            reached.county()),
        "what goes back is asked of the county");
    assertEquals(0, unaccounted(reached.batch()));
    SQL.update(
        "update print_run set area_code = ? where id = ?", reached.village(2), reached.batch());
    assertEquals(
        "recall.nowhere",
        assertThrows(Refusal.class, () -> answer(reached, 2, gave(reached.task(2), 0, 10, "")))
            .code());
  }

  private static void handOut(Reached reached, int village, long quantity) {
    var desk = reached.keeper(village);
    desk.begin(PublicityRights.STOCK);
    TestDatabase.inTransaction(
        sql ->
            new MoveCopies(sql, desk, CLOCK)
                .move(
                    new Movement(
                        UUID.randomUUID(),
                        reached.batch(),
                        Movement.Kind.HAND_OUT,
                        reached.village(village),
                        "",
                        null,
                        quantity,
                        "村口",
                        0,
                        "",
                        "")));
  }

  @Test
  @Requirement({"R61.2", "R70.6"})
  void theBatchAddsUpWhateverIsAnsweredWhileOthersHandOut() throws Exception {
    var villages = 60;
    var reached = Reached.found("967305", villages, "2026-9005");
    tasks.tell(reached.recall(), reached.version(), NOW);
    var random = new Random(70);
    var work = new ArrayList<Callable<Boolean>>();
    for (var place = 1; place <= villages; place++) {
      var village = place;
      var destroyed = random.nextInt(11);
      var returned = random.nextInt(11 - destroyed);
      var handed = 1 + random.nextInt(5);
      work.add(
          done(
              () ->
                  answer(
                      reached, village, gave(reached.task(village), destroyed, returned, "其余已发"))));
      work.add(done(() -> handOut(reached, village, handed)));
    }
    Collections.shuffle(work, random);
    var threads = Executors.newFixedThreadPool(4);
    var carriedOut = 0;
    for (var future : threads.invokeAll(work)) {
      carriedOut += future.get() ? 1 : 0;
    }
    threads.shutdown();
    assertTrue(carriedOut > villages && carriedOut < 2 * villages, "some of both, and refusals");
    assertEquals(0, unaccounted(reached.batch()));
    assertEquals(count(reached, "destroyed"), moved(reached, "DESTROY"));
    assertEquals(count(reached, "returned"), moved(reached, "SEND"));
  }

  /** Whether the work was carried out, or refused for want of stock. */
  private static Callable<Boolean> done(Runnable work) {
    return () -> {
      try {
        work.run();
        return true;
      } catch (Refusal refusal) {
        assertTrue(
            List.of("recall.stock", "ledger.stock").contains(refusal.code()), refusal.code());
        return false;
      }
    };
  }

  @Test
  @Requirement("R70.5")
  void whatCitesACorrectedRebuttalIsDueAndGoesNoFurther() {
    var reached = Reached.found("967303", 1, "2026-9003");
    var follow = new FollowRebuttal(SQL, CLOCK);
    var old = new Source(Source.Kind.REBUTTAL, "2026-9003", "1".repeat(64));
    var cited = new CitedRebuttals(SQL);
    cited.requireStanding(old);
    follow.follow(told(reached, 1, "1"));
    cited.requireStanding(old);
    var queries = new RecallQueries(SQL, reached.keeper(1));
    assertEquals(0, due(reached));
    follow.follow(told(reached, 2, "2"));
    follow.follow(told(reached, 1, "1"));
    assertEquals(1, due(reached), "an older word does not take back a newer one");
    assertTrue(queries.due().isEmpty(), "it belongs to the county, which the village is not");
    assertEquals(
        "material.source-changed",
        assertThrows(Refusal.class, () -> cited.requireStanding(old)).code());
    SQL.update("update cited_rebuttal set withdrawn = true where number = '2026-9003'");
    assertEquals(
        "material.source-withdrawn",
        assertThrows(Refusal.class, () -> cited.requireStanding(old)).code());
  }

  private static int due(Reached reached) {
    return SQL.one(
        "select count(*) from correction_due where version_id = ?",
        row -> row.integer(1),
        reached.version());
  }

  private static FollowRebuttal.Command told(Reached reached, int ordinal, String digit) {
    return new FollowRebuttal.Command(
        "2026-9003", reached.county(), ordinal, digit.repeat(64), false);
  }
}
