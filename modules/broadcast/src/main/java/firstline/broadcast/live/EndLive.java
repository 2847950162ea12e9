package firstline.broadcast.live;

import static firstline.broadcast.BroadcastRights.EMERGENCY;

import firstline.broadcast.schedule.Schedules;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Ends live pages: by an officer's word, or because nobody speaks or the time is up. */
@ApplicationScoped
public class EndLive {
  public record Command(@NotNull UUID stream) {}

  /** So long no piece may come. */
  static final Duration SILENCE = Duration.ofSeconds(20);

  /** So long speakers have to hear it to its end before it is off the air. */
  static final Duration ECHO = Duration.ofSeconds(10);

  private record Over(UUID stream, UUID schedule) {}

  @Inject private Schedules schedules;
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject private Event<Streams.Ended> ended;

  /**
   * Whoever is on duty there may end it; again changes nothing.
   *
   * @throws NotFound if it lies outside the officer's areas
   */
  @Allows(right = EMERGENCY)
  @Requirement("R48.4")
  public void end(@Valid Command command) {
    sql.one(
        """
        select 1 from live_stream l join area a on a.code = l.area_code
        where l.id = ? and a.path like any (?)
        """,
        row -> row.integer(1),
        command.stream(),
        desk.scope().patterns());
    sql.update(
        """
        update live_stream set ended_at = ?, ended_by = 'OFFICER'
        where id = ? and ended_at is null
        """,
        clock.instant(),
        command.stream());
    ended.fire(new Streams.Ended(command.stream()));
  }

  /** Ends what is over by itself, and takes what has ended off the air; how many ended. */
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
    over.forEach(stream -> ended.fire(new Streams.Ended(stream)));
    sql.list(
            """
            update live_stream set closed_at = ?
            where closed_at is null and ended_at <= ? returning id, schedule_id
            """,
            row -> new Over(row.id(1), row.id(2)),
            now,
            now.minus(ECHO))
        .forEach(one -> schedules.end(one.schedule(), now));
    return over.size();
  }
}
