package firstline.rumour.typing;

import firstline.persistence.chosen.ChosenSettings;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.retention.RetentionContribution;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Nobody comes back to what was typed long ago. */
@ApplicationScoped
public class ForgetTyped implements RetentionContribution {
  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private ChosenSettings settings;

  @SuppressWarnings("NullAway.Init")
  protected ForgetTyped() {}

  ForgetTyped(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
    this.settings = new ChosenSettings(sql);
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
        clock.instant().minus(Duration.ofDays(settings.number(TypingSettings.KEPT))),
        most);
  }
}
