package firstline.persistence.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TheOutboxTest {
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
  private static final UUID ONE = Ids.next();
  private static final UUID OTHER = Ids.next();

  @BeforeEach
  void empty() {
    TestDatabase.owner().update("truncate outbox_delivery, outbox_event");
    TestDatabase.owner().update("create table if not exists effect (listener text, event_id uuid)");
    TestDatabase.owner().update("truncate effect");
  }

  @Test
  @Requirement("R12.1")
  void theListenerThatDiesMidwayIsRetriedAndItsEffectIsSeenOnce() {
    var event = add("poster");
    var delivery = claim(ONE, NOW).get(0);
    assertThrows(
        IllegalStateException.class,
        () ->
            TestDatabase.inTransaction(
                sql -> {
                  effect(sql, event);
                  throw new IllegalStateException("died before the mark");
                }));
    new Deliveries(TestDatabase.sql()).failed(delivery, ONE, NOW, "died");
    assertTrue(claim(ONE, NOW).isEmpty(), "put off");
    var again = claim(ONE, NOW.plusSeconds(3)).get(0);
    TestDatabase.inTransaction(
        sql -> {
          effect(sql, event);
          return new Deliveries(sql).done(again, ONE, NOW);
        });
    assertEquals(1, effects());
    assertTrue(claim(ONE, NOW.plusSeconds(9_999)).isEmpty(), "done is done");
  }

  @Test
  void theWorkerTakenForDeadCannotFinishWhatAnotherDoes() {
    add("poster");
    var stale = claim(ONE, NOW).get(0);
    var later = NOW.plus(Deliveries.SILENCE).plusSeconds(1);
    assertEquals(1, new Deliveries(TestDatabase.sql()).rescue(later));
    var fresh = claim(OTHER, later).get(0);
    assertFalse(new Deliveries(TestDatabase.sql()).done(stale, ONE, later));
    assertTrue(new Deliveries(TestDatabase.sql()).done(fresh, OTHER, later));
  }

  @Test
  void aBeatingHeartKeepsTheDuty() {
    add("poster");
    claim(ONE, NOW);
    var later = NOW.plus(Deliveries.SILENCE).plusSeconds(1);
    new Deliveries(TestDatabase.sql()).beat(ONE, later);
    assertEquals(0, new Deliveries(TestDatabase.sql()).rescue(later));
  }

  @Test
  @Requirement("R12.3")
  void afterEightAttemptsItIsDeadAndWaitsForAPerson() {
    add("poster");
    var now = dead();
    assertTrue(claim(ONE, now).isEmpty());
    assertEquals(
        "DEAD", TestDatabase.sql().one("select state from outbox_delivery", row -> row.text(1)));
  }

  @Test
  void aDeadDutyIsTakenUpAgainFromTheBeginning() {
    var event = add("poster");
    var now = dead();
    var deliveries = new Deliveries(TestDatabase.sql());
    assertTrue(deliveries.revived(event, "poster", now));
    assertFalse(deliveries.revived(event, "poster", now), "it is no longer dead");
    assertTrue(deliveries.done(claim(ONE, now).get(0), ONE, now));
  }

  @Test
  void aDroppedDutyKeepsTheReasonAndIsNeverClaimed() {
    var event = add("poster");
    var deliveries = new Deliveries(TestDatabase.sql());
    assertFalse(deliveries.dropped(event, "poster", "too early"), "a living duty is not dropped");
    var now = dead();
    assertTrue(deliveries.dropped(event, "poster", "the channel is closed"));
    assertTrue(claim(ONE, now.plusSeconds(9_999)).isEmpty());
    assertEquals(
        "DROPPED the channel is closed",
        TestDatabase.sql()
            .one("select state || ' ' || last_error from outbox_delivery", row -> row.text(1)));
  }

  /** Lets the one duty fail until it is dead and returns the instant after it. */
  private static Instant dead() {
    var now = NOW;
    for (var i = 0; i < Deliveries.ATTEMPTS; i++) {
      new Deliveries(TestDatabase.sql()).failed(claim(ONE, now).get(0), ONE, now, "no");
      now = now.plusSeconds(1_000);
    }
    return now;
  }

  @Test
  @Requirement("R12.2")
  void fourWorkersAtOnceNeverShareADuty() throws Exception {
    for (var i = 0; i < 200; i++) {
      add("poster");
    }
    var threads = Executors.newFixedThreadPool(4);
    try {
      var work = new ArrayList<Callable<ArrayList<UUID>>>();
      for (var i = 0; i < 4; i++) {
        var worker = Ids.next();
        work.add(
            () -> {
              var mine = new ArrayList<UUID>();
              for (var claimed = claim(worker, NOW);
                  !claimed.isEmpty();
                  claimed = claim(worker, NOW)) {
                claimed.forEach(delivery -> mine.add(delivery.event().id()));
              }
              return mine;
            });
      }
      var all = new ArrayList<UUID>();
      for (var result : threads.invokeAll(work)) {
        all.addAll(result.get());
      }
      assertEquals(200, all.size());
      assertEquals(200, new HashSet<>(all).size());
    } finally {
      threads.shutdown();
    }
  }

  private static java.util.List<Deliveries.Delivery> claim(UUID worker, Instant now) {
    return TestDatabase.inTransaction(sql -> new Deliveries(sql).claim(worker, now, 20));
  }

  private static UUID add(String listener) {
    var id = Ids.next();
    TestDatabase.sql()
        .update(
            "insert into outbox_event values (?, 'rumour.published', '2026-0001', '{}', ?)",
            id,
            NOW);
    TestDatabase.sql()
        .update(
            "insert into outbox_delivery (event_id, listener, state, next_at)"
                + " values (?, ?, 'WAITING', ?)",
            id,
            listener,
            NOW);
    return id;
  }

  private static void effect(Sql sql, UUID event) {
    sql.update("insert into effect values ('poster', ?)", event);
  }

  private static long effects() {
    return TestDatabase.sql().one("select count(*) from effect", row -> row.number(1));
  }
}
