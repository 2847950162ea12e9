package firstline.broadcast.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TakingTurnsTest {
  @Test
  @Requirement("R38.8")
  void whoComesWhenThereAreEnoughIsRefusedUntilOneLeaves() {
    var turns = new Turns(2);
    turns.come();
    turns.come();
    assertEquals("media.busy", assertThrows(Refusal.class, turns::come).code());
    turns.leave();
    turns.come();
    assertThrows(Refusal.class, turns::come);
  }

  @Test
  @Requirement("R38.8")
  void oneIsAtWorkAtATimeAndAFailureEndsItsTurn() throws Exception {
    var turns = new Turns(20);
    var atWork = new AtomicInteger();
    var most = new AtomicInteger();
    var done = new AtomicInteger();
    var begin = new CountDownLatch(1);
    var threads = Executors.newFixedThreadPool(8);
    try {
      var all = new ArrayList<Callable<Integer>>();
      for (var i = 0; i < 16; i++) {
        var fails = i % 4 == 0;
        all.add(
            () -> {
              begin.await();
              return turns.inTurn(
                  () -> {
                    most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    atWork.decrementAndGet();
                    if (fails) {
                      throw new Refusal("media.silent", "a");
                    }
                    return done.incrementAndGet();
                  });
            });
      }
      begin.countDown();
      threads.invokeAll(all);
    } finally {
      threads.shutdownNow();
    }
    assertEquals(1, most.get());
    assertEquals(12, done.get());
  }
}
