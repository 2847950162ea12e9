package firstline.market.intake;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.retention.RetentionContribution;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** A list that nobody took in within a day is forgotten: it names people. */
@ApplicationScoped
public class ForgetLists implements RetentionContribution {
  private static final Duration KEPT = Duration.ofHours(24);

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ForgetLists() {}

  /** For tests without a server. */
  ForgetLists(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  @Allows(right = Rights.SYSTEM)
  @Requirement("R91.3")
  public int forget(int most) {
    return sql.update(
        """
        update intake_batch set sealed = null, ended_at = ? where id in (
          select id from intake_batch where sealed is not null and made_at < ?
          limit ? for update skip locked)
        """,
        clock.instant(),
        clock.instant().minus(KEPT),
        most);
  }
}
