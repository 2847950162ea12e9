package firstline.persistence.audit;

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

/**
 * The record is kept for as long as the audit administrator chose: six months at least by article
 * 21 (3) of the Cybersecurity Law, so never less than 190 days. The database itself holds to that.
 */
@ApplicationScoped
public class ForgetAudit implements RetentionContribution {
  /** What is younger stays, whatever was chosen. */
  static final Duration LEAST = Duration.ofDays(RetentionSettings.AUDIT_LEAST);

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private ChosenSettings settings;

  @SuppressWarnings("NullAway.Init")
  protected ForgetAudit() {}

  /** For tests without a server. */
  ForgetAudit(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
    this.settings = new ChosenSettings(sql);
  }

  @Override
  @Allows(right = Rights.SYSTEM)
  @Requirement("R112.8")
  public int forget(int most) {
    return sql.one(
        "select audit_forget(?, ?)",
        row -> row.integer(1),
        clock.instant().minus(Duration.ofDays(settings.number(RetentionSettings.AUDIT))),
        most);
  }
}
