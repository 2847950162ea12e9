package firstline.rumour.opendata;

import firstline.persistence.publication.PublicPlaceContribution.Place;
import firstline.persistence.requirement.Requirement;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * The public pages for search engines (sitemaps.org): one list, or an index of lists when there are
 * more than one may hold. A part is named by the id after which it begins.
 */
final class Sitemap {
  /** What the protocol allows in one list. */
  static final int PART = 50_000;

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final List<String> FIXED =
      List.of("/", "/rumours", "/rumours/corrections", "/rumours/data", "/rumours/report");
  private static final UUID BEGINNING = new UUID(0, 0);

  private final FeedQueries queries;
  private final List<Place> others;
  private final URI site;
  private final int part;

  /**
   * @param others pages of other departments
   * @param part pages a list holds at most
   */
  Sitemap(FeedQueries queries, List<Place> others, URI site, int part) {
    this.queries = queries;
    this.others = others;
    this.site = site;
    this.part = part;
  }

  /** Writes the index, or the only list, or the part after an id. */
  @Requirement("R8.10")
  void write(OutputStream out, @Nullable UUID after) {
    try {
      var xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      var partings = after == null ? queries.partings(room()) : List.<UUID>of();
      if (partings.isEmpty()) {
        list(xml, after == null ? BEGINNING : after);
      } else {
        index(xml, partings);
      }
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the sitemap cannot be written", e);
    }
  }

  /** Rebuttals that a list takes. */
  private int room() {
    return part - FIXED.size() - others.size();
  }

  private void index(XMLStreamWriter xml, List<UUID> partings) throws XMLStreamException {
    xml.writeStartElement("sitemapindex");
    xml.writeDefaultNamespace(NAMESPACE);
    place(xml, "sitemap", "/sitemap.xml?after=" + BEGINNING, null);
    for (var parting : partings) {
      place(xml, "sitemap", "/sitemap.xml?after=" + parting, null);
    }
    xml.writeEndElement();
  }

  private void list(XMLStreamWriter xml, UUID after) throws XMLStreamException {
    xml.writeStartElement("urlset");
    xml.writeDefaultNamespace(NAMESPACE);
    if (after.equals(BEGINNING)) {
      for (var path : FIXED) {
        place(xml, "url", path, null);
      }
      for (var other : others) {
        place(xml, "url", other.path(), other.changed());
      }
    }
    for (var page : queries.places(after, room())) {
      place(xml, "url", "/rumours/" + page.number(), page.changed());
    }
    xml.writeEndElement();
  }

  private void place(XMLStreamWriter xml, String element, String path, @Nullable Instant changed)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeStartElement("loc");
    xml.writeCharacters(site.resolve(path).toString());
    xml.writeEndElement();
    if (changed != null) {
      xml.writeStartElement("lastmod");
      xml.writeCharacters(changed.truncatedTo(ChronoUnit.SECONDS).toString());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }
}
