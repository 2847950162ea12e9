package firstline.market.intake;

import static firstline.market.intake.Workbook.EMPTY;
import static firstline.market.intake.Workbook.date;
import static firstline.market.intake.Workbook.formula;
import static firstline.market.intake.Workbook.number;
import static firstline.market.intake.Workbook.text;
import static firstline.market.intake.Workbook.words;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.market.complaint.KeepLetters.Incoming;
import firstline.market.complaint.Letter;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.tabular.Tables;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Bundles;
import firstline.testkit.locale.ThreeLocales;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists of the platforms as workbooks. */
class ReadingWorkbooksTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final List<String> HEADER =
      row("登记编号", "登记时间", "业务类型", "企业名称", "问题描述", "争议金额", "提供方姓名", "提供方电话", "办理状态");

  private static List<String> row(String... cells) {
    return Stream.of(cells).map(Workbook::text).toList();
  }

  private static List<String> line(String number, String at, String amount) {
    return line(number, at, amount, "待处理");
  }

  private static List<String> line(String number, String at, String amount, String status) {
    return List.of(
        number,
        at,
        text("投诉"),
        text("康民大药房"),
        text("没有标价"),
        amount,
        text("欧阳采薇"),
        number("13900000017"),
        text(status));
  }

  private static byte[] book(List<List<String>> rows) throws IOException {
    return Workbook.of(List.of(rows), "");
  }

  private static List<Incoming> read(byte[] content) {
    var reader =
        new LineReader(
            Letter.Channel.PLATFORM_12315, "511502000000", Set.of("511502000000"), Map.of(), NOW);
    var columns = LetterFile.understood(Tables.top(content, 1).get(0));
    var read = new ArrayList<Incoming>();
    for (var line : LetterFile.lines(content, columns)) {
      try {
        read.add(reader.read(line));
      } catch (LineReader.Refused refused) {
        throw new AssertionError(line.number() + " " + refused.field(), refused);
      }
    }
    return read;
  }

  private static String at(Incoming letter) {
    return LocalDateTime.ofInstant(letter.receivedAt(), Clocks.ZONE).toString();
  }

  @ThreeLocales
  @Requirement("R101.7")
  void datesAreDatesAndNumbersAreNumbers() throws IOException {
    var read =
        read(
            book(
                List.of(
                    HEADER,
                    line(number("1500001234567"), date("46056"), number("120.5")),
                    line(number("1.500001234568E12"), date("46056.336805555555"), number("1E3")),
                    line(text("1500001234569"), date("46056.999988425924"), text("1,200.50")),
                    line(text("1500001234570"), text("2026/2/3 8:05"), EMPTY))));
    assertEquals(
        List.of("1500001234567", "1500001234568", "1500001234569", "1500001234570"),
        read.stream().map(Incoming::source).toList());
    assertEquals(
        List.of("2026-02-03T00:00", "2026-02-03T08:05", "2026-02-03T23:59:59", "2026-02-03T08:05"),
        read.stream().map(ReadingWorkbooksTest::at).toList());
    assertEquals(
        Arrays.asList(12_050L, 100_000L, 120_050L, null),
        read.stream().map(Incoming::amount).toList());
    assertEquals("欧阳采薇 13900000017", read.get(0).letter().contact());
  }

  @Test
  @Requirement("R101.7")
  void everyMinuteOfADayIsReadAsItWasShown() throws IOException {
    var rows = new ArrayList<List<String>>(List.of(HEADER));
    for (var minute = 0; minute < 1_440; minute++) {
      // As a double stands in the file: with all of its digits.
      rows.add(
          line(text("M" + minute), date(Double.toString(46_056 + minute / 1_440.0)), number("1")));
    }
    var read = read(book(rows));
    for (var minute = 0; minute < 1_440; minute++) {
      assertEquals(
          LocalDateTime.of(2026, 2, 3, minute / 60, minute % 60).toString(), at(read.get(minute)));
    }
  }

  @Test
  @Requirement("R101.7")
  void aFormulaIsWhatItCameTo() throws IOException {
    var read =
        read(
            book(
                List.of(
                    HEADER,
                    List.of(
                        words("CONCATENATE(\"A\",1)", "A1"),
                        formula("TODAY()-1", "46056"),
                        text("举报"),
                        words("D3&amp;\"\"", "康民大药房"),
                        text("没有标价"),
                        formula("SUM(F8:F9)", "99.5")))));
    assertEquals("A1", read.get(0).source());
    assertEquals("2026-02-03T00:00", at(read.get(0)));
    assertEquals(9_950L, read.get(0).amount());
    assertEquals("康民大药房", read.get(0).letter().operator());
  }

  @Test
  @Requirement("R101.7")
  void emptyLinesAndOtherSheetsArePassedOver() throws IOException {
    var first =
        List.of(
            HEADER,
            line(text("A1"), date("46056"), number("1")),
            List.<String>of(),
            List.of(EMPTY, EMPTY, text("  ")),
            line(text("A2"), date("46056"), number("1")));
    var second = List.of(HEADER, line(text("B1"), date("46056"), number("1")));
    var content = Workbook.of(List.of(first, second), "");
    assertEquals(List.of("A1", "A2"), read(content).stream().map(Incoming::source).toList());
    var lines = LetterFile.lines(content, LetterFile.understood(Tables.top(content, 1).get(0)));
    assertEquals(
        List.of(2, 5), lines.stream().map(line -> line.number()).toList(), "as one counts");
  }

  @Test
  @Requirement("R101.7")
  void aTitleOverTheHeaderAndNamesInTwoRowsAreUnderstood() throws IOException {
    var title = row("全国 12315 平台投诉举报清单（2026 年 2 月）", "", "", "", "", "", "", "", "");
    var upper = row("登记编号", "登记时间", "业务类型", "企业名称", "问题描述", "争议金额", "提供方", "", "办理状态");
    var lower = List.of(EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, text("姓名"), text("电话"), EMPTY);
    var good = line(text("A1"), date("46056.25"), number("7"));
    var plain = book(List.of(HEADER, good));
    for (var content :
        List.of(
            Workbook.of(List.of(List.of(title, HEADER, good)), "A1:I1"),
            Workbook.of(List.of(List.of(title, row(""), HEADER, good)), "A1:I1"),
            Workbook.of(List.of(List.of(upper, lower, good)), "A1:A2 G1:H1"),
            Workbook.of(List.of(List.of(title, upper, lower, good)), "A1:I1 A2:A3 G2:H2"))) {
      assertEquals(read(plain), read(content));
      assertEquals(
          "欧阳采薇 13900000017", read(content).get(0).letter().contact(), "who sent it is sealed");
    }
  }

  @Test
  @Requirement("R101.7")
  void whatOnlyBearsTheNameOfAWorkbookIsRefusedInWords() {
    var old = new byte[4_096];
    System.arraycopy(
        new byte[] {
          (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
        },
        0,
        old,
        0,
        8);
    var pages =
        List.of(
            "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><table><tr><td>登记编号",
            "\uFEFF<TABLE border=1><tr><td>登记编号</td></tr>",
            "\r\n<!DOCTYPE html><title>x</title>");
    assertEquals("table.old-excel", refused(old));
    for (var page : pages) {
      assertEquals("table.web-page", refused(page.getBytes(UTF_8)), page);
    }
    for (var language : List.of("zh", "en")) {
      for (var code : List.of("table.old-excel", "table.web-page")) {
        assertFalse(Bundles.words(language, "refusal." + code).isBlank());
      }
    }
  }

  private static String refused(byte[] content) {
    return assertThrows(Refusal.class, () -> Tables.top(content, 1)).code();
  }

  @Test
  @Requirement("R101.7")
  void theColumnOfStatesIsCountedAndNothingOfItIsTaken() throws IOException {
    var content =
        book(
            List.of(
                HEADER,
                line(text("A1"), date("46056"), number("1"), "待处理"),
                line(text("A2"), date("46056"), number("1"), "已办结"),
                line(text("A3"), date("46056"), number("1"), " 待处理 "),
                List.<String>of(),
                line(text("A4"), date("46056"), number("1"), "")));
    assertEquals("办理状态", LetterFile.understood(Tables.top(content, 1).get(0)).get(Field.STATUS));
    assertEquals(Map.of("待处理", 2, "已办结", 1, "", 1), LetterFile.counted(content, "办理状态"));
    assertEquals(4, read(content).size());
  }
}
