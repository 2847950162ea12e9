package firstline.market.quote;

import static firstline.market.MarketRights.PRICE_CHECK;
import static firstline.market.MarketRights.PRICE_READ;

import firstline.market.surge.Margin;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Scope;
import firstline.persistence.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much may be earned on goods of a group, as local rules say. */
@ApplicationScoped
public class MarginRules {
  private static final BigDecimal MOST = BigDecimal.valueOf(10_000);
  private static final int GROUP = 40;
  private static final int SOURCE = 200;

  /**
   * A rule.
   *
   * @param cap per cent; with a base date, percentage points above the markup of that date
   * @param base the date whose markup counts, or null
   * @param until its last day, or null
   */
  public record Command(
      @NotNull String area,
      @NotNull String group,
      Margin.@NotNull Basis basis,
      @NotNull BigDecimal cap,
      @Nullable LocalDate base,
      @NotNull LocalDate from,
      @Nullable LocalDate until,
      @NotNull String source) {}

  /** A rule as it is listed. */
  public record Line(
      String areaName,
      String group,
      Margin.Basis basis,
      double cap,
      @Nullable LocalDate base,
      LocalDate from,
      @Nullable LocalDate until,
      String source,
      String officerName) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected MarginRules() {}

  /** For tests without a server. */
  MarginRules(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** The rules that concern the officer's areas: theirs, and those of the areas above. */
  @Allows(right = PRICE_READ, reads = true)
  public List<Line> list() {
    return sql.list(
        """
        select a.name, r.goods_group, r.basis, r.cap::float8, r.base_date, r.valid_from,
          r.valid_until, r.source, r.officer_name
        from margin_rule r join area a on a.code = r.area_code
        where a.path like any (?)
          or exists (select 1 from unnest(?::text[]) mine where mine like a.path || '%')
        order by a.path, r.goods_group, r.valid_from desc limit 500
        """,
        row ->
            new Line(
                row.text(1),
                row.text(2),
                Margin.Basis.valueOf(row.text(3)),
                row.real(4),
                row.dateOrNull(5),
                row.date(6),
                row.dateOrNull(7),
                row.text(8),
                row.text(9)),
        desk.scope().patterns(),
        desk.scope().paths().toArray(String[]::new));
  }

  /**
   * Sets a rule, in place of that of the same area, group and first day: part of the release of a
   * draft.
   *
   * @throws Refusal {@code margin.area}, {@code margin.group}, {@code margin.cap}, {@code
   *     margin.period}, {@code margin.source}
   */
  @Allows(right = PRICE_CHECK)
  @Requirement("R87.7")
  void set(@Valid Command command) {
    var rule = checked(sql, desk.scope(), command);
    sql.update(
        """
        insert into margin_rule (id, area_code, goods_group, basis, cap, base_date, valid_from,
          valid_until, source, officer_name, set_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (area_code, goods_group, valid_from) do update set basis = excluded.basis,
          cap = excluded.cap, base_date = excluded.base_date, valid_until = excluded.valid_until,
          source = excluded.source, officer_name = excluded.officer_name, set_at = excluded.set_at
        """,
        Ids.next(),
        rule.area(),
        rule.group(),
        rule.basis().name(),
        rule.cap(),
        rule.base(),
        rule.from(),
        rule.until(),
        rule.source(),
        desk.officer().name(),
        clock.instant());
  }

  /** The rule with its texts in order; refused as {@link #set} says. */
  static Command checked(Sql sql, Scope scope, Command command) {
    var group = line(command.group(), GROUP, "margin.group");
    var source = line(command.source(), SOURCE, "margin.source");
    var path =
        sql.first("select path from area where code = ?", row -> row.text(1), command.area());
    if (path.isEmpty() || !scope.covers(path.get())) {
      throw new Refusal("margin.area", command.area());
    }
    if (command.cap().signum() < 0 || command.cap().compareTo(MOST) > 0) {
      throw new Refusal("margin.cap", command.cap().toPlainString());
    }
    var until = command.until();
    if (until != null && until.isBefore(command.from())) {
      throw new Refusal("margin.period", until.toString());
    }
    return new Command(
        command.area(),
        group,
        command.basis(),
        command.cap(),
        command.base(),
        command.from(),
        until,
        source);
  }

  private static String line(String typed, int most, String code) {
    var line = PlainText.line(typed);
    if (line.isEmpty() || line.length() > most) {
      throw new Refusal(code, most);
    }
    return line;
  }
}
