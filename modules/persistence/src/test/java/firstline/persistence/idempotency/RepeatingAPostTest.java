package firstline.persistence.idempotency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Ids;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.usecase.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RepeatingAPostTest {
  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final byte[] REQUEST = {1, 2, 3};
  private static final Answer CREATED =
      new Answer(
          201, "application/json", "/api/v1/x/1", "{\"a\":\"数\"}".getBytes(StandardCharsets.UTF_8));

  private final UUID officer = Ids.next();
  private final Answers answers = at(NOW);

  private static Answers at(Instant now) {
    return new Answers(
        TestDatabase.sql(), new EachStatementAlone(), Clock.fixed(now, ZoneOffset.UTC));
  }

  /** The test's connections commit each statement. */
  private static final class EachStatementAlone extends Transactions {
    @Override
    public <T> T alone(Supplier<T> work) {
      return work.get();
    }
  }

  @Test
  void theSameRequestGetsTheSameAnswer() throws Exception {
    assertTrue(answers.claim(officer, "k", REQUEST).isEmpty());
    answers.keep(officer, "k", CREATED);
    var again = answers.claim(officer, "k", REQUEST).orElseThrow();
    assertEquals(201, again.status());
    assertEquals("/api/v1/x/1", again.location());
    assertArrayEquals(CREATED.body(), again.body());
  }

  @Test
  void anotherRequestWithTheKeyIsRefused() throws Exception {
    answers.claim(officer, "k", REQUEST);
    answers.keep(officer, "k", CREATED);
    assertRefused("idempotency.other-request", answers, new byte[] {9});
  }

  @Test
  void anotherOfficerMayUseTheSameKey() throws Exception {
    answers.claim(officer, "k", REQUEST);
    assertTrue(answers.claim(Ids.next(), "k", new byte[] {9}).isEmpty());
  }

  @Test
  void whileTheFirstRunsTheSecondIsSentAway() throws Exception {
    answers.claim(officer, "k", REQUEST);
    assertRefused("idempotency.in-flight", answers, REQUEST);
  }

  @Test
  void afterAnIncidentTheKeyIsFree() throws Exception {
    answers.claim(officer, "k", REQUEST);
    answers.release(officer, "k");
    assertTrue(answers.claim(officer, "k", REQUEST).isEmpty());
  }

  @Test
  void aRequestThatBrokeOffIsNotRunAgainBlindly() throws Exception {
    answers.claim(officer, "k", REQUEST);
    var later = at(NOW.plus(Answers.LONGEST_REQUEST).plusSeconds(1));
    assertRefused("idempotency.unknown", later, REQUEST);
  }

  @Test
  void afterADayTheKeyIsForgotten() throws Exception {
    answers.claim(officer, "k", REQUEST);
    answers.keep(officer, "k", CREATED);
    var before = at(NOW.plus(Answers.RETENTION).minusSeconds(1));
    assertTrue(before.claim(officer, "k", REQUEST).isPresent());
    var after = at(NOW.plus(Answers.RETENTION).plus(Duration.ofSeconds(1)));
    assertTrue(after.claim(officer, "k", new byte[] {9}).isEmpty());
  }

  @Test
  @Requirement("R17.1")
  void whatIsPastItsDayIsForgottenInBatchesAndNothingElse() {
    TestDatabase.owner().update("truncate idempotency");
    for (var i = 0; i < 5; i++) {
      answers.claim(officer, "old " + i, REQUEST);
    }
    var day = NOW.plus(Answers.RETENTION);
    assertEquals(0, at(day).forget(100));
    at(day).claim(officer, "young", REQUEST);
    assertEquals(3, at(day.plusSeconds(1)).forget(3));
    assertEquals(2, at(day.plusSeconds(1)).forget(3));
    assertEquals(
        "young", TestDatabase.sql().one("select key from idempotency", row -> row.text(1)));
  }

  @Test
  void ofSixteenAtOnceOneDoesTheWork() throws Exception {
    var runs = new AtomicInteger();
    var start = new CountDownLatch(1);
    var threads = Executors.newFixedThreadPool(16);
    try {
      var posts = new ArrayList<Callable<String>>();
      for (var i = 0; i < 16; i++) {
        posts.add(() -> post(start, runs));
      }
      var results = posts.stream().map(threads::submit).toList();
      start.countDown();
      for (var result : results) {
        assertTrue(result.get().matches("ran|replayed|idempotency\\.in-flight"));
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(1, runs.get());
  }

  private String post(CountDownLatch start, AtomicInteger runs) throws Exception {
    start.await();
    try {
      if (answers.claim(officer, "at-once", REQUEST).isPresent()) {
        return "replayed";
      }
      runs.incrementAndGet();
      answers.keep(officer, "at-once", CREATED);
      return "ran";
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  private void assertRefused(String code, Answers at, byte[] request) {
    var refusal = assertThrows(Refusal.class, () -> at.claim(officer, "k", request));
    assertEquals(code, refusal.code());
  }
}
