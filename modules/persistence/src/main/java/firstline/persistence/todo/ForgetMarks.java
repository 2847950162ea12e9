package firstline.persistence.todo;

import firstline.persistence.chosen.ChosenSettings;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.retention.RetentionContribution;
import firstline.persistence.retention.RetentionSettings;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Notes on rows that have come back or have long been dealt with. */
@ApplicationScoped
public class ForgetMarks implements RetentionContribution {

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private ChosenSettings settings;

  @SuppressWarnings("NullAway.Init")
  protected ForgetMarks() {}

  /** For tests without a server. */
  ForgetMarks(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
    this.settings = new ChosenSettings(sql);
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
        now.minus(Duration.ofDays(settings.number(RetentionSettings.MARKS))),
        most);
  }
}
