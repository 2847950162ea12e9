package firstline.market.campaign;

import static firstline.market.MarketRights.CAMPAIGN;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;

/** Says what each area is to reach of a figure. */
@ApplicationScoped
public class SetTargets {
  /**
   * Targets of one figure.
   *
   * @param targets by the area's code; a number or yuan as typed, empty or 0 for none
   */
  public record Command(
      @NotNull UUID campaign, @NotNull Figure figure, @NotNull Map<String, String> targets) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected SetTargets() {}

  /** For tests without a server. */
  SetTargets(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /**
   * Sets them in place of those before.
   *
   * @throws Refusal {@code market-campaign.number}, {@code money.…}, {@code market-campaign.part}
   */
  @Allows(right = CAMPAIGN)
  @Requirement("R93.1")
  public void set(@Valid Command command) {
    Bounds.open(sql, desk.scope(), command.campaign());
    sql.update(
        "delete from market_campaign_target where campaign_id = ? and figure = ?",
        command.campaign(),
        command.figure().name());
    command
        .targets()
        .forEach(
            (area, typed) -> {
              var target = typed.isBlank() ? 0 : command.figure().read(typed);
              if (target > 0) {
                add(command, area, target);
              }
            });
  }

  private void add(Command command, String area, long target) {
    var added =
        sql.update(
            """
            insert into market_campaign_target (campaign_id, area_code, figure, target)
            select campaign_id, area_code, ?, ? from market_campaign_area
            where campaign_id = ? and area_code = ?
            """,
            command.figure().name(),
            target,
            command.campaign(),
            area);
    if (added == 0) {
      throw new Refusal("market-campaign.part", area);
    }
  }
}
