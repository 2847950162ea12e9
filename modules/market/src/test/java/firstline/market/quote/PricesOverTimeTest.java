package firstline.market.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.Bureau;
import firstline.market.MarketRights;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.testkit.clock.MutableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Quotes of some weeks: who signs them, how they are drawn, how long they are kept. */
class PricesOverTimeTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-26T01:30:00Z"));
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final Bureau bureau =
      TestDatabase.inTransaction(
          sql -> Bureau.found(sql, "98" + (1000 + new Random().nextInt(8999))));
  private final Desk monitor = desk();
  private final Desk other = desk();

  private Desk desk() {
    return bureau.desk(MarketRights.PRICE_CHECK, MarketRights.PRICE_READ, MarketRights.PRICE_ENTER);
  }

  private void bring(LocalDate day, double price, String lastTrade) {
    var line =
        new QuoteLine(
            1, "点" + mark, "罩" + mark, "只", Double.toString(price), "", day.toString(), lastTrade);
    var result =
        TestDatabase.inTransaction(
            sql ->
                new TakeQuotes(sql, monitor, clock)
                    .take(new TakeQuotes.Command(true, List.of(line), List.of())));
    assertEquals(List.of(), result.rejected());
  }

  private UUID id(String table) {
    return TestDatabase.inTransaction(
        sql ->
            table.equals("point")
                ? sql.one("select id from price_point where name = ?", row -> row.id(1), "点" + mark)
                : sql.one(
                    "select id from price_goods where name = ?", row -> row.id(1), "罩" + mark));
  }

  private void sign(Desk by, LocalDate day) {
    TestDatabase.inTransaction(
        sql -> {
          new SignOffQuotes(sql, by, clock).sign(new SignOffQuotes.Command(day));
          return true;
        });
  }

  private List<PriceQueries.Day> days() {
    return TestDatabase.inTransaction(
        sql -> new PriceQueries(sql, monitor).days(id("point"), id("goods")));
  }

  @Test
  @Requirement("R87.1")
  void aWorkbookOfQuotesIsRead() throws IOException {
    bring(FIRST, 5, "");
    var cells = new StringBuilder();
    for (var cell : List.of("采价点", "商品", "单位", "价格", "采价日期")) {
      cells.append(text(cell));
    }
    var rows =
        "<row>"
            + cells
            + "</row><row>"
            + text("点" + mark)
            + text("罩" + mark)
            + text("只")
            + "<c><v>5.5</v></c><c><v>46298</v></c></row><row>"
            + text("点" + mark)
            + text("罩" + mark)
            + text("只")
            + "<c><v>6</v></c>"
            + text("2026/10/5")
            + "</row>";
    var read = QuoteFile.read(workbook(rows));
    var result =
        TestDatabase.inTransaction(
            sql ->
                new TakeQuotes(sql, monitor, clock)
                    .take(new TakeQuotes.Command(false, read.lines(), read.rejected())));
    assertEquals(new TakeQuotes.Result(2, 0, List.of()), result);
    assertEquals(
        List.of(FIRST, FIRST.plusDays(2), FIRST.plusDays(4)),
        days().stream().map(PriceQueries.Day::day).toList());
  }

  private static String text(String cell) {
    return "<c t='inlineStr'><is><t>" + cell + "</t></is></c>";
  }

  private static byte[] workbook(String rows) throws IOException {
    var main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    var office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    var parts = "http://schemas.openxmlformats.org/package/2006/relationships";
    var type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
              + "<Override PartName='/xl/workbook.xml' ContentType='"
              + type
              + "sheet.main+xml'/>"
              + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='"
              + type
              + "worksheet+xml'/></Types>");
      part(
          zip,
          "_rels/.rels",
          "<Relationships xmlns='"
              + parts
              + "'><Relationship Id='r1' Type='"
              + office
              + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns='"
              + main
              + "' xmlns:r='"
              + office
              + "'><sheets><sheet name='1' sheetId='1' r:id='r1'/></sheets></workbook>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns='"
              + parts
              + "'><Relationship Id='r1' Type='"
              + office
              + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>");
      part(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns='" + main + "'><sheetData>" + rows + "</sheetData></worksheet>");
    }
    return bytes.toByteArray();
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  @Test
  @Requirement("R87.9")
  void somebodyElseSignsQuotesOff() {
    bring(FIRST, 5, "");
    var own = assertThrows(Refusal.class, () -> sign(monitor, FIRST));
    assertEquals("quote.nothing-to-sign", own.code());
    assertEquals("", days().get(0).signedName());
    sign(other, FIRST);
    assertEquals("贺建军", days().get(0).signedName());
    assertEquals(
        "quote.nothing-to-sign", assertThrows(Refusal.class, () -> sign(other, FIRST)).code());
  }

  @Test
  @Requirement("R87.1")
  void theLastTradeIsKeptAsEvidence() {
    bring(FIRST.plusDays(3), 5, FIRST.toString());
    assertEquals(FIRST, days().get(0).lastTrade());
  }

  @Test
  @Requirement("R94.9")
  void theFortnightOfGoodsHasEachDayWithItsRise() {
    for (var day = 0; day < 20; day++) {
      bring(FIRST.plusDays(day), day == 19 ? 15 : 10, "");
    }
    var cells =
        TestDatabase.inTransaction(
            sql -> new PriceQueries(sql, monitor).fortnight(id("goods"), FIRST.plusDays(19)));
    assertEquals(14, cells.size());
    assertEquals(FIRST.plusDays(6), cells.get(0).day());
    assertEquals(0, cells.get(0).lift(), 1e-9);
    assertEquals(0.5, cells.get(13).lift(), 1e-9);
  }

  @Test
  @Requirement("R94.10")
  void whatWasReplacedIsForgottenAfterTwoYears() {
    bring(FIRST, 5, "");
    bring(FIRST, 6, "");
    assertEquals(1, past());
    clock.set(Instant.parse("2028-11-26T01:29:00Z"));
    TestDatabase.inTransaction(sql -> new ForgetReplaced(sql, clock).forget(1_000_000));
    assertEquals(1, past(), "not a minute early");
    clock.set(Instant.parse("2028-11-26T01:31:00Z"));
    TestDatabase.inTransaction(sql -> new ForgetReplaced(sql, clock).forget(1_000_000));
    assertEquals(0, past());
    assertEquals(1, days().size(), "the quote that stands is kept");
  }

  private long past() {
    return TestDatabase.inTransaction(
        sql ->
            sql.one(
                "select count(*) from price_quote_past where point_id = ?",
                row -> row.number(1),
                id("point")));
  }

  @Test
  @Requirement("R87.8")
  void thePictureKeepsItsFrameAndMarksTheDaysThatFired() {
    assertEquals("", SeriesChart.of(List.of()).line());
    var random = new Random(94);
    for (var round = 0; round < 200; round++) {
      var days = new ArrayList<PriceQueries.Day>();
      var fired = 0;
      for (var day = 0; day < 1 + random.nextInt(90); day++) {
        var fires = random.nextInt(5) == 0;
        fired += fires ? 1 : 0;
        days.add(
            new PriceQueries.Day(
                FIRST.plusDays(day),
                0.01 + 1_000 * random.nextDouble(),
                null,
                null,
                "",
                "",
                day < 8 ? Double.NaN : 1_200 * random.nextDouble(),
                fires));
      }
      var chart = SeriesChart.of(days);
      assertEquals(fired, chart.alerts().size());
      assertEquals(days.size() <= 8, chart.band().isEmpty());
      for (var part : chart.line().substring(1).split("L", -1)) {
        var at = part.split(" ", 2);
        assertTrue(Double.parseDouble(at[0]) >= 60 && Double.parseDouble(at[0]) <= 990, part);
        assertTrue(Double.parseDouble(at[1]) >= 0 && Double.parseDouble(at[1]) <= 220, part);
      }
    }
  }
}
