package firstline.broadcast.live;

import firstline.broadcast.schedule.Schedules;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Ends live pages in which nobody speaks or whose time is up, and takes off what has ended. */
@ApplicationScoped
public class SweepLive {
  /** So long no piece may come. */
  static final Duration SILENCE = Duration.ofSeconds(20);

  /** So long speakers have to hear it to its end before it is off the air. */
  static final Duration ECHO = Duration.ofSeconds(10);

  @Inject private Schedules schedules;
  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Event<Streams.Ended> ended;

  private Consumer<Streams.Ended> told = over -> ended.fire(over);
  private BiConsumer<UUID, Instant> off = (schedule, now) -> schedules.end(schedule, now);

  @SuppressWarnings("NullAway.Init")
  protected SweepLive() {}

  /**
   * For tests without a server.
   *
   * @param off takes a schedule off the air
   */
  SweepLive(Sql sql, Clock clock, Consumer<Streams.Ended> told, BiConsumer<UUID, Instant> off) {
    this.sql = sql;
    this.clock = clock;
    this.told = told;
    this.off = off;
  }

  /** How many ended. */
  @Allows(right = Rights.SYSTEM, ownRecord = true)
  @Requirement("R48.4")
  public int sweep() {
    var now = clock.instant();
    var over =
        sql.list(
            """
            update live_stream l set ended_at = ?, ended_by = case
              when s.state = 'WITHDRAWN' then 'WITHDRAWN'
              when l.until <= ? then 'TIME' else 'SILENCE' end
            from schedule s
            where s.id = l.schedule_id and l.ended_at is null and (s.state = 'WITHDRAWN'
              or l.until <= ? or coalesce(l.last_at, l.begun_at) <= ?)
            returning l.id
            """,
            row -> row.id(1),
            now,
            now,
            now,
            now.minus(SILENCE));
    over.forEach(stream -> told.accept(new Streams.Ended(stream)));
    sql.list(
            """
            update live_stream set closed_at = ?
            where closed_at is null and ended_at <= ? returning schedule_id
            """,
            row -> row.id(1),
            now,
            now.minus(ECHO))
        .forEach(schedule -> off.accept(schedule, now));
    return over.size();
  }
}
