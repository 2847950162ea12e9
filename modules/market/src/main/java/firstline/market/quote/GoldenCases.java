package firstline.market.quote;

import static firstline.market.MarketRights.PRICE_CHECK;
import static firstline.market.MarketRights.PRICE_READ;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What rules of an area and below it must find, and what they must leave alone. Those that came
 * with the house bind all, and are changed by who looks after all.
 */
@ApplicationScoped
public class GoldenCases {
  static final int NAME = 120;

  /** The detector needs a week and a day before the day that is judged. */
  static final int LEAST = 9;

  static final int MOST = 400;

  /** Which rules judge it. Words: {@code golden.kind.<name>}. */
  public enum Kind {
    MARGIN,
    DAILY
  }

  /**
   * A case as it is typed.
   *
   * @param cost and {@code base}, {@code price}: of {@link Kind#MARGIN}
   * @param prices of {@link Kind#DAILY}: day by day, the last one judged
   * @param fires true if the rung must raise an alert, false if none may be raised
   */
  public record Command(
      @NotNull String name,
      @NotNull Kind kind,
      @NotNull String cost,
      @NotNull String base,
      @NotNull String price,
      @NotNull String prices,
      boolean fires) {}

  /** A case; {@code mine} is true for who may change it. */
  public record Line(
      UUID id,
      String name,
      Kind kind,
      String cost,
      String base,
      String price,
      List<String> prices,
      boolean fires,
      String areaName,
      String officerName,
      boolean mine) {
    /** What is judged, as it was typed. */
    public String inputs() {
      return kind == Kind.MARGIN ? cost + " · " + base + " → " + price : String.join(" ", prices);
    }
  }

  private static final String LINE =
      """
      select g.id, g.name, g.kind, coalesce(trim_scale(g.cost)::text, ''),
        coalesce(trim_scale(g.base_price)::text, ''), coalesce(trim_scale(g.price)::text, ''),
        array(select trim_scale(p)::text from unnest(g.prices) with ordinality as u (p, n)
          order by n), g.fires, coalesce(a.name, ''), g.officer_name,
        case when a.code is null
          then not exists (select 1 from area r where r.parent is null and not r.path like any (?))
          else a.path like any (?) end
      from price_golden g left join area a on a.code = g.area_code
      where g.ended_at is null
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected GoldenCases() {}

  /** For tests without a server. */
  GoldenCases(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** Those that bind drafts of the officer's areas, and those within them. */
  @Allows(right = PRICE_READ, reads = true)
  public List<Line> list() {
    return sql.list(
        LINE
            + """
            and (a.code is null or a.path like any (?)
              or exists (select 1 from area h where h.code = ? and starts_with(h.path, a.path)))
            order by a.path nulls first, g.kind desc, g.id
            """,
        GoldenCases::line,
        desk.scope().patterns(),
        desk.scope().patterns(),
        desk.scope().patterns(),
        desk.officer().areaCode());
  }

  /**
   * One that the officer may change.
   *
   * @throws NotFound if there is none
   */
  @Allows(right = PRICE_CHECK, reads = true)
  public Line one(UUID id) {
    return sql
        .list(
            LINE + " and g.id = ?",
            GoldenCases::line,
            desk.scope().patterns(),
            desk.scope().patterns(),
            id)
        .stream()
        .filter(Line::mine)
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.text(2),
        Kind.valueOf(row.text(3)),
        row.text(4),
        row.text(5),
        row.text(6),
        row.texts(7),
        row.flag(8),
        row.text(9),
        row.text(10),
        row.flag(11));
  }

  /**
   * Adds one of the officer's own area, or puts it in the place of another that keeps its area; its
   * id. Drafts that were tried before are untried.
   *
   * @param earlier the one that it replaces, or null
   * @throws Refusal {@code golden.name}, {@code golden.amount} with what was typed, {@code
   *     golden.prices} with how many there must be
   * @throws NotFound if the earlier one is not the officer's to change
   */
  @Allows(right = PRICE_CHECK)
  @Requirement("R101.6")
  public UUID put(@Nullable UUID earlier, @Valid Command command) {
    var name = PlainText.line(command.name());
    if (name.isEmpty() || name.length() > NAME) {
      throw new Refusal("golden.name", NAME);
    }
    var margin = command.kind() == Kind.MARGIN;
    var cost = margin ? amount(command.cost()) : null;
    var base = margin ? amount(command.base()) : null;
    var price = margin ? amount(command.price()) : null;
    var prices = margin ? null : prices(command.prices());
    var area = earlier == null ? desk.officer().areaCode() : ended(earlier);
    var id = Ids.next();
    sql.update(
        """
        insert into price_golden (id, name, kind, cost, base_price, price, prices, fires, area_code,
          officer_name, set_at)
        values (?, ?, ?, ?, ?, ?, ?::text[]::numeric[], ?, ?, ?, ?)
        """,
        id,
        name,
        command.kind().name(),
        cost,
        base,
        price,
        prices,
        command.fires(),
        area,
        desk.officer().name(),
        clock.instant());
    untry(area);
    return id;
  }

  /**
   * Takes one away; drafts that were tried before are untried.
   *
   * @throws NotFound if it is not the officer's to change
   */
  @Allows(right = PRICE_CHECK)
  @Requirement("R101.6")
  public void remove(@NotNull UUID id) {
    untry(ended(id));
  }

  /** Ends it; its area, null for all. */
  private @Nullable String ended(UUID id) {
    one(id);
    var ended =
        sql.first(
            """
            update price_golden set ended_at = ?, ended_name = ?
            where id = ? and ended_at is null returning coalesce(area_code, '')
            """,
            row -> row.text(1),
            clock.instant(),
            desk.officer().name(),
            id);
    var area = ended.orElseThrow(NotFound::new).strip();
    return area.isEmpty() ? null : area;
  }

  private void untry(@Nullable String area) {
    sql.update(
        """
        update price_draft d set version = d.version + 1 from area a
        where a.code = d.area_code and d.state = 'DRAFT' and (?::text is null
          or starts_with(a.path, (select g.path from area g where g.code = ?)))
        """,
        area,
        area);
  }

  private static BigDecimal amount(String typed) {
    return Amounts.yuan(typed, "golden.amount");
  }

  private static String[] prices(String typed) {
    var prices =
        Arrays.stream(typed.strip().split("[\\s,，、;；]+"))
            .filter(one -> !one.isEmpty())
            .map(one -> amount(one).toPlainString())
            .toArray(String[]::new);
    if (prices.length < LEAST || prices.length > MOST) {
      throw new Refusal("golden.prices", LEAST, MOST, prices.length);
    }
    return prices;
  }
}
