package firstline.market.term;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** Gives the warnings that are due, and lets lapse what the law lets lapse. */
@ApplicationScoped
public class WarnOfTerms {
  /** What ends by itself, rights of the party and publications too: to let it pass is no breach. */
  private static final String[] LAPSING = {
    "evidence.preserve",
    "defence.state",
    "hearing.request",
    "remedy.reconsider",
    "publication.end",
    "publication.end-minor",
    "limitation",
    "limitation.grave"
  };

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected WarnOfTerms() {}

  /** For tests without a server. */
  WarnOfTerms(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Warns; how many warnings it gave. Of several that were missed, only the nearest to the end is
   * given; a term that never was so long is not warned of at its beginning.
   */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R81.3")
  public int run() {
    var now = clock.instant();
    sql.update(
        """
        update term set state = 'LAPSED', ended_at = ends_at, version = version + 1
        where state = 'OPEN' and not standing and ends_at <= ? and rule = any (?)
        """,
        now,
        LAPSING);
    var today = LocalDate.ofInstant(now, Clocks.ZONE);
    return sql.update(
        """
        insert into term_warning (term_id, extensions, days, due, at)
        select t.id, t.extensions, w.days, t.due, ?
        from term t cross join lateral (
          select min(days) days from (values (14), (7), (2), (0)) steps (days)
          where days >= greatest(t.due - ?::date, 0)) w
        where t.state = 'OPEN' and not t.standing and t.due <= ?::date + 14
          and t.due - t.trigger_day > w.days
        on conflict do nothing
        """,
        now,
        today,
        today);
  }
}
