package firstline.persistence.todo;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.retention.RetentionContribution;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Notes on rows that have come back or have long been dealt with. */
@ApplicationScoped
public class ForgetMarks implements RetentionContribution {
  private static final Duration KEPT = Duration.ofDays(60);

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ForgetMarks() {}

  /** For tests without a server. */
  ForgetMarks(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  @Allows(right = Rights.SYSTEM)
  @Requirement("R102.5")
  public int forget(int most) {
    var now = clock.instant();
    return sql.update(
        """
        delete from todo_mark where (officer_id, mark) in (
          select officer_id, mark from todo_mark where until <= ? or noted_at <= ? limit ?)
        """,
        now,
        now.minus(KEPT),
        most);
  }
}
