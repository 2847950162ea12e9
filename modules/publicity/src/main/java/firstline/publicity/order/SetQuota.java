package firstline.publicity.order;

import static firstline.publicity.PublicityRights.PRINT;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.publicity.ledger.Quantity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.YearMonth;

/** Sets what units of a kind below an area may have in a month. */
@ApplicationScoped
public class SetQuota {
  /**
   * A quota.
   *
   * @param since month from which it holds
   * @param copies for each unit and month; 0 if every order is to be decided
   */
  public record Command(
      @NotNull String area, @NotNull Unit unit, @NotNull YearMonth since, long copies) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected SetQuota() {}

  /** For tests without a server. */
  SetQuota(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Sets it in place of what stood for that month.
   *
   * @throws Refusal {@code order.area}, {@code order.past}
   */
  @Allows(right = PRINT)
  @Requirement("R62.6")
  public void set(@Valid Command command) {
    var copies = Quantity.counted(command.copies());
    if (command.since().isBefore(YearMonth.from(new Quotas(sql, clock).today()))) {
      throw new Refusal("order.past", command.since().toString());
    }
    var path =
        sql.first("select path from area where code = ?", row -> row.text(1), command.area());
    if (path.isEmpty() || !desk.scope().covers(path.get())) {
      throw new Refusal("order.area");
    }
    sql.update(
        """
        insert into order_quota (area_code, unit, since, copies, officer_name, set_at)
        values (?, ?, ?, ?, ?, ?)
        on conflict (area_code, unit, since) do update set copies = excluded.copies,
          officer_name = excluded.officer_name, set_at = excluded.set_at
        """,
        command.area(),
        command.unit().name(),
        command.since().atDay(1),
        copies,
        desk.officer().name(),
        clock.instant());
  }
}
