package firstline.rumour.rumour;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Tells the chiefs of rumours on which nothing was done for too long. */
@ApplicationScoped
public class WatchIdle {
  private static final int BATCH = 100;

  @Inject private Rumours rumours;
  @Inject private Sql sql;
  @Inject private Clock clock;

  /** Marks those that lie idle, and returns how many. Another node's rows are left to it. */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R9.2")
  public int run() {
    var now = clock.instant();
    List<UUID> idle =
        sql.list(
            """
            select id from rumour
            where state in ('OPEN', 'HANDED_OVER', 'VERIFYING', 'WAITING_INFO', 'VERDICT_PROPOSED',
                'VERDICT_CONFIRMED', 'REBUTTING', 'RESURFACED', 'UNDER_REVIEW')
              and escalated_at is null and changed_at < ?
            order by changed_at limit ? for update skip locked
            """,
            row -> row.id(1),
            now.minus(Targets.current().idle()),
            BATCH);
    for (var id : idle) {
      var rumour = rumours.anywhere(id);
      rumour.layIdle(now);
      rumours.keep(rumour);
    }
    return idle.size();
  }
}
