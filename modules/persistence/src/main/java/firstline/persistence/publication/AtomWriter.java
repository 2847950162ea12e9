package firstline.persistence.publication;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a feed of Atom (RFC 4287): what all feeds of the house have alike. */
public final class AtomWriter {
  /** Writes one entry between its start and end. */
  @FunctionalInterface
  public interface Body<T> {
    void write(AtomWriter atom, T entry) throws XMLStreamException;
  }

  /**
   * What stands at the top.
   *
   * @param path of the feed on the site
   * @param site the public address
   * @param updated when its newest entry changed; the epoch for an empty feed
   * @param page path of the page that shows the same; empty for none
   */
  public record Head(String path, URI site, String title, Instant updated, String page) {}

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final XMLStreamWriter xml;
  private final URI site;

  private AtomWriter(XMLStreamWriter xml, URI site) {
    this.xml = xml;
    this.site = site;
  }

  /** The feed's bytes, with the entries in their order. */
  public static <T> byte[] feed(Head head, List<T> entries, Body<T> body) {
    return XmlDocument.of(xml -> new AtomWriter(xml, head.site()).write(head, entries, body));
  }

  private <T> void write(Head head, List<T> entries, Body<T> body) throws XMLStreamException {
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    element("id", site.resolve(head.path()).toString());
    element("title", head.title());
    element("updated", time(head.updated()));
    link("self", head.path(), "application/atom+xml");
    if (!head.page().isEmpty()) {
      link("alternate", head.page(), "text/html");
    }
    for (var entry : entries) {
      xml.writeStartElement("entry");
      body.write(this, entry);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  /** For what a feed has of its own. */
  public XMLStreamWriter xml() {
    return xml;
  }

  /** What every entry begins with. */
  public void begin(String id, String title, Instant published, Instant updated, String author)
      throws XMLStreamException {
    element("id", "urn:uuid:" + id);
    element("title", title);
    element("published", time(published));
    element("updated", time(updated));
    xml.writeStartElement("author");
    element("name", author);
    xml.writeEndElement();
  }

  public void link(String relation, String path, String type) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", site.resolve(path).toString());
  }

  public void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
