package firstline.broadcast.programme;

import firstline.broadcast.quiet.QuietBook;
import firstline.persistence.database.Sql;
import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.Clocks;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.ClockworkStops;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Has the programmes built when something changed, by whatever node, and a new day comes; and keeps
 * this node's copies in step with the database.
 */
@ApplicationScoped
public class FollowProgrammes {
  private static final String DUTY = "broadcast.programmes";
  private static final int READ_AT_ONCE = 500;

  /** Every so many looks the programmes are built even if nobody noted a change: days pass. */
  private static final int LOOKS = 60;

  private final AtomicBoolean wanted = new AtomicBoolean();
  private volatile @Nullable Executor executor;
  private long counter = -1;
  private long newest;
  private int looks;
  private @Nullable LocalDate day;

  @Inject private Sql sql;
  @Inject private ServerDesk server;
  @Inject private BuildProgrammes builder;
  @Inject private Programmes programmes;
  @Inject private Clock clock;

  void start(@Observes ClockworkStarted event) {
    executor = event.executor();
    // What this node's own use cases do not tell is seen within a second.
    event.executor().scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
  }

  void stop(@Observes ClockworkStops event) {
    executor = null;
  }

  /** Several changes that come together are looked at together. */
  void changed(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) ProgrammeChange.Happened happened) {
    soon();
  }

  void quietened(@Observes(during = TransactionPhase.AFTER_SUCCESS) QuietBook.Changed changed) {
    soon();
  }

  private void soon() {
    var looking = executor;
    if (looking != null && wanted.compareAndSet(false, true)) {
      looking.execute(
          () -> {
            wanted.set(false);
            look();
          });
    }
  }

  private void look() {
    if (executor != null) {
      Duty.of(DUTY, this::follow).run();
    }
  }

  private synchronized void follow() {
    var now = sql.one("select counter from broadcast_change", row -> row.number(1));
    var today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    if (now != counter || !today.equals(day) || ++looks >= LOOKS) {
      var built = false;
      try {
        server.as(DUTY, builder::build);
        built = true;
      } finally {
        if (!built) {
          server.as(DUTY, builder::forget);
        }
      }
      counter = now;
      day = today;
      looks = 0;
    }
    read();
  }

  private void read() {
    int found;
    do {
      var rows =
          sql.list(
              """
              select audience_id, revision, body from programme
              where revision > ? order by revision limit ?
              """,
              row -> Map.entry(row.id(1), new Programmes.Programme(row.number(2), row.bytes(3))),
              newest,
              READ_AT_ONCE);
      for (var row : rows) {
        programmes.put(row.getKey(), row.getValue());
        newest = row.getValue().revision();
      }
      found = rows.size();
    } while (found == READ_AT_ONCE);
  }
}
