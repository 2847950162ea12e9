package firstline.rumour.appeal;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.retention.RetentionContribution;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** A year after the answer nobody has to reach the party any more. */
@ApplicationScoped
public class ForgetContacts implements RetentionContribution {
  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ForgetContacts() {}

  /** For tests without a server. */
  ForgetContacts(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  @Allows(right = Rights.SYSTEM)
  @Requirement("R3.37")
  public int forget(int most) {
    return sql.update(
        """
        delete from appeal_contact where appeal_id in (
          select c.appeal_id from appeal_contact c join appeal p on p.id = c.appeal_id
          where p.answered_at < ? limit ? for update of c skip locked)
        """,
        clock.instant().atZone(Clocks.ZONE).minusYears(1).toInstant(),
        most);
  }
}
