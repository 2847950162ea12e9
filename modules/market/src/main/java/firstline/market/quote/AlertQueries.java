package firstline.market.quote;

import static firstline.market.MarketRights.PRICE_READ;

import firstline.market.surge.Level;
import firstline.market.surge.Rung;
import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Price alerts as officers see them. */
@ApplicationScoped
public class AlertQueries {
  static final int SIZE = 50;

  /** An alert. */
  public record Line(
      UUID id,
      UUID pointId,
      String point,
      String areaName,
      UUID goodsId,
      String goods,
      Measure.Unit unit,
      Rung rung,
      Level level,
      LocalDate day,
      LocalDate until,
      int days,
      AlertState state,
      Map<String, Double> evidence) {}

  /** Which alerts; empty for all. */
  public record Asked(String state, String rung, String point, String goods, String area) {
    static final Asked ALL = new Asked("", "", "", "", "");
  }

  /** What was done. */
  public record Step(AlertState state, String reason, String officerName, Instant at) {}

  /**
   * How good a rung's alerts were.
   *
   * @param judged of which somebody knows what they were
   * @param wrong of these, false alarms
   */
  public record Precision(Rung rung, long raised, long judged, long wrong) {
    /** The share that was right in per cent; -1 if none is judged. */
    public long percent() {
      return judged == 0 ? -1 : Math.round(100.0 * (judged - wrong) / judged);
    }
  }

  private static final String LINE =
      """
      select l.id, p.id, p.name, a.name, g.id, g.name, g.unit, l.rung, l.level, l.day, l.until,
        l.days, l.state, l.evidence
      from price_alert l join price_point p on p.id = l.point_id
        join area a on a.code = p.area_code join price_goods g on g.id = l.goods_id
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected AlertQueries() {}

  /** For tests without a server. */
  AlertQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.id(2),
        row.text(3),
        row.text(4),
        row.id(5),
        row.text(6),
        Measure.Unit.valueOf(row.text(7)),
        Rung.valueOf(row.text(8)),
        Level.valueOf(row.text(9)),
        row.date(10),
        row.date(11),
        row.integer(12),
        AlertState.valueOf(row.text(13)),
        figures(row.text(14)));
  }

  private static Map<String, Double> figures(String json) {
    var figures = new LinkedHashMap<String, Double>();
    try (var reader = Json.createReader(new StringReader(json))) {
      reader
          .readObject()
          .forEach((name, value) -> figures.put(name, ((JsonNumber) value).doubleValue()));
    }
    return figures;
  }

  private Select within() {
    return Select.from(LINE).where("a.path like any (?)", (Object) desk.scope().patterns());
  }

  /**
   * Alerts, the latest day first.
   *
   * @param before id of the last one seen, or null for the beginning
   */
  @Allows(right = PRICE_READ, reads = true)
  public List<Line> list(Asked asked, @Nullable UUID before, int most) {
    var select =
        within()
            .whereSet("l.state = ?", asked.state())
            .whereSet("l.rung = ?", asked.rung())
            .whereSet("p.name = ?", asked.point())
            .whereSet("g.name = ?", asked.goods())
            .whereSet("starts_with(a.path, (select path from area where code = ?))", asked.area());
    if (before != null) {
      select.where(
          "(l.day, l.id) < (select b.day, b.id from price_alert b where b.id = ?)", before);
    }
    select.end("order by l.day desc, l.id desc limit ?", most);
    return sql.list(select, AlertQueries::line);
  }

  /** How many are raised and nobody has acknowledged. */
  @Allows(right = PRICE_READ, reads = true)
  public long waiting() {
    return sql.one(
        """
        select count(*) from price_alert l join price_point p on p.id = l.point_id
          join area a on a.code = p.area_code
        where l.state = 'RAISED' and a.path like any (?)
        """,
        row -> row.number(1),
        (Object) desk.scope().patterns());
  }

  /**
   * One alert.
   *
   * @throws NotFound if there is none within the officer's areas
   */
  @Allows(right = PRICE_READ, reads = true)
  public Line one(UUID id) {
    return sql.list(within().where("l.id = ?", id), AlertQueries::line).stream()
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** What was done about it, the first step first. */
  @Allows(right = PRICE_READ, reads = true)
  public List<Step> steps(UUID alert) {
    return sql.list(
        """
        select s.state, s.reason, s.officer_name, s.at
        from price_alert_step s join price_alert l on l.id = s.alert_id
          join price_point p on p.id = l.point_id join area a on a.code = p.area_code
        where s.alert_id = ? and a.path like any (?) order by s.at, s.state
        """,
        row -> new Step(AlertState.valueOf(row.text(1)), row.text(2), row.text(3), row.instant(4)),
        alert,
        desk.scope().patterns());
  }

  /** How good the alerts of the officer's areas were, rung by rung. */
  @Allows(right = PRICE_READ, reads = true)
  @Requirement("R87.6")
  public List<Precision> precision() {
    return sql.list(
        """
        select l.rung, count(*), count(*) filter (where l.state in
          ('EXPLAINED', 'ADMONISHED', 'COMPLIED', 'LEAD', 'FALSE')),
          count(*) filter (where l.state = 'FALSE')
        from price_alert l join price_point p on p.id = l.point_id
          join area a on a.code = p.area_code
        where a.path like any (?) group by l.rung order by l.rung
        """,
        row ->
            new Precision(Rung.valueOf(row.text(1)), row.number(2), row.number(3), row.number(4)),
        (Object) desk.scope().patterns());
  }
}
