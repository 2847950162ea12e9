package firstline.market.quote;

import static firstline.market.MarketRights.PRICE_ENTER;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.tabular.RejectedLine;
import firstline.persistence.text.PlainText;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes quotes, each by itself, and watches the series they belong to. */
@ApplicationScoped
public class TakeQuotes {
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
  private static final int NAME = 80;
  private static final int DETAIL = 200;
  private static final String NEW_GROUP = "其他";

  /**
   * Quotes.
   *
   * @param create makes points and goods that are not known, points in the officer's own area
   * @param rejected lines that could not even be read, for the report
   */
  public record Command(
      boolean create, @NotNull List<QuoteLine> lines, @NotNull List<RejectedLine> rejected) {}

  /** What became of the lines; those that were there already and equal are in neither number. */
  public record Result(int imported, int updated, List<RejectedLine> rejected) {}

  private record Goods(UUID id, Measure.Unit unit, @Nullable BigDecimal box) {
    @Nullable Measure boxed() {
      return box == null ? null : new Measure(unit, box);
    }
  }

  private record Key(Quote.Series series, LocalDate day) {}

  @Inject private Sql sql;
  @Inject private WatchPrices watchPrices;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected TakeQuotes() {}

  /** For tests without a server. */
  TakeQuotes(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.watchPrices = new WatchPrices(sql, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /** Takes what can be taken; lines are refused with {@code quote.…}. */
  @Allows(right = PRICE_ENTER)
  @Requirement({"R87.1", "R87.2", "R87.4"})
  public Result take(@Valid Command command) {
    var rejected = new ArrayList<>(command.rejected());
    var points = points();
    var goods = goods();
    var quotes = new LinkedHashMap<Key, Quote>();
    for (var line : command.lines()) {
      try {
        var quote = quote(line, command.create(), points, goods);
        var twin = quotes.putIfAbsent(new Key(quote.series(), quote.day()), quote);
        if (twin != null && !twin.equals(quote)) {
          throw new Refusal("quote.twice", line.goods());
        }
      } catch (Refusal refusal) {
        rejected.add(new RejectedLine(line.line(), refusal.code(), detail(refusal.arguments())));
      }
    }
    rejected.sort(Comparator.comparingInt(RejectedLine::line));
    var kept =
        new QuoteLedger(sql).keep(List.copyOf(quotes.values()), desk.officer(), clock.instant());
    watchPrices.watch(kept.changed());
    return new Result(kept.imported(), kept.updated(), rejected);
  }

  private static String detail(List<Object> arguments) {
    return arguments.isEmpty() ? "" : PlainText.start(String.valueOf(arguments.get(0)), DETAIL);
  }

  private Map<String, UUID> points() {
    var points = new HashMap<String, UUID>();
    sql.list(
        """
        select p.name, p.id from price_point p join area a on a.code = p.area_code
        where a.path like any (?)
        """,
        row -> points.put(row.text(1), row.id(2)),
        (Object) desk.scope().patterns());
    return points;
  }

  private Map<String, Goods> goods() {
    var goods = new HashMap<String, Goods>();
    sql.list(
        "select name, id, unit, box_content::text from price_goods",
        row -> {
          var box = row.textOrNull(4);
          return goods.put(
              row.text(1),
              new Goods(
                  row.id(2),
                  Measure.Unit.valueOf(row.text(3)),
                  box == null ? null : new BigDecimal(box)));
        });
    return goods;
  }

  private Quote quote(
      QuoteLine line, boolean create, Map<String, UUID> points, Map<String, Goods> goods) {
    var pointName = name(line.point(), "quote.point-name");
    var goodsName = name(line.goods(), "quote.goods-name");
    var point = points.get(pointName);
    if (point == null && !create) {
      throw new Refusal("quote.point", pointName);
    }
    var known = goods.get(goodsName);
    if (known == null && !create) {
      throw new Refusal("quote.goods", goodsName);
    }
    var measure = Measure.read(line.unit(), known == null ? null : known.boxed());
    if (known != null && known.unit() != measure.unit()) {
      throw new Refusal("quote.unit-mismatch", line.unit(), goodsName);
    }
    var price = Amounts.yuan(line.price(), "quote.price");
    var cost = line.cost().isBlank() ? null : Amounts.yuan(line.cost(), "quote.cost");
    var day = day(line.quotedOn());
    var lastTrade = line.lastTrade().isBlank() ? null : day(line.lastTrade());
    // Only a line that is good in every other respect makes what it names.
    if (point == null) {
      point = addPoint(pointName);
      points.put(pointName, point);
    }
    if (known == null) {
      known = addGoods(goodsName, measure.unit());
      goods.put(goodsName, known);
    }
    return new Quote(
        new Quote.Series(point, known.id()),
        day,
        measure.each(price),
        cost == null ? null : measure.each(cost),
        line.unit(),
        price,
        lastTrade);
  }

  private static String name(String typed, String code) {
    var name = PlainText.line(typed);
    if (name.isEmpty() || name.length() > NAME) {
      throw new Refusal(code, typed);
    }
    return name;
  }

  private LocalDate day(String typed) {
    LocalDate day;
    try {
      day = PriceDates.ofTable(typed);
    } catch (DateTimeException e) {
      throw new Refusal("quote.date", typed);
    }
    if (day.isBefore(FIRST) || day.isAfter(LocalDate.ofInstant(clock.instant(), Clocks.ZONE))) {
      throw new Refusal("quote.day", typed);
    }
    return day;
  }

  private UUID addPoint(String name) {
    var id = Ids.next();
    var added =
        sql.update(
            """
            insert into price_point (id, name, area_code) values (?, ?, ?)
            on conflict (name) do nothing
            """,
            id,
            name,
            desk.officer().areaCode());
    if (added == 0) {
      // It is there, but in an area that is not the officer's.
      throw new Refusal("quote.point", name);
    }
    return id;
  }

  private Goods addGoods(String name, Measure.Unit unit) {
    var id = Ids.next();
    sql.update(
        "insert into price_goods (id, name, goods_group, unit) values (?, ?, ?, ?)",
        id,
        name,
        NEW_GROUP,
        unit.name());
    return new Goods(id, unit, null);
  }
}
