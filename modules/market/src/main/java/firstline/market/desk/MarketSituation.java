package firstline.market.desk;

import static firstline.market.MarketRights.PRICE_READ;
import static firstline.market.MarketRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.situation.SituationContribution;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Market order on the board of the duty room: terms, prices, cases of campaigns. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class MarketSituation implements SituationContribution {
  private static final Duration DAY = Duration.ofDays(1);

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected MarketSituation() {}

  /** For tests without a server. */
  MarketSituation(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  private record Counts(
      long terms, long open, long alerts, long alertsBefore, long cases, long casesBefore) {}

  /** One statement; what one may not read is counted within no area, and not shown. */
  @Override
  @Requirement("R103.1")
  public List<Tile> tiles(String root) {
    var tiles = new ArrayList<Tile>();
    if (!desk.may(READ) && !desk.may(PRICE_READ)) {
      return tiles;
    }
    var counts = counts(root);
    if (desk.may(READ)) {
      tiles.add(
          new Tile(
              "market.terms",
              60,
              counts.terms(),
              Compared.OF,
              counts.open(),
              counts.terms() > 0,
              "/console/market/terms?whose=area"));
      tiles.add(
          new Tile(
              "market.cases",
              80,
              counts.cases(),
              Compared.YESTERDAY,
              counts.casesBefore(),
              false,
              "/console/market/market-campaigns"));
    }
    if (desk.may(PRICE_READ)) {
      tiles.add(
          new Tile(
              "market.alerts",
              70,
              counts.alerts(),
              Compared.YESTERDAY,
              counts.alertsBefore(),
              counts.alerts() > 0,
              "/console/market/price-alerts"));
    }
    return tiles;
  }

  private Counts counts(String root) {
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, Clocks.ZONE);
    return sql.one(
        """
        with mine as (select code from area where path like any (?)),
        priced as (select code from area where path like any (?)),
        counted as (
          select distinct c.id, c.filed_at from market_campaign m
            join area top on top.code = m.area_code
            join market_case c on (m.matters = '{}' or c.matter = any (m.matters))
              and (c.filed_at at time zone 'Asia/Shanghai')::date between m.first_day and m.last_day
            join mine on mine.code = c.area_code join area a on a.code = c.area_code
          where m.closed_at is null and ? between m.first_day and m.last_day
            and starts_with(a.path, top.path))
        select
          (select count(*) from term t join mine on mine.code = t.area_code
            where t.state = 'OPEN' and not t.standing and t.due <= ?),
          (select count(*) from term t join mine on mine.code = t.area_code where t.state = 'OPEN'),
          count(*) filter (where l.state in ('RAISED', 'ACKNOWLEDGED', 'CHECKING')),
          count(*) filter (where l.raised_at <= ? and not exists (
            select 1 from price_alert_step s where s.alert_id = l.id and s.at <= ?
              and s.state not in ('RAISED', 'ACKNOWLEDGED', 'CHECKING'))),
          (select count(*) from counted),
          (select count(*) from counted where filed_at <= ?)
        from price_alert l join price_point p on p.id = l.point_id
          join priced on priced.code = p.area_code
        """,
        row ->
            new Counts(
                row.number(1),
                row.number(2),
                row.number(3),
                row.number(4),
                row.number(5),
                row.number(6)),
        desk.officer().scope(READ).within(root).patterns(),
        desk.officer().scope(PRICE_READ).within(root).patterns(),
        today,
        today,
        now.minus(DAY),
        now.minus(DAY),
        now.minus(DAY));
  }

  @Override
  @Requirement("R103.2")
  public List<Heat> heat(String root) {
    if (!desk.may(READ) && !desk.may(PRICE_READ)) {
      return List.of();
    }
    return sql.list(
        """
        select 'market.terms', t.area_code, count(*) from term t join area a on a.code = t.area_code
        where t.state = 'OPEN' and not t.standing and t.ends_at <= ? and a.path like any (?)
        group by t.area_code
        union all
        select 'market.alerts', p.area_code, count(*) from price_alert l
          join price_point p on p.id = l.point_id join area a on a.code = p.area_code
        where l.state = 'RAISED' and a.path like any (?) group by p.area_code
        """,
        row -> new Heat(row.text(1), row.text(2), row.number(3)),
        clock.instant(),
        desk.officer().scope(READ).within(root).patterns(),
        desk.officer().scope(PRICE_READ).within(root).patterns());
  }
}
