package firstline.broadcast.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What speakers hear of the pieces in memory. */
class ListeningToStreamsTest {
  private final Streams streams = new Streams();
  private final UUID stream = UUID.randomUUID();
  private final List<String> heard = new ArrayList<>();

  private void say(int number) {
    streams.heard(new Streams.Piece(stream, number, new byte[] {(byte) number}));
  }

  private Runnable ask(int wanted) {
    return streams.await(
        stream,
        wanted,
        piece -> heard.add(wanted + ":" + piece.map(one -> "" + one.number()).orElse("over")));
  }

  @Test
  @Requirement("R48.3")
  void aPieceIsToldAsSoonAsItIsThere() {
    ask(1);
    assertEquals(List.of(), heard);
    say(1);
    ask(1);
    ask(2);
    say(2);
    assertEquals(List.of("1:1", "1:1", "2:2"), heard);
  }

  @Test
  @Requirement("R48.3")
  void whoComesLateBeginsWithTheNewestAndWhoFellBehindSkips() {
    for (var number = 1; number <= 9; number++) {
      say(number);
    }
    ask(0);
    ask(3);
    ask(8);
    assertEquals(List.of("0:9", "3:7", "8:8"), heard);
  }

  @Test
  @Requirement("R48.3")
  void theLastPieceIsHeardBeforeTheEnd() {
    say(1);
    ask(2);
    streams.ended(new Streams.Ended(stream));
    ask(1);
    ask(2);
    assertEquals(List.of("2:over", "1:1", "2:over"), heard);
  }

  @Test
  @Requirement("R48.3")
  void whoLeftIsNotToldAndAnUnknownStreamIsForgotten() {
    ask(1).run();
    assertFalse(streams.knows(stream));
    streams.keep(Set.of());
    assertEquals(0, streams.newest(stream));
    assertTrue(streams.knows(stream));
    say(1);
    assertEquals(List.of(), heard);
  }

  @Test
  @Requirement("R48.3")
  void aThousandListenersMissNothingWhileSomebodySpeaks() throws InterruptedException {
    var pieces = 50;
    var listeners = 1_000;
    var done = new CountDownLatch(listeners);
    var wrong = new AtomicInteger();
    var threads = Executors.newFixedThreadPool(2);
    try {
      for (var i = 0; i < listeners; i++) {
        threads.execute(() -> follow(1, pieces, done, wrong));
      }
      for (var number = 1; number <= pieces; number++) {
        say(number);
      }
      streams.ended(new Streams.Ended(stream));
      assertTrue(done.await(20, TimeUnit.SECONDS), done.getCount() + " still wait");
      assertEquals(0, wrong.get());
    } finally {
      threads.shutdownNow();
    }
  }

  /** Follows the stream to its end, in order. */
  private void follow(int wanted, int last, CountDownLatch done, AtomicInteger wrong) {
    streams.await(
        stream,
        wanted,
        piece -> {
          if (piece.isEmpty()) {
            if (wanted != last + 1) {
              wrong.incrementAndGet();
            }
            done.countDown();
          } else {
            if (piece.get().number() < wanted) {
              wrong.incrementAndGet();
            }
            assertArrayEquals(new byte[] {(byte) piece.get().number()}, piece.get().sound());
            follow(piece.get().number() + 1, last, done, wrong);
          }
        });
  }
}
