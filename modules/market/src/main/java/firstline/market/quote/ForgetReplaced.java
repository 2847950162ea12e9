package firstline.market.quote;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.retention.RetentionContribution;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * The ledger of quotes is kept for two years. What was replaced is forgotten then; the quotes that
 * stand are what the months of years ago are judged by, and stay.
 */
@ApplicationScoped
public class ForgetReplaced implements RetentionContribution {
  private static final int YEARS = 2;

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ForgetReplaced() {}

  /** For tests without a server. */
  ForgetReplaced(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  @Allows(right = Rights.SYSTEM)
  @Requirement("R94.10")
  public int forget(int most) {
    return sql.update(
        """
        delete from price_quote_past where ctid in (
          select ctid from price_quote_past where replaced_at < ? limit ?
          for update skip locked)
        """,
        clock.instant().atZone(Clocks.ZONE).minusYears(YEARS).toInstant(),
        most);
  }
}
