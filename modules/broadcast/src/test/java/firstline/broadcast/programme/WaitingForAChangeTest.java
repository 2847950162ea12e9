package firstline.broadcast.programme;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.programme.Programmes.Programme;
import firstline.persistence.requirement.Requirement;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WaitingForAChangeTest {
  private static final UUID AUDIENCE = UUID.randomUUID();

  private final Programmes programmes = new Programmes();
  private final List<Long> told = new ArrayList<>();

  private void take(long revision) {
    programmes.put(AUDIENCE, new Programme(revision, new byte[0]));
  }

  @Test
  @Requirement("R32.7")
  void whoHoldsAnOlderOneIsToldAtOnce() {
    take(7);
    programmes.await(AUDIENCE, 6, told::add);
    assertEquals(List.of(7L), told);
    take(8);
    assertEquals(List.of(7L), told, "told once");
  }

  @Test
  @Requirement("R32.7")
  void whoHoldsTheNewestIsToldOfTheNextAndOfNoOther() {
    programmes.await(AUDIENCE, 0, told::add);
    assertEquals(List.of(), told);
    programmes.put(UUID.randomUUID(), new Programme(6, new byte[0]));
    assertEquals(List.of(), told);
    take(7);
    assertEquals(List.of(7L), told);
    programmes.await(AUDIENCE, 7, told::add);
    take(7);
    assertEquals(List.of(7L), told, "nothing above what it holds");
    take(9);
    assertEquals(List.of(7L, 9L), told);
  }

  @Test
  @Requirement("R32.7")
  void whoLeftIsNotTold() {
    var leave = programmes.await(AUDIENCE, 0, told::add);
    programmes.await(AUDIENCE, 0, revision -> told.add(-revision));
    leave.run();
    take(7);
    assertEquals(List.of(-7L), told);
    leave.run();
  }

  /** A speaker asks again as soon as it was told; a change at that very moment must not be lost. */
  @Test
  @Requirement("R32.7")
  void noChangeIsLostBetweenTwoQuestions() throws Exception {
    var rounds = 10_000;
    var asked = new AtomicLong(-1);
    var threads = Executors.newFixedThreadPool(2);
    try {
      Callable<Long> speaker =
          () -> {
            var held = 0L;
            while (held < rounds) {
              // Without being told: the poll of the programme may be quicker than the wake.
              var now = programmes.of(AUDIENCE).map(Programme::revision).orElse(0L);
              held = Math.max(held, now);
              if (held >= rounds) {
                break;
              }
              var before = held;
              var woken = new CountDownLatch(1);
              var next = new AtomicLong();
              programmes.await(
                  AUDIENCE,
                  before,
                  revision -> {
                    next.set(revision);
                    woken.countDown();
                  });
              asked.set(before);
              if (!woken.await(10, TimeUnit.SECONDS)) {
                return before;
              }
              assertTrue(next.get() > before, next + " is not above " + before);
              held = next.get();
            }
            return held;
          };
      Callable<Long> server =
          () -> {
            for (var revision = 1L; revision <= rounds; revision++) {
              take(revision);
              while (asked.get() < revision && revision < rounds) {
                Thread.yield();
                if (Thread.interrupted()) {
                  return -1L;
                }
              }
            }
            return (long) rounds;
          };
      var speaking = threads.submit(speaker);
      threads.submit(server);
      assertEquals(rounds, speaking.get(60, TimeUnit.SECONDS), "the last that it was told of");
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  @Requirement("R32.7")
  void ofThousandsThatComeAndLeaveEachIsToldOnceAtMostAndNoneIsForgotten() throws Exception {
    var audiences = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    var count = new ConcurrentHashMap<Integer, Integer>();
    var stayed = ConcurrentHashMap.<Integer>newKeySet();
    var threads = Executors.newFixedThreadPool(6);
    try {
      var work = new ArrayList<Callable<Boolean>>();
      for (var node = 0; node < 4; node++) {
        var first = node * 3_000;
        work.add(
            () -> {
              for (var i = first; i < first + 3_000; i++) {
                var waiter = i;
                var audience = audiences.get(i % audiences.size());
                var held = programmes.of(audience).map(Programme::revision).orElse(0L);
                var leave =
                    programmes.await(
                        audience, held, revision -> count.merge(waiter, 1, Integer::sum));
                if (ThreadLocalRandom.current().nextInt(4) == 0) {
                  leave.run();
                } else {
                  stayed.add(waiter);
                }
              }
              return true;
            });
      }
      var revision = new AtomicLong();
      for (var node = 0; node < 2; node++) {
        var audience = audiences.get(node);
        work.add(
            () -> {
              for (var i = 0; i < 1_000; i++) {
                programmes.put(audience, new Programme(revision.incrementAndGet(), new byte[0]));
              }
              return true;
            });
      }
      for (var done : threads.invokeAll(work)) {
        assertTrue(done.get());
      }
    } finally {
      threads.shutdownNow();
    }
    audiences.forEach(
        audience -> programmes.put(audience, new Programme(Long.MAX_VALUE, new byte[0])));
    stayed.forEach(waiter -> assertEquals(1, count.get(waiter), "told once"));
    count.forEach((waiter, times) -> assertEquals(1, times));
  }

  @Test
  @Requirement("R32.6")
  void whatIsHeldIsKnownByItsTagAloneUntilThereIsAnother() {
    assertEquals(Optional.empty(), programmes.of(AUDIENCE));
    programmes.put(AUDIENCE, new Programme(7, new byte[] {1}));
    for (var i = 0; i < 1_000; i++) {
      var same = programmes.of(AUDIENCE).orElseThrow();
      assertEquals("\"7\"", same.tag());
      assertArrayEquals(new byte[] {1}, same.body());
    }
    programmes.put(AUDIENCE, new Programme(8, new byte[] {2}));
    assertEquals("\"8\"", programmes.of(AUDIENCE).orElseThrow().tag());
    assertEquals(Optional.empty(), programmes.of(UUID.randomUUID()));
    // Nothing of the database is within its reach.
    assertTrue(
        Arrays.stream(Programmes.class.getDeclaredFields())
            .map(Field::getType)
            .allMatch(Map.class::equals));
  }
}
