package firstline.market.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.MarketRights;
import firstline.market.surge.Rung;
import firstline.persistence.database.Ids;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.tabular.RejectedLine;
import firstline.testkit.clock.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A monitor brings quotes of one's own county. */
class TakingQuotesTest {
  private static final String HEADER = "point,goods,unit,price,cost,quotedOn\n";
  private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-26T01:30:00Z"));
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String area = TestDatabase.inTransaction(TakingQuotesTest::area);

  private static String area(firstline.persistence.database.Sql sql) {
    var code = "519" + (100 + new Random().nextInt(900)) + "000000";
    sql.update(
        """
        insert into area (code, parent, level, name, path) values (?, null, 'COUNTY', '价县', ?)
        on conflict do nothing
        """,
        code,
        code + "/");
    return code;
  }

  private Desk desk(String path) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            Ids.next(),
            "monitor",
            "薛小燕",
            Ids.next(),
            "市场监管局",
            "Market",
            area,
            "价县",
            "zh",
            List.of(
                new OfficerOnDuty.Grant(MarketRights.PRICE_ENTER, path),
                new OfficerOnDuty.Grant(MarketRights.PRICE_READ, path),
                new OfficerOnDuty.Grant(MarketRights.PRICE_CHECK, path)),
            null));
    desk.begin(MarketRights.PRICE_ENTER);
    return desk;
  }

  private Desk desk() {
    return desk(area + "/");
  }

  private TakeQuotes.Result take(boolean create, byte[] content) {
    return TestDatabase.inTransaction(
        sql -> {
          try {
            var read = QuoteFile.read(content);
            return new TakeQuotes(sql, desk(), clock)
                .take(new TakeQuotes.Command(create, read.lines(), read.rejected()));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private TakeQuotes.Result take(boolean create, String... lines) {
    var text =
        HEADER
            + String.join("\n", lines)
                .replace("P,", "P" + mark + ",")
                .replace("M,", "M" + mark + ",");
    return take(create, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<AlertQueries.Line> alerts(Rung rung) {
    return TestDatabase.inTransaction(
        sql ->
            new AlertQueries(sql, desk())
                .list(new AlertQueries.Asked("", rung.name(), "P" + mark, "", ""), null, 100));
  }

  private static List<String> codes(TakeQuotes.Result result) {
    return result.rejected().stream().map(RejectedLine::code).toList();
  }

  private static List<String> days(int count, double surge) {
    var lines = new ArrayList<String>();
    for (var day = 0; day < count; day++) {
      lines.add(
          "P,M,只,"
              + (day < count - 1 ? "5" : surge)
              + ",,"
              + LocalDate.of(2020, 1, 1).plusDays(day));
    }
    return lines;
  }

  @Test
  @Requirement("R87.1")
  void theSameAgainChangesNothingAndUnknownNamesAreRefused() {
    assertEquals(List.of("quote.point"), codes(take(false, "P,M,只,5,2.1,2020-01-20")));
    var first = take(true, "P,M,只,5,2.1,2020-01-20", "P,M,只,5,2.1,2020-01-20");
    assertEquals(new TakeQuotes.Result(1, 0, List.of()), first);
    assertEquals(new TakeQuotes.Result(0, 0, List.of()), take(false, "P,M,只,5.00,2.1,2020-01-20"));
    assertEquals(new TakeQuotes.Result(0, 1, List.of()), take(false, "P,M,只,6,2.1,2020-01-20"));
    assertEquals(List.of("quote.goods"), codes(take(false, "P,X" + mark + ",只,6,,2020-01-20")));
  }

  @Test
  @Requirement("R87.1")
  void badLinesAreNamedAndTheOthersTaken() {
    var result =
        take(
            true,
            "P,M,只,-1,,2020-01-20",
            "P,M,只,0.005,,2020-01-20",
            "P,M,只,1000000000000000,,2020-01-20",
            "P,M,只,5,,1900-01-01",
            "P,M,只,5,,9999-12-31",
            "P,M,只,5,,20200120",
            "P,M,只,5,-2,2020-01-20",
            "P,M,桶,5,,2020-01-20",
            ",M,只,5,,2020-01-20",
            "P,M,只,5,,2020-01-20",
            "P,M,只,7,,2020-01-20",
            "P,M,斤,7,,2020-01-21",
            "P,M,箱,7,,2020-01-21",
            "P,M,箱（50只）,100,,2020-01-22");
    assertEquals(2, result.imported());
    assertEquals(
        List.of(
            "quote.price",
            "quote.price",
            "quote.price",
            "quote.day",
            "quote.day",
            "quote.date",
            "quote.cost",
            "quote.unit",
            "quote.point-name",
            "quote.twice",
            "quote.unit-mismatch",
            "quote.box"),
        codes(result));
    assertEquals(2, result.rejected().get(0).line());
  }

  @Test
  @Requirement("R87.2")
  void aPriceIsOfTheGoodsOwnUnit() {
    assertEquals("6", Measure.read("斤", null).each(Amounts.yuan("3", "x")).toPlainString());
    assertEquals("6", Measure.read("JIN", null).each(Amounts.yuan("3", "x")).toPlainString());
    assertEquals("2", Measure.read("box(50)", null).each(Amounts.yuan("100", "x")).toPlainString());
    assertEquals("20", Measure.read("箱（10斤）", null).each(Amounts.yuan("100", "x")).toPlainString());
    assertEquals(
        "quote.unit", assertThrows(Refusal.class, () -> Measure.read("box(0)", null)).code());
  }

  @Test
  @Requirement("R87.1")
  void excelOfChinaAndJsonLinesAndAByteOrderMarkAreRead() {
    var table = "采价点,商品,单位,价格,进价,采价日期\nP" + mark + ",M" + mark + ",斤,3,2,2020-01-20\n";
    assertEquals(1, take(true, table.getBytes(Charset.forName("GB18030"))).imported());
    assertEquals(
        new TakeQuotes.Result(0, 0, List.of()),
        take(false, ("\uFEFF" + table).getBytes(StandardCharsets.UTF_8)));
    var json =
        "\uFEFF{\"point\":\"P"
            + mark
            + "\",\"goods\":\"M"
            + mark
            + "\",\"unit\":\"kg\",\"price\":6.5,\"quotedOn\":\"2020-01-21\"}\nnonsense\n";
    var result = take(false, json.getBytes(StandardCharsets.UTF_8));
    assertEquals(1, result.imported());
    assertEquals(List.of("import.line"), codes(result));
  }

  @Test
  @Requirement("R87.3")
  void whatIsReplacedStaysInTheLedger() {
    take(true, "P,M,只,5,2.1,2020-01-20");
    take(false, "P,M,只,6,2.1,2020-01-20");
    take(false, "P,M,只,7,2.1,2020-01-20");
    var past =
        TestDatabase.inTransaction(
            sql ->
                sql.list(
                    """
                    select x.price::float8::text from price_quote_past x
                      join price_point p on p.id = x.point_id where p.name = ? order by 1
                    """,
                    row -> row.text(1),
                    "P" + mark));
    assertEquals(List.of("5", "6"), past);
  }

  @Test
  @Requirement("R87.4")
  void aSurgeIsAnAlertOnItsFirstDayAndIsProlonged() {
    take(true, days(30, 25).toArray(String[]::new));
    var alert = alerts(Rung.DAILY).get(0);
    assertEquals(LocalDate.of(2020, 1, 30), alert.day());
    assertEquals(5, alert.evidence().get("median14"), 1e-6);
    take(false, "P,M,只,26,,2020-01-31", "P,M,只,26,,2020-02-01");
    var prolonged = alerts(Rung.DAILY);
    assertEquals(1, prolonged.size());
    assertEquals(LocalDate.of(2020, 2, 1), prolonged.get(0).until());
    assertEquals(3, prolonged.get(0).days());
  }

  @Test
  @Requirement("R87.4")
  void quotesInAnyOrderEndInTheSameAlert() {
    var lines = days(30, 25);
    Collections.shuffle(lines, new Random(4));
    for (var line : lines) {
      take(true, line);
    }
    assertEquals(
        List.of(LocalDate.of(2020, 1, 30)),
        alerts(Rung.DAILY).stream().map(AlertQueries.Line::day).toList());
  }

  @Test
  @Requirement("R87.4")
  void anAlertThatHasEndedIsNotProlongedByALaterSurge() {
    take(true, days(30, 25).toArray(String[]::new));
    end(alerts(Rung.DAILY).get(0).id(), AlertState.FALSE);
    take(false, "P,M,只,26,,2020-01-31");
    assertEquals(2, alerts(Rung.DAILY).size());
  }

  @Test
  @Requirement({"R87.4", "R87.7"})
  void aMaskThatCostTwoYuanTenBreaksTheRuleOfItsArea() {
    take(true, "P,M,只,5,2.1,2020-01-18");
    TestDatabase.inTransaction(
        sql ->
            sql.update(
                """
                insert into margin_rule (id, area_code, goods_group, basis, cap, base_date,
                  valid_from, source, officer_name, set_at)
                values (?, ?, '其他', 'COST', 0, date '2020-01-19', date '2020-01-20', '试', '试', ?)
                """,
                Ids.next(),
                area,
                clock.instant()));
    take(false, "P,M,只,25,2.1,2020-01-25");
    var alert = alerts(Rung.MARGIN).get(0);
    assertEquals(1_090.476, alert.evidence().get("markup"), 1e-3);
    assertEquals(138.095, alert.evidence().get("base"), 1e-3);
  }

  @Test
  @Requirement("R87.4")
  void aNewPointIsComparedWithItsPeers() {
    var text =
        HEADER
            + java.util.stream.IntStream.range(0, 6)
                .mapToObj(i -> "P" + i + mark + ",M" + mark + ",只,5,,2020-01-20\n")
                .collect(Collectors.joining());
    take(true, text.getBytes(StandardCharsets.UTF_8));
    take(true, "P,M,只,15,,2020-01-20");
    assertEquals(5, alerts(Rung.PEERS).get(0).evidence().get("peerMedian"), 1e-6);
  }

  @Test
  @Requirement("R87.4")
  void threeYearsAreJudgedByTheMonth() {
    var lines = new ArrayList<String>();
    for (var month = 0; month < 36; month++) {
      lines.add(
          "P,M,kg,"
              + (month < 35 ? 5 + month % 3 * 0.1 : 9)
              + ",,"
              + LocalDate.of(2017, 3, 5).plusMonths(month));
    }
    take(true, lines.toArray(String[]::new));
    var alerts = alerts(Rung.MONTHLY);
    assertEquals(LocalDate.of(2020, 2, 5), alerts.get(0).until());
    assertTrue(alerts.get(0).evidence().containsKey("alps"));
  }

  private void end(UUID alert, AlertState end) {
    for (var state : List.of(AlertState.ACKNOWLEDGED, AlertState.CHECKING, end)) {
      step(desk(), alert, state, "已到店核对");
    }
  }

  private void step(Desk desk, UUID alert, AlertState state, String reason) {
    desk.begin(MarketRights.PRICE_CHECK);
    TestDatabase.inTransaction(
        sql -> {
          new HandleAlert(sql, desk, clock).handle(new HandleAlert.Command(alert, state, reason));
          return true;
        });
  }

  @Test
  @Requirement({"R87.5", "R87.6"})
  void onlyTheNextStepsArePossibleAndFalseOnesCount() {
    take(true, days(30, 25).toArray(String[]::new));
    var alert = alerts(Rung.DAILY).get(0).id();
    for (var state : AlertState.values()) {
      if (state != AlertState.ACKNOWLEDGED) {
        assertEquals(
            "price-alert.step",
            assertThrows(Refusal.class, () -> step(desk(), alert, state, "x")).code());
      }
    }
    step(desk(), alert, AlertState.ACKNOWLEDGED, "");
    step(desk(), alert, AlertState.CHECKING, "");
    assertEquals(
        "price-alert.reason",
        assertThrows(Refusal.class, () -> step(desk(), alert, AlertState.FALSE, " ")).code());
    assertThrows(NotFound.class, () -> step(desk("519999000000/"), alert, AlertState.FALSE, "x"));
    step(desk(), alert, AlertState.FALSE, "录入时多打了一位");
    var precision =
        TestDatabase.inTransaction(sql -> new AlertQueries(sql, desk()).precision()).stream()
            .filter(one -> one.rung() == Rung.DAILY)
            .findFirst()
            .orElseThrow();
    assertTrue(precision.wrong() >= 1 && precision.judged() >= precision.wrong());
    var steps = TestDatabase.inTransaction(sql -> new AlertQueries(sql, desk()).steps(alert));
    assertEquals(3, steps.size());
    assertTrue(steps.stream().anyMatch(one -> one.reason().equals("录入时多打了一位")));
  }
}
