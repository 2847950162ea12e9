package firstline.rumour.opendata;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import firstline.rumour.text.PlainText;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What became public, was corrected or withdrawn, as Atom (RFC 4287). */
final class AtomFeed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final XMLStreamWriter xml;
  private final URI site;

  private AtomFeed(XMLStreamWriter xml, URI site) {
    this.xml = xml;
    this.site = site;
  }

  /**
   * The feed's bytes.
   *
   * @param entries the newest first
   * @param site the public address
   */
  @Requirement({"R4.1", "R4.3"})
  static byte[] of(List<FeedQueries.Entry> entries, URI site) {
    try {
      var bytes = new ByteArrayOutputStream();
      var xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      new AtomFeed(xml, site).feed(entries);
      xml.close();
      return bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
  }

  private void feed(List<FeedQueries.Entry> entries) throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    element("id", site.resolve("/feeds/rebuttals.atom").toString());
    element("title", Bundles.words("zh", "rumour.feed.title"));
    element("updated", time(entries.isEmpty() ? Instant.EPOCH : entries.get(0).updated()));
    link("self", "/feeds/rebuttals.atom", "application/atom+xml");
    link("alternate", "/rumours", "text/html");
    for (var entry : entries) {
      entry(entry);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void entry(FeedQueries.Entry entry) throws XMLStreamException {
    var notice = entry.notice();
    xml.writeStartElement("entry");
    element("id", "urn:uuid:" + entry.id());
    element("title", FeedWords.title(entry));
    element("published", time(entry.published()));
    element("updated", time(entry.updated()));
    xml.writeStartElement("author");
    element("name", entry.departmentName());
    xml.writeEndElement();
    xml.writeEmptyElement("category");
    xml.writeAttribute("term", notice == null ? entry.verdict() : "WITHDRAWN");
    xml.writeAttribute("label", FeedWords.tag(entry));
    link("alternate", "/rumours/" + entry.number(), "text/html");
    element("summary", FeedWords.summary(entry));
    if (notice == null) {
      element("content", entry.explanation());
    }
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
    // XML has no place for a control character, whatever wrote it.
    xml.writeCharacters(PlainText.lines(text));
    xml.writeEndElement();
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
