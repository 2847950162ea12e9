package firstline.persistence.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.locale.ThreeLocales;
import firstline.testkit.seed.Seeded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class TablesThatPeopleBringTest {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final Map<String, List<String>> COLUMNS =
      Map.of("code", List.of("代码", "id"), "name", List.of("名称"));
  private static final String HEADER =
      "<row r='1'>" + text("A1", "代码") + text("B1", "名称") + "</row>";

  @ThreeLocales
  @Requirement("R13.1")
  void aCodeTypedAsANumberIsStillItsDigits() throws IOException {
    var lines =
        read(
            sheet(
                HEADER
                    + "<row r='2'><c r='A2'><v>511500000000</v></c>"
                    + text("B2", " 宜宾市 ")
                    + "</row><row r='3'><c r='A3'><v>5.11502E11</v></c>"
                    + text("B3", "翠屏区")
                    + "</row><row r='5'><c r='A5'><v>1E+2000000000</v></c></row>"));
    assertEquals(
        List.of("511500000000", "511502000000", "1E+2000000000"),
        lines.stream().map(line -> line.value("code")).toList());
    assertEquals("宜宾市", lines.get(0).value("name"));
    assertEquals(List.of(2, 3, 5), lines.stream().map(Line::number).toList());
  }

  @ThreeLocales
  @Requirement("R13.1")
  void aHeaderIsReadInAnyCaseQuotedAndWithAMark() {
    assertEquals("7", csv("ID,NAME\n7,x\n").get(0).value("code"));
    assertEquals("7", csv("\uFEFF\"代码\",\"名称\"\n7,x\n").get(0).value("code"));
  }

  @Test
  @Requirement("R13.2")
  void aTableWithoutEndToTheRightIsRefused() throws IOException {
    var far = sheet(HEADER + "<row r='2'><c r='XFD2'><v>1</v></c></row>");
    assertEquals("table.too-many-columns", refusal(far));
    assertEquals("table.too-many-columns", refusal(("code" + ",x".repeat(300)).getBytes(UTF_8)));
    assertEquals(
        "table.cell-too-long", refusal(("code\n" + "x".repeat(20_001) + "\n").getBytes(UTF_8)));
  }

  @Test
  @Requirement("R13.2")
  void whatOnlyLooksLikeAWorkbookIsRefusedInWords() throws IOException {
    assertEquals("table.unreadable", refusal(zip(Map.of("word/document.xml", "<w/>"))));
    assertEquals("table.unreadable", refusal(sheet(HEADER + "<row r='2'><c r='A2'><v>1</v>")));
    assertEquals("table.unreadable", refusal(sheet("<row r='x'><c r='??'><v>1</v></c></row>")));
    var whole = sheet(HEADER);
    assertEquals(List.of(), read(whole), "the whole one is read");
    assertEquals("table.unreadable", refusal(Arrays.copyOf(whole, whole.length / 2)));
    var parts = parts(HEADER);
    parts.put("xl/workbook.xml", "<workbook xmlns='" + MAIN + "'><sheets/></workbook>");
    assertEquals("table.unreadable", refusal(zip(parts)));
  }

  @Test
  @Requirement("R13.2")
  void aDamagedWorkbookIsReadOrRefusedNeverAnIncident() throws IOException {
    var whole = sheet(HEADER + "<row r='2'><c r='A2'><v>1</v></c>" + text("B2", "x") + "</row>");
    Seeded.cases(
        600,
        draw -> {
          var bytes = whole.clone();
          for (var i = draw.between(1, 6); i > 0; i--) {
            bytes[draw.between(4, bytes.length - 1)] = (byte) draw.between(0, 255);
          }
          try {
            read(bytes);
          } catch (Refusal refusal) {
            assertTrue(refusal.code().startsWith("table."), refusal.code());
          }
        });
  }

  @ThreeLocales
  void noCellThatIsWrittenRunsAsAFormula() throws IOException {
    for (var evil :
        List.of("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝1", "\t=1", " =1")) {
      assertTrue(written(evil).startsWith("\"'"), evil);
    }
    for (var plain : List.of("-5", "+3.25", "12", "宜宾市", "", "a=b")) {
      assertEquals("\"" + plain + "\"", written(plain));
    }
  }

  @Test
  void whatIsWrittenReadsBack() {
    Seeded.cases(
        1_000,
        draw -> {
          var name = draw.text(0, 30);
          var out = new StringBuilder();
          var writer = new CsvWriter(out);
          writer.line(List.of("代码", "名称"));
          writer.line(List.of("x", name));
          var read = csv(out.toString()).get(0).value("name");
          assertTrue(read.equals(name.strip()) || read.equals("'" + name.stripTrailing()), read);
        });
  }

  private static String written(String cell) throws IOException {
    var out = new StringBuilder();
    new CsvWriter(out).line(List.of(cell));
    return out.substring(1, out.length() - 2);
  }

  private static List<Line> csv(String text) {
    return read(text.getBytes(UTF_8));
  }

  private static List<Line> read(byte[] content) {
    return Tables.read(content, COLUMNS, List.of("code"));
  }

  private static String refusal(byte[] content) {
    return assertThrows(Refusal.class, () -> read(content)).code();
  }

  private static String text(String at, String value) {
    return "<c r='" + at + "' t='inlineStr'><is><t>" + value + "</t></is></c>";
  }

  private static byte[] sheet(String rows) throws IOException {
    return zip(parts(rows));
  }

  private static Map<String, String> parts(String rows) {
    var parts = new LinkedHashMap<String, String>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            + "<Override PartName='/xl/workbook.xml' ContentType='"
            + OFFICE
            + "sheet.main+xml'/><Override PartName='/xl/worksheets/sheet1.xml' ContentType='"
            + OFFICE
            + "worksheet+xml'/></Types>");
    parts.put("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns='"
            + MAIN
            + "' xmlns:r='"
            + RELATIONS
            + "'><sheets><sheet name='s' sheetId='1' r:id='r1'/></sheets></workbook>");
    parts.put("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>");
    return parts;
  }

  private static String relation(String type, String target) {
    return "<Relationships xmlns='"
        + PACKAGE
        + "'><Relationship Id='r1' Type='"
        + RELATIONS
        + "/"
        + type
        + "' Target='"
        + target
        + "'/></Relationships>";
  }

  private static byte[] zip(Map<String, String> parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
