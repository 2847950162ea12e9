package firstline.persistence.tabular;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes one sheet as XLSX (ECMA-376) row by row, without keeping any: texts stand in their cells,
 * so that nothing is a formula and no table of texts grows. Numbers are numbers.
 */
public final class XlsxWriter implements AutoCloseable {
  /** Media type of the file. */
  public static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Lines of a sheet, the header among them. */
  public static final int LINES = 1 << 20;

  private static final int TEXT = 32_767;
  private static final int BUFFER = 1 << 16;

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String TYPES =
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""";
  private static final String PACKAGE =
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""";
  private static final String WORKBOOK =
      """
      <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
      <sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>""";
  private static final String SHEETS =
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""";
  private static final String SHEET =
      """
      <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>\
      <sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>\
      </sheetViews><sheetData>""";

  private final ZipOutputStream zip;
  private final Writer out;

  /** Begins the sheet; the stream is closed with it. */
  public XlsxWriter(OutputStream stream) throws IOException {
    zip = new ZipOutputStream(stream, StandardCharsets.UTF_8);
    zip.setLevel(Deflater.BEST_SPEED);
    part("[Content_Types].xml", TYPES);
    part("_rels/.rels", PACKAGE);
    part("xl/workbook.xml", WORKBOOK);
    part("xl/_rels/workbook.xml.rels", SHEETS);
    zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
    out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), BUFFER);
    out.write(HEAD);
    out.write(SHEET);
  }

  private void part(String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write((HEAD + content).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** Writes one row: numbers, texts, null for an empty cell. */
  public void line(List<? extends @Nullable Object> cells) throws IOException {
    out.write("<row>");
    for (var cell : cells) {
      if (cell instanceof Integer || cell instanceof Long || cell instanceof BigDecimal) {
        out.write("<c><v>");
        out.write(cell instanceof BigDecimal big ? big.toPlainString() : cell.toString());
        out.write("</v></c>");
      } else if (cell == null || cell.toString().isEmpty()) {
        out.write("<c/>");
      } else {
        out.write("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        text(cell.toString());
        out.write("</t></is></c>");
      }
    }
    out.write("</row>");
  }

  /** What XML cannot hold is left out; a cell holds 32,767 characters. */
  private void text(String text) throws IOException {
    var end = Math.min(TEXT, text.length());
    for (var at = 0; at < end; at++) {
      var letter = text.charAt(at);
      switch (letter) {
        case '<' -> out.write("&lt;");
        case '>' -> out.write("&gt;");
        case '&' -> out.write("&amp;");
        case '\n', '\t' -> out.write(letter);
        default -> {
          if (letter >= ' ' && letter < '\uFFFE' && isWhole(text, at, end)) {
            out.write(letter);
          }
        }
      }
    }
  }

  /** False of half a surrogate pair. */
  private static boolean isWhole(String text, int at, int end) {
    var letter = text.charAt(at);
    if (Character.isHighSurrogate(letter)) {
      return at + 1 < end && Character.isLowSurrogate(text.charAt(at + 1));
    }
    return !Character.isLowSurrogate(letter)
        || (at > 0 && Character.isHighSurrogate(text.charAt(at - 1)));
  }

  @Override
  public void close() throws IOException {
    out.write("</sheetData></worksheet>");
    out.flush();
    zip.closeEntry();
    zip.close();
  }
}
