package firstline.broadcast.programme;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * This node's programmes in memory, as the database has them, and who waits for a newer one. A
 * hundred thousand speakers that ask each minute, and nothing changed, cost no statement.
 */
@ApplicationScoped
public class Programmes {
  /** The programme of an audience, as it travels. */
  public record Programme(long revision, byte[] body) {
    /** Its entity tag. */
    public String tag() {
      return "\"" + revision + "\"";
    }
  }

  private static final int READ_AT_ONCE = 500;

  /** Every so many looks the programmes are built even if nobody noted a change: days pass. */
  private static final int LOOKS = 60;

  private final Map<UUID, Programme> programmes = new ConcurrentHashMap<>();
  private final Map<UUID, Set<LongConsumer>> waiting = new ConcurrentHashMap<>();
  private final Semaphore wanted = new Semaphore(0);
  private volatile boolean working;
  private long counter = -1;
  private long newest;
  private int looks;
  private @Nullable LocalDate day;

  @Inject private Sql sql;
  @Inject private ServerDesk server;
  @Inject private BuildProgrammes builder;
  @Inject private Clock clock;

  void start(@Observes ClockworkStarted event) {
    working = true;
    event.executor().execute(this::work);
  }

  void stop(@Observes firstline.persistence.time.ClockworkStops event) {
    working = false;
    wanted.release();
  }

  void changed(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) ProgrammeChange.Happened happened) {
    wanted.release();
  }

  /** The audience's programme; empty while none has been built. */
  @Requirement("R32.6")
  public Optional<Programme> of(UUID audience) {
    return Optional.ofNullable(programmes.get(audience));
  }

  /**
   * Waits for a revision above the one held, which is told at once if it is there; what it returns
   * ends the waiting.
   */
  @Requirement("R32.7")
  public Runnable await(UUID audience, long held, LongConsumer told) {
    var mine = waiting.computeIfAbsent(audience, key -> ConcurrentHashMap.newKeySet());
    mine.add(told);
    var now = programmes.get(audience);
    if (now != null && now.revision() > held && mine.remove(told)) {
      told.accept(now.revision());
    }
    return () -> mine.remove(told);
  }

  private void work() {
    var look = Duty.of("broadcast.programmes", this::follow);
    while (working) {
      look.run();
      try {
        // What is not told by this node's own use cases is seen within a second.
        if (wanted.tryAcquire(1, TimeUnit.SECONDS)) {
          wanted.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        working = false;
      }
    }
  }

  @Allows(right = Rights.EVERYONE, reads = true)
  void follow() {
    var now = sql.one("select counter from broadcast_change", row -> row.number(1));
    var today = LocalDate.ofInstant(clock.instant(), firstline.persistence.time.Clocks.ZONE);
    if (now != counter || !today.equals(day) || ++looks >= LOOKS) {
      var built = false;
      try {
        server.as("broadcast.programmes", builder::build);
        built = true;
      } finally {
        if (!built) {
          builder.forget();
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
              row -> Map.entry(row.id(1), new Programme(row.number(2), row.bytes(3))),
              newest,
              READ_AT_ONCE);
      for (var row : rows) {
        programmes.put(row.getKey(), row.getValue());
        newest = row.getValue().revision();
        wake(row.getKey(), newest);
      }
      found = rows.size();
    } while (found == READ_AT_ONCE);
  }

  private void wake(UUID audience, long revision) {
    var mine = waiting.remove(audience);
    if (mine != null) {
      mine.forEach(
          told -> {
            if (mine.remove(told)) {
              told.accept(revision);
            }
          });
    }
  }
}
