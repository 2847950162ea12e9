package firstline.market.quote;

import firstline.market.operator.Operators;
import firstline.market.surge.Margin;
import firstline.persistence.sample.SampleContribution;
import firstline.persistence.time.Clocks;
import firstline.persistence.time.SampleTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The sample city's prices of January and February 2020: forty markets and twenty pharmacies. Masks
 * surge at six pharmacies on 26 January; each is an alert of that day, and the county of Cuiping
 * has worked on its own.
 */
@ApplicationScoped
public class SamplePrices implements SampleContribution {
  private static final String COUNTY = "511502000000";
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
  private static final LocalDate SURGE = LocalDate.of(2020, 1, 26);
  private static final Instant WORKED = Instant.parse("2020-02-03T01:00:00Z");
  private static final int DAYS = 60;
  private static final String EPIDEMIC = "防疫用品";
  private static final String MASK = "医用外科口罩";
  private static final int PHARMACIES = 20;
  private static final int POINTS = 60;

  /** So many of the pharmacies ask too much. */
  private static final int SURGING = 12;

  private static final Map<String, String> COUNTIES =
      Map.of(
          "511502000000", "翠屏",
          "511503000000", "南溪",
          "511504000000", "叙州",
          "511523000000", "江安",
          "511524000000", "长宁");

  /** Goods, what they cost and what is asked. */
  private record Ware(
      String name, String group, Measure.Unit unit, String slip, double cost, double price) {}

  private static final List<Ware> MEDICAL =
      List.of(
          new Ware(MASK, EPIDEMIC, Measure.Unit.PIECE, "只", 0.6, 1.0),
          new Ware("N95口罩", EPIDEMIC, Measure.Unit.PIECE, "只", 2.1, 5.0),
          new Ware("84消毒液500毫升", EPIDEMIC, Measure.Unit.PIECE, "瓶", 3.2, 5.5));

  private static final List<Ware> FOOD =
      List.of(
          new Ware("大白菜", "蔬菜", Measure.Unit.KG, "斤", 0, 1.8),
          new Ware("猪肉（五花）", "肉类", Measure.Unit.KG, "斤", 0, 27),
          new Ware("大米", "粮油", Measure.Unit.KG, "kg", 0, 5.2));

  @Inject private FoundPrices foundPrices;
  @Inject private TakeQuotes takeQuotes;
  @Inject private MarginRules marginRules;
  @Inject private HandleAlert handleAlert;
  @Inject private AlertQueries alerts;
  @Inject private Reminders reminders;
  @Inject private PriceNotices notices;
  @Inject private PriceDrafts drafts;
  @Inject private SampleTime time;
  @Inject private Clock clock;

  @Override
  public int order() {
    return 430;
  }

  @Override
  public void found(Consumer<String> seat) {
    seat.accept("desk");
    var points = points();
    var wares = new ArrayList<>(MEDICAL);
    wares.addAll(FOOD);
    foundPrices.found(
        points,
        wares.stream()
            .map(ware -> new FoundPrices.Goods(ware.name(), ware.group(), ware.unit()))
            .toList());
    seat.accept("market.officer");
    marginRules.set(
        new MarginRules.Command(
            COUNTY,
            EPIDEMIC,
            Margin.Basis.COST,
            BigDecimal.valueOf(15),
            LocalDate.of(2020, 1, 19),
            LocalDate.of(2020, 1, 20),
            LocalDate.of(2020, 6, 30),
            "示例规则：疫情防控期间防疫用品购销差价率不得明显高于1月19日（以本地正式文件为准）"));
    seat.accept("desk");
    takeQuotes.take(new TakeQuotes.Command(false, quotes(points), List.of()));
    seat.accept("market.officer");
    work();
    drafts.limit(
        drafts.begin("春节前蔬菜波动大：预警下限调到 20%（示例草案）"),
        new PriceDrafts.Limits(new BigDecimal("20"), new BigDecimal("30"), new BigDecimal("2.5")));
    notice(seat);
  }

