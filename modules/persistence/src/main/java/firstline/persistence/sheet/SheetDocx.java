package firstline.persistence.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A sheet as a document to write on in (ECMA-376: the three parts that every one has). */
public final class SheetDocx {
  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String TYPES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Override PartName="/word/document.xml" ContentType=\
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
      </Types>""";
  private static final String RELATIONS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="r1" Type=\
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
      Target="word/document.xml"/></Relationships>""";

  private SheetDocx() {}

  /** The sheet as DOCX; the same bytes for the same sheet. */
  public static byte[] write(Sheet sheet) {
    try {
      var bytes = new ByteArrayOutputStream();
      try (var zip = new ZipOutputStream(bytes)) {
        part(zip, "[Content_Types].xml", TYPES);
        part(zip, "_rels/.rels", RELATIONS);
        part(zip, "word/document.xml", document(sheet));
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String document(Sheet sheet) throws XMLStreamException {
    var text = new StringWriter();
    var out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    out.writeStartDocument("UTF-8", "1.0");
    out.writeStartElement("w", "document", W);
    out.writeNamespace("w", W);
    out.writeStartElement("w", "body", W);
    for (var line : sheet.lines()) {
      paragraph(out, line);
    }
    out.writeStartElement("w", "sectPr", W);
    empty(out, "pgSz", "w", "11906", "h", "16838");
    empty(out, "pgMar", "top", "2098", "right", "1474", "bottom", "1984", "left", "1587");
    out.writeEndElement();
    out.writeEndElement();
    out.writeEndElement();
    out.writeEndDocument();
    return text.toString();
  }

  private static void paragraph(XMLStreamWriter out, Sheet.Line line) throws XMLStreamException {
    var title = line.role() == Sheet.Role.TITLE;
    out.writeStartElement("w", "p", W);
    out.writeStartElement("w", "pPr", W);
    empty(out, "spacing", "line", "480", "lineRule", "auto");
    if (line.role() == Sheet.Role.TEXT) {
      empty(out, "ind", "firstLineChars", "200", "firstLine", "560");
    }
    if (title || line.role() == Sheet.Role.RIGHT) {
      empty(out, "jc", "val", title ? "center" : "right");
    }
    out.writeEndElement();
    out.writeStartElement("w", "r", W);
    out.writeStartElement("w", "rPr", W);
    empty(out, "rFonts", "eastAsia", title ? "宋体" : "仿宋");
    if (title || line.role() == Sheet.Role.HEADING) {
      out.writeEmptyElement("w", "b", W);
    }
    empty(out, "sz", "val", title ? "44" : "28");
    empty(out, "lang", "eastAsia", "zh-CN");
    out.writeEndElement();
    out.writeStartElement("w", "t", W);
    out.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
    out.writeCharacters(line.whole());
    out.writeEndElement();
    out.writeEndElement();
    out.writeEndElement();
  }

  /** An empty element with its attributes, names and values in turn. */
  private static void empty(XMLStreamWriter out, String name, String... attributes)
      throws XMLStreamException {
    out.writeEmptyElement("w", name, W);
    for (var i = 0; i < attributes.length; i += 2) {
      out.writeAttribute("w", W, attributes[i], attributes[i + 1]);
    }
  }
}
