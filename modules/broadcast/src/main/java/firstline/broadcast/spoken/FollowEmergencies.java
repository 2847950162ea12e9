package firstline.broadcast.spoken;

import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Has recordings made of the emergencies that are on the air, whatever node took the order. */
@ApplicationScoped
class FollowEmergencies {
  private static final String DUTY = "broadcast.spoken";

  private final AtomicBoolean speaking = new AtomicBoolean();

  @Inject private ServerDesk server;
  @Inject private SpeakEmergencies speakEmergencies;

  void start(@Observes ClockworkStarted event) {
    var executor = event.executor();
    executor.scheduleWithFixedDelay(Duty.of(DUTY, () -> look(executor)), 1, 1, TimeUnit.SECONDS);
  }

  private void look(Executor executor) {
    // ffmpeg takes seconds, and the duties of the house few threads.
    if (server.as(DUTY, speakEmergencies::isWaiting) && speaking.compareAndSet(false, true)) {
      executor.execute(
          () -> {
            try {
              Duty.of(DUTY, () -> server.as(DUTY, speakEmergencies::speak)).run();
            } finally {
              speaking.set(false);
            }
          });
    }
  }
}
