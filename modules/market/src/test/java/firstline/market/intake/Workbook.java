package firstline.market.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook as spreadsheets write it: sheets of rows, each cell as it stands in the file. */
final class Workbook {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String LINKS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private Workbook() {}

  static String text(String value) {
    return " t='inlineStr'><is><t>" + value + "</t></is></c>";
  }

  static String number(String value) {
    return "><v>" + value + "</v></c>";
  }

  /** A number that is shown as a date. */
  static String date(String serial) {
    return " s='1'><v>" + serial + "</v></c>";
  }

  static String formula(String formula, String value) {
    return "><f>" + formula + "</f><v>" + value + "</v></c>";
  }

  /** A formula whose value is a text. */
  static String words(String formula, String value) {
    return " t='str'><f>" + formula + "</f><v>" + value + "</v></c>";
  }

  static final String EMPTY = "/>";

  /** The bytes; a row without cells is written as an empty row. */
  static byte[] of(List<List<List<String>>> sheets, String merged) throws IOException {
    var parts = new LinkedHashMap<String, String>();
    var types = new StringBuilder();
    var names = new StringBuilder();
    var links = new StringBuilder(link("styles", "s", "styles.xml"));
    for (var at = 1; at <= sheets.size(); at++) {
      var path = "worksheets/sheet" + at + ".xml";
      types.append(type("/xl/" + path, "worksheet"));
      names.append("<sheet name='s" + at + "' sheetId='" + at + "' r:id='r" + at + "'/>");
      links.append(link("worksheet", "r" + at, path));
      parts.put("xl/" + path, sheet(sheets.get(at - 1), at == 1 ? merged : ""));
    }
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            + type("/xl/workbook.xml", "sheet.main")
            + type("/xl/styles.xml", "styles")
            + types
            + "</Types>");
    parts.put("_rels/.rels", links(link("officeDocument", "r1", "xl/workbook.xml")));
    parts.put("xl/_rels/workbook.xml.rels", links(links.toString()));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns='"
            + MAIN
            + "' xmlns:r='"
            + LINKS
            + "'><sheets>"
            + names
            + "</sheets></workbook>");
    parts.put(
        "xl/styles.xml",
        "<styleSheet xmlns='"
            + MAIN
            + "'><cellXfs count='2'><xf numFmtId='0'/>"
            + "<xf numFmtId='22' applyNumberFormat='1'/></cellXfs></styleSheet>");
    return zip(parts);
  }

  private static String sheet(List<List<String>> rows, String merged) {
    var text = new StringBuilder("<worksheet xmlns='" + MAIN + "'><sheetData>");
    for (var at = 0; at < rows.size(); at++) {
      var number = at + 1;
      text.append("<row r='" + number + "'>");
      for (var place = 0; place < rows.get(at).size(); place++) {
        text.append("<c r='" + (char) ('A' + place) + number + "'" + rows.get(at).get(place));
      }
      text.append("</row>");
    }
    text.append("</sheetData>");
    if (!merged.isEmpty()) {
      text.append("<mergeCells>");
      text.append(
          List.of(merged.split(" ", -1)).stream()
              .map(one -> "<mergeCell ref='" + one + "'/>")
              .collect(Collectors.joining()));
      text.append("</mergeCells>");
    }
    return text.append("</worksheet>").toString();
  }

  private static String type(String part, String name) {
    return "<Override PartName='" + part + "' ContentType='" + OFFICE + name + "+xml'/>";
  }

  private static String link(String type, String id, String target) {
    return "<Relationship Id='"
        + id
        + "' Type='"
        + LINKS
        + "/"
        + type
        + "' Target='"
        + target
        + "'/>";
  }

  private static String links(String inner) {
    return "<Relationships xmlns='" + PACKAGE + "'>" + inner + "</Relationships>";
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
