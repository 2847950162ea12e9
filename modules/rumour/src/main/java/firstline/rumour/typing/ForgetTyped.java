package firstline.rumour.typing;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.retention.RetentionContribution;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Nobody comes back to what was typed a month ago. */
@ApplicationScoped
public class ForgetTyped implements RetentionContribution {
  private static final Duration KEPT = Duration.ofDays(30);

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ForgetTyped() {}

  ForgetTyped(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  @Allows(right = Rights.SYSTEM)
  @Requirement("R2.13")
  public int forget(int most) {
    return sql.update(
        """
        delete from draft_buffer where (officer_id, subject) in (
          select officer_id, subject from draft_buffer where saved_at < ?
          limit ? for update skip locked)
        """,
        clock.instant().minus(KEPT),
        most);
  }
}