  private void notice(Consumer<String> seat) {
    var today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    var id =
        notices.draft(
            new PriceNotices.Command(
                "关于防疫用品和重要民生商品的价格公告（示例）",
                "疫情防控期间执行。数值仅为示例，以本地正式文件为准。",
                today.minusDays(7),
                today.plusDays(30),
                List.of(
                    new PriceNotices.Price(MASK, "只", PriceNotices.Kind.CAP, new BigDecimal("1.5")),
                    new PriceNotices.Price(
                        "大白菜", "公斤", PriceNotices.Kind.GUIDE, new BigDecimal("3.6")),
                    new PriceNotices.Price(
                        EPIDEMIC, "进销差价率", PriceNotices.Kind.MARKUP, new BigDecimal("15")))));
    seat.accept("market.head");
    notices.publish(id);
  }

  private static List<FoundPrices.Point> points() {
    var codes = COUNTIES.keySet().stream().sorted().toList();
    var points = new ArrayList<FoundPrices.Point>();
    for (var i = 0; i < POINTS; i++) {
      var code = codes.get(i % codes.size());
      var name = COUNTIES.get(code) + (i < PHARMACIES ? "药店" : "农贸市场");
      points.add(new FoundPrices.Point(name + (i / codes.size() + 1) + "号采价点", code));
    }
    return points;
  }

  private static List<QuoteLine> quotes(List<FoundPrices.Point> points) {
    var random = new Random(20_200_126);
    var lines = new ArrayList<QuoteLine>();
    for (var i = 0; i < points.size(); i++) {
      for (var ware : i < PHARMACIES ? MEDICAL : FOOD) {
        var level = ware.price() * (0.95 + 0.1 * random.nextDouble());
        for (var day = 0; day < DAYS; day++) {
          var date = FIRST.plusDays(day);
          // Vegetables rise slowly towards the festival; what is packed keeps its price.
          level *= ware.group().equals("蔬菜") ? Math.exp(0.012 * random.nextGaussian() + 0.004) : 1;
          var price = level * surge(i, ware, date);
          lines.add(
              new QuoteLine(
                  lines.size() + 1,
                  points.get(i).name(),
                  ware.name(),
                  ware.slip(),
                  String.format(Locale.ROOT, "%.1f", Math.max(0.1, price)),
                  ware.cost() == 0 ? "" : String.format(Locale.ROOT, "%.1f", ware.cost()),
                  date.toString(),
                  ""));
        }
      }
    }
    return lines;
  }

  private static double surge(int point, Ware ware, LocalDate date) {
    if (point >= SURGING || date.isBefore(SURGE) || date.isAfter(SURGE.plusDays(16))) {
      return 1;
    }
    return ware.name().equals(MASK) ? 3.5 : ware.name().startsWith("N95") ? 5 : 1;
  }

  /** Of Cuiping's alerts one is at an end of each kind, one is being checked, and some wait. */
  private void work() {
    // They were worked in the first days of February 2020, not today.
    time.ago(Duration.between(WORKED, clock.instant()));
    var ours = alerts.list(new AlertQueries.Asked("RAISED", "", "", "", COUNTY), null, 50);
    var paths =
        List.of(
            List.of(AlertState.ADMONISHED, AlertState.COMPLIED),
            List.<AlertState>of(),
            List.of(AlertState.ADMONISHED),
            List.of(AlertState.EXPLAINED),
            List.of(AlertState.FALSE));
    var reasons =
        Map.of(
            AlertState.EXPLAINED, "进货批次更换为出口装，进价凭证齐全",
            AlertState.FALSE, "填报时把整盒价写成了单只价");
    for (var i = 0; i < Math.min(paths.size(), ours.size() - 1); i++) {
      var steps = new ArrayList<>(List.of(AlertState.ACKNOWLEDGED, AlertState.CHECKING));
      steps.addAll(paths.get(i));
      for (var step : steps) {
        if (step == AlertState.ADMONISHED) {
          remind(ours.get(i), i);
        } else {
          handleAlert.handle(
              new HandleAlert.Command(ours.get(i).id(), step, reasons.getOrDefault(step, "")));
        }
        time.pass(Duration.ofHours(5));
      }
    }
    time.over();
  }

  private void remind(AlertQueries.Line alert, int place) {
    reminders.write(
        new Reminders.Write(
            alert.id(),
            new Operators.Party(
                "示例药店" + (place + 1) + "号", true, "", "翠屏区人民路" + (place + 1) + "号", ""),
            "立即恢复 1 月 19 日的价格，三日内提供进货凭证，今后调价须有成本依据。"));
    reminders.serve(
        new Reminders.Serve(
            alert.id(), LocalDate.ofInstant(clock.instant(), Clocks.ZONE), "店长（示例）"));
  }
}
