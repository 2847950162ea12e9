package firstline.broadcast.alert;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What is public, as Atom (RFC 4287) with the message itself in each entry, written anew: what a
 * sender put around it, such as a style sheet, stays outside.
 */
final class AlertFeed {
  static final String CAP = "application/cap+xml";
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final XMLStreamWriter xml;
  private final URI site;

  private AlertFeed(XMLStreamWriter xml, URI site) {
    this.xml = xml;
    this.site = site;
  }

  /**
   * The feed's bytes.
   *
   * @param entries the one that changed last on top
   * @param site the public address
   */
  @Requirement("R34.9")
  static byte[] of(List<AlertQueries.Entry> entries, URI site) {
    try {
      var bytes = new ByteArrayOutputStream();
      var xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      new AlertFeed(xml, site).feed(entries);
      xml.close();
      return bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
  }

  private void feed(List<AlertQueries.Entry> entries) throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    element("id", site.resolve("/feeds/alerts.atom").toString());
    element("title", Bundles.words("zh", "broadcast.alert.feed"));
    element("updated", time(entries.isEmpty() ? Instant.EPOCH : entries.get(0).updated()));
    link("self", "/feeds/alerts.atom", "application/atom+xml");
    for (var entry : entries) {
      entry(entry);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void entry(AlertQueries.Entry entry) throws XMLStreamException {
    var cap = entry.cap();
    xml.writeStartElement("entry");
    element("id", "urn:uuid:" + entry.id());
    element("title", entry.headline().isEmpty() ? cap.identifier() : entry.headline());
    element("published", time(entry.published()));
    element("updated", time(entry.updated()));
    xml.writeStartElement("author");
    element("name", cap.sender());
    xml.writeEndElement();
    xml.writeEmptyElement("category");
    xml.writeAttribute("term", entry.state());
    link("alternate", "/alerts/" + entry.id() + ".xml", CAP);
    xml.writeStartElement("content");
    xml.writeAttribute("type", CAP);
    CapWriter.write(cap, xml);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void link(String relation, String path, String type) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", site.resolve(path).toString());
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
