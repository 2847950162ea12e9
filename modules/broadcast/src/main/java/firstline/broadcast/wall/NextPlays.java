package firstline.broadcast.wall;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What comes next in the officer's areas. */
@ApplicationScoped
public class NextPlays {
  /** A planned play that has not begun. */
  public record Play(long no, Instant start, String title, String kind) {}

  private static final int NEXT = 3;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected NextPlays() {}

  /** For tests without a server. */
  NextPlays(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** The earliest; at most {@value #NEXT}. */
  @Allows(right = READ, reads = true)
  @Requirement("R49.5")
  public List<Play> next() {
    return sql.list(
        """
        select o.no, o.start, s.title, s.kind
        from occurrence o join schedule s on s.id = o.schedule_id
        where o.start > ? and (o.withdrawn_at is null or o.withdrawn_at > o.start)
          and schedule_concerns(o.schedule_id, ?)
        order by o.start, o.no limit ?
        """,
        row -> new Play(row.number(1), row.instant(2), row.text(3), row.text(4)),
        clock.instant(),
        desk.scope().patterns(),
        NEXT);
  }
}
