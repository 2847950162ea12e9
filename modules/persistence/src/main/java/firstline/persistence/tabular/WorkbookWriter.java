package firstline.persistence.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a table as the one sheet of an XLSX file (ECMA-376, part 1), line by line. Texts are
 * written as texts, so that a spreadsheet runs none of them as a formula; whole numbers as numbers.
 * (The writer of fastexcel leaves entries that no streaming reader opens, ours among them.)
 */
public final class WorkbookWriter implements Closeable {
  /** Media type of the file. */
  public static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final int LETTERS = 26;

  /** What XML 1.0 cannot hold, not even escaped. */
  private static final String UNFIT =
      "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

  private final ZipOutputStream zip;
  private final XMLStreamWriter sheet;
  private int rows;

  /** Begins the table; the name holds letters only. */
  public WorkbookWriter(OutputStream out, String name) throws IOException {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    part(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType="
            + "\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
            + TYPE
            + ".main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType="
            + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
            + "</Types>");
    part("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
    part(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + OFFICE
            + "\"><sheets><sheet name=\""
            + name
            + "\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
    part("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
    zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
    try {
      sheet = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(zip, "UTF-8");
      sheet.writeStartDocument("UTF-8", "1.0");
      sheet.writeStartElement("worksheet");
      sheet.writeDefaultNamespace(MAIN);
      sheet.writeStartElement("sheetData");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static String relation(String kind, String target) {
    return "<Relationships xmlns=\""
        + RELATIONS
        + "\"><Relationship Id=\"r1\" Type=\""
        + OFFICE
        + "/"
        + kind
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
  }

  private void part(String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write((HEAD + content).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** Writes one line of texts and whole numbers. */
  public void line(List<?> cells) throws IOException {
    rows++;
    try {
      sheet.writeStartElement("row");
      sheet.writeAttribute("r", String.valueOf(rows));
      for (var place = 0; place < cells.size(); place++) {
        cell(column(place) + rows, cells.get(place));
      }
      sheet.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void cell(String address, Object value) throws XMLStreamException {
    sheet.writeStartElement("c");
    sheet.writeAttribute("r", address);
    if (value instanceof Long) {
      sheet.writeStartElement("v");
      sheet.writeCharacters(String.valueOf(value));
    } else {
      sheet.writeAttribute("t", "inlineStr");
      sheet.writeStartElement("is");
      sheet.writeStartElement("t");
      sheet.writeAttribute("xml:space", "preserve");
      sheet.writeCharacters(String.valueOf(value).replaceAll(UNFIT, ""));
      sheet.writeEndElement();
    }
    sheet.writeEndElement();
    sheet.writeEndElement();
  }

  /** A, B, …, Z, AA, … */
  private static String column(int place) {
    var letter = String.valueOf((char) ('A' + place % LETTERS));
    return place < LETTERS ? letter : column(place / LETTERS - 1) + letter;
  }

  /** Ends the file. */
  @Override
  public void close() throws IOException {
    try {
      sheet.writeEndDocument();
      sheet.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    zip.closeEntry();
    zip.close();
  }
}
