package firstline.persistence.publication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A document of XML 1.0 in UTF-8, written to memory. */
public final class XmlDocument {
  /** Writes the root element. */
  @FunctionalInterface
  public interface Root {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  /** What XML 1.0 has no place for (section 2.2). */
  private static final Pattern ILLEGAL =
      Pattern.compile("[^\\t\\n\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private XmlDocument() {}

  /** The document's bytes. */
  public static byte[] of(Root root) {
    try {
      var bytes = new ByteArrayOutputStream();
      var xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      root.write(xml);
      xml.writeEndDocument();
      xml.close();
      return bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
  }

  /** The text without what no document can hold, its lines ended as XML reads them back. */
  public static String legal(String text) {
    return ILLEGAL.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
  }
}
