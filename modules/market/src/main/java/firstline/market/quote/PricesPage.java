package firstline.market.quote;

import firstline.market.MarketRights;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The prices of a day: areas and goods in a table of their rise. */
@Named
@RequestScoped
public class PricesPage {
  private static final int FORTNIGHT = 14;
  private static final Field NOTHING = new Field("", "", "NONE", "");
  private static final double WATCH = 0.05;
  private static final double ALERT = 0.15;
  private static final double CRISIS = 0.35;

  /** Where an area and goods meet: the rise in words, how warm it is, and where it leads. */
  public record Field(String text, String price, String warmth, String address) {}

  /** An area and its fields, one for each of the goods. */
  public record Area(String name, List<Field> fields) {}

  @Inject private PriceQueries queries;
  @Inject private SignOffQuotes signOffQuotes;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Clock clock;

  private List<PriceQueries.Cell> cells = List.of();
  private List<PriceQueries.Named> points = List.of();
  private LocalDate day = LocalDate.EPOCH;
  private @Nullable List<Area> byDay;
  private boolean looked;

  public void load() {
    look();
  }

  /** Once a request: a page that answers a button has not been loaded by its address. */
  private void look() {
    if (looked) {
      return;
    }
    looked = true;
    var asked = PriceDates.read(screen.parameter("day"));
    day =
        asked == null
            ? queries.latest().orElseGet(() -> LocalDate.now(clock.withZone(Clocks.ZONE)))
            : asked;
    cells = queries.heat(day);
    if (isPlace()) {
      points = queries.quoting(screen.parameter("area"), screen.id("goods"), day);
    }
  }

  /** True if an area and goods are chosen. */
  public boolean isPlace() {
    return screen.parameter("area").matches("[0-9]{12}") && !screen.parameter("goods").isEmpty();
  }

  public String getDay() {
    look();
    return day.toString();
  }

  public String getBefore() {
    look();
    return day.minusDays(1).toString();
  }

  public String getAfter() {
    look();
    return day.plusDays(1).toString();
  }

  public String getGoodsId() {
    return screen.parameter("goods");
  }

  public List<PriceQueries.Named> getPoints() {
    look();
    return points;
  }

  public boolean isEntering() {
    return desk.may(MarketRights.PRICE_ENTER);
  }

  public boolean isChecking() {
    return desk.may(MarketRights.PRICE_CHECK);
  }

  /** The goods that any area quoted, in the order of their groups. */
  public List<PriceQueries.Cell> getGoods() {
    look();
    var goods = new LinkedHashMap<UUID, PriceQueries.Cell>();
    cells.forEach(cell -> goods.putIfAbsent(cell.goodsId(), cell));
    return List.copyOf(goods.values());
  }

  public List<Area> getAreas() {
    look();
    var byArea = new LinkedHashMap<String, Map<UUID, PriceQueries.Cell>>();
    for (var cell : cells) {
      byArea.computeIfAbsent(cell.area(), none -> new LinkedHashMap<>()).put(cell.goodsId(), cell);
    }
    var areas = new ArrayList<Area>();
    for (var entry : byArea.entrySet()) {
      areas.add(
          new Area(
              entry.getValue().values().iterator().next().areaName(),
              getGoods().stream().map(one -> field(entry.getValue().get(one.goodsId()))).toList()));
    }
    return areas;
  }

  /** True if goods are chosen: they are shown over a fortnight. */
  public boolean isOneGoods() {
    return !screen.parameter("goods").isEmpty();
  }

  /** The fortnight up to the day. */
  public List<LocalDate> getFortnight() {
    look();
    return IntStream.range(0, FORTNIGHT)
        .mapToObj(back -> day.minusDays(FORTNIGHT - 1L - back))
        .toList();
  }

  /** The goods that are chosen: areas, and a field for each day of the fortnight. */
  public List<Area> getByDay() {
    if (byDay == null) {
      byDay = foundByDay();
    }
    return byDay;
  }

  private List<Area> foundByDay() {
    look();
    var byArea = new LinkedHashMap<String, Map<LocalDate, PriceQueries.DayCell>>();
    for (var cell : queries.fortnight(screen.id("goods"), day)) {
      byArea.computeIfAbsent(cell.area(), none -> new LinkedHashMap<>()).put(cell.day(), cell);
    }
    return byArea.values().stream()
        .map(
            days ->
                new Area(
                    days.values().iterator().next().areaName(),
                    getFortnight().stream().map(one -> field(days.get(one))).toList()))
        .toList();
  }

  private Field field(PriceQueries.@Nullable DayCell cell) {
    return cell == null
        ? NOTHING
        : field(cell.lift(), cell.price(), cell.day(), cell.area(), screen.id("goods"));
  }

  private Field field(PriceQueries.@Nullable Cell cell) {
    return cell == null
        ? NOTHING
        : field(cell.lift(), cell.price(), day, cell.area(), cell.goodsId());
  }

  private static Field field(
      @Nullable Double lift, double price, LocalDate day, String area, UUID goods) {
    return new Field(
        lift == null ? "—" : String.format(Locale.ROOT, "%+.0f%%", 100 * lift),
        String.format(Locale.ROOT, "%,.2f", price),
        lift == null ? "NONE" : warmth(lift),
        "/console/market/prices?day=" + day + "&area=" + area + "&goods=" + goods);
  }

  private static String warmth(double lift) {
    return lift >= CRISIS
        ? "CRISIS"
        : lift >= ALERT ? "ALERT" : lift >= WATCH ? "WATCH" : lift <= -ALERT ? "FALL" : "CALM";
  }

  public void sign() {
    screen.run(
        () ->
            signOffQuotes.sign(
                new SignOffQuotes.Command(PriceDates.needed(screen.parameter("day")))),
        "quote.signed",
        () -> "/console/market/prices?day=" + screen.parameter("day"));
  }
}
