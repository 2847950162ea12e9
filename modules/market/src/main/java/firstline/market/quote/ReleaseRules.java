package firstline.market.quote;

import static firstline.market.MarketRights.PRICE_CHECK;

import firstline.market.surge.Margin;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Lets a tried draft hold. */
@ApplicationScoped
public class ReleaseRules {
  @Inject private Sql sql;
  @Inject private PriceDrafts drafts;
  @Inject private MarginRules marginRules;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ReleaseRules() {}

  /** For tests without a server. */
  ReleaseRules(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.drafts = new PriceDrafts(sql, desk, clock);
    this.marginRules = new MarginRules(sql, desk, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Lets it hold from now on.
   *
   * @throws Refusal {@code price-draft.ended}; {@code price-draft.empty}; {@code
   *     price-draft.untried} if it has not been tried as it stands; {@code price-draft.wrong} with
   *     the number of golden cases that came out wrong; {@code price-draft.own} by whoever wrote it
   */
  @Allows(right = PRICE_CHECK)
  @Requirement("R94.2")
  public void release(UUID id) {
    var draft = drafts.locked(id);
    var rules = rules(id);
    var limits = draft.limits();
    if (rules.isEmpty() && limits == null) {
      throw new Refusal("price-draft.empty");
    }
    if (!draft.tried()) {
      throw new Refusal("price-draft.untried");
    }
    if (draft.wrong() > 0) {
      throw new Refusal("price-draft.wrong", draft.wrong());
    }
    if (draft.officer().equals(desk.officer().id())) {
      throw new Refusal("price-draft.own");
    }
    rules.forEach(marginRules::set);
    if (limits != null) {
      sql.update(
          """
          insert into price_threshold (area_code, least, most, scales, officer_name, set_at)
          values (?, ?, ?, ?, ?, ?)
          """,
          draft.area(),
          limits.least(),
          limits.most(),
          limits.scales(),
          desk.officer().name(),
          clock.instant());
    }
    sql.update(
        "update price_draft set state = 'LIVE', ended_name = ?, ended_at = ? where id = ?",
        desk.officer().name(),
        clock.instant(),
        id);
  }

  private List<MarginRules.Command> rules(UUID id) {
    return sql.list(
        """
        select area_code, goods_group, basis, cap::text, base_date, valid_from, valid_until, source
        from price_draft_margin where draft_id = ? order by area_code, goods_group, valid_from
        """,
        row ->
            new MarginRules.Command(
                row.text(1),
                row.text(2),
                Margin.Basis.valueOf(row.text(3)),
                new BigDecimal(row.text(4)),
                row.dateOrNull(5),
                row.date(6),
                row.dateOrNull(7),
                row.text(8)),
        id);
  }
}
