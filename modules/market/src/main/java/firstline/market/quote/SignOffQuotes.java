package firstline.market.quote;

import static firstline.market.MarketRights.PRICE_CHECK;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;

/** Signs off the quotes of a day in the officer's areas that somebody else entered. */
@ApplicationScoped
public class SignOffQuotes {
  /** The day. */
  public record Command(@NotNull LocalDate day) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected SignOffQuotes() {}

  /** For tests without a server. */
  SignOffQuotes(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Signs them off.
   *
   * @throws Refusal {@code quote.nothing-to-sign}
   */
  @Allows(right = PRICE_CHECK)
  @Requirement("R87.9")
  public void sign(@Valid Command command) {
    var signed =
        sql.update(
            """
            update price_quote q set signed_name = ?, signed_at = ?
            from price_point p, area a
            where p.id = q.point_id and a.code = p.area_code and q.quoted_on = ?
              and q.signed_at is null and q.officer_id <> ? and a.path like any (?)
            """,
            desk.officer().name(),
            clock.instant(),
            command.day(),
            desk.officer().id(),
            desk.scope().patterns());
    if (signed == 0) {
      throw new Refusal("quote.nothing-to-sign", command.day().toString());
    }
  }
}
