package firstline.broadcast.alert;

import firstline.persistence.publication.AtomWriter;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * What is public, as Atom (RFC 4287) with the message itself in each entry, written anew: what a
 * sender put around it, such as a style sheet, stays outside.
 */
final class AlertFeed {
  static final String CAP = "application/cap+xml";

  private AlertFeed() {}

  /**
   * The feed's bytes.
   *
   * @param entries the one that changed last on top
   * @param site the public address
   */
  @Requirement("R34.9")
  static byte[] of(List<AlertQueries.Entry> entries, URI site) {
    return AtomWriter.feed(
        new AtomWriter.Head(
            "/feeds/alerts.atom",
            site,
            Bundles.words("zh", "broadcast.alert.feed"),
            entries.isEmpty() ? Instant.EPOCH : entries.get(0).updated(),
            ""),
        entries,
        AlertFeed::entry);
  }

  private static void entry(AtomWriter atom, AlertQueries.Entry entry) throws XMLStreamException {
    var cap = entry.cap();
    atom.begin(
        entry.id().toString(),
        entry.headline().isEmpty() ? cap.identifier() : entry.headline(),
        entry.published(),
        entry.updated(),
        cap.sender());
    atom.xml().writeEmptyElement("category");
    atom.xml().writeAttribute("term", entry.state());
    atom.link("alternate", "/alerts/" + entry.id() + ".xml", CAP);
    atom.xml().writeStartElement("content");
    atom.xml().writeAttribute("type", CAP);
    CapWriter.write(cap, atom.xml());
    atom.xml().writeEndElement();
  }
}
