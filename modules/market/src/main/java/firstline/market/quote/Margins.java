package firstline.market.quote;

import firstline.market.surge.Margin;
import firstline.market.surge.Signal;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The margin rules of all areas, and the prices of their base dates. */
final class Margins {
  private record Rule(
      String path,
      String group,
      Margin.Limit limit,
      @Nullable LocalDate base,
      LocalDate from,
      @Nullable LocalDate until) {
    boolean holds(String at, String goods, LocalDate day) {
      return at.startsWith(path)
          && group.equals(goods)
          && !day.isBefore(from)
          && (until == null || !day.isAfter(until));
    }
  }

  private record Based(Quote.Series series, LocalDate base) {}

  private record Earned(BigDecimal price, BigDecimal cost) {}

  private final List<Rule> rules;
  private final Map<Based, Earned> bases = new HashMap<>();

  private Margins(List<Rule> rules) {
    this.rules = rules;
  }

  /** The rules that hold. */
  static Margins of(Sql sql, Given given) {
    return based(
        sql,
        given,
        sql.list(
            """
            select a.path, r.goods_group, r.basis, r.cap::text, r.base_date, r.valid_from,
              r.valid_until
            from margin_rule r join area a on a.code = r.area_code
            """,
            Margins::rule));
  }

  /** The rules as they would hold with the draft's in place. */
  static Margins drafted(Sql sql, Given given, UUID draft) {
    return based(
        sql,
        given,
        sql.list(
            """
            select a.path, r.goods_group, r.basis, r.cap::text, r.base_date, r.valid_from,
              r.valid_until
            from margin_rule r join area a on a.code = r.area_code
            where not exists (select 1 from price_draft_margin d where d.draft_id = ?
              and d.area_code = r.area_code and d.goods_group = r.goods_group
              and d.valid_from = r.valid_from)
            union all
            select a.path, r.goods_group, r.basis, r.cap::text, r.base_date, r.valid_from,
              r.valid_until
            from price_draft_margin r join area a on a.code = r.area_code where r.draft_id = ?
            """,
            Margins::rule,
            draft,
            draft));
  }

  private static Rule rule(Row row) throws SQLException {
    return new Rule(
        row.text(1),
        row.text(2),
        new Margin.Limit(
            Margin.Basis.valueOf(row.text(3)),
            new BigDecimal(row.text(4)),
            row.dateOrNull(5) != null),
        row.dateOrNull(5),
        row.date(6),
        row.dateOrNull(7));
  }

  private static Margins based(Sql sql, Given given, List<Rule> rules) {
    var margins = new Margins(rules);
    rules.stream()
        .map(Rule::base)
        .filter(base -> base != null)
        .distinct()
        .forEach(base -> margins.addBase(sql, given, base));
    return margins;
  }

  private void addBase(Sql sql, Given given, @Nullable LocalDate base) {
    sql.list(
        """
        select distinct on (q.point_id, q.goods_id) q.point_id, q.goods_id, q.price::text,
          q.cost::text, ?::date
        from unnest(?::uuid[], ?::uuid[]) as g (point_id, goods_id)
          join price_quote q on q.point_id = g.point_id and q.goods_id = g.goods_id
        where q.cost is not null and q.quoted_on <= ?
        order by q.point_id, q.goods_id, q.quoted_on desc
        """,
        row ->
            bases.put(
                new Based(new Quote.Series(row.id(1), row.id(2)), row.date(5)),
                new Earned(new BigDecimal(row.text(3)), new BigDecimal(row.text(4)))),
        base,
        given.points(),
        given.goods(),
        base);
  }

  /** The signal of the rule that governs, or null: the nearest area's, and of these the latest. */
  @Requirement("R87.7")
  @Nullable Signal judge(
      Quote.Series series,
      String path,
      String group,
      LocalDate day,
      BigDecimal price,
      BigDecimal cost) {
    return rules.stream()
        .filter(rule -> rule.holds(path, group, day))
        .max(Comparator.comparingInt((Rule rule) -> rule.path().length()).thenComparing(Rule::from))
        .map(rule -> Margin.judge(rule.limit(), price, cost, markup(rule, series)))
        .orElse(null);
  }

  private @Nullable BigDecimal markup(Rule rule, Quote.Series series) {
    var base = rule.base();
    var earned = base == null ? null : bases.get(new Based(series, base));
    return earned == null
        ? null
        : Margin.markup(rule.limit().basis(), earned.price(), earned.cost());
  }
}
