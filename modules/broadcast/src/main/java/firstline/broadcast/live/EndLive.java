package firstline.broadcast.live;

import static firstline.broadcast.BroadcastRights.EMERGENCY;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Ends a live page by the word of one on duty. */
@ApplicationScoped
public class EndLive {
  public record Command(@NotNull UUID stream) {}

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
}
