package firstline.rumour.opendata;

import firstline.persistence.publication.AtomWriter;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.text.PlainText;
import firstline.persistence.words.Bundles;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** What became public, was corrected or withdrawn, as Atom (RFC 4287). */
final class AtomFeed {
  private AtomFeed() {}

  /**
   * The feed's bytes.
   *
   * @param entries the newest first
   * @param site the public address
   */
  @Requirement({"R4.1", "R4.3"})
  static byte[] of(List<FeedQueries.Entry> entries, URI site) {
    return AtomWriter.feed(
        new AtomWriter.Head(
            "/feeds/rebuttals.atom",
            site,
            Bundles.words("zh", "rumour.feed.title"),
            entries.isEmpty() ? Instant.EPOCH : entries.get(0).updated(),
            "/rumours"),
        entries,
        AtomFeed::entry);
  }

  /** XML has no place for a control character, whatever wrote it. */
  private static void entry(AtomWriter atom, FeedQueries.Entry entry) throws XMLStreamException {
    var notice = entry.notice();
    atom.begin(
        entry.id().toString(),
        PlainText.lines(FeedWords.title(entry)),
        entry.published(),
        entry.updated(),
        PlainText.lines(entry.departmentName()));
    atom.xml().writeEmptyElement("category");
    atom.xml().writeAttribute("term", notice == null ? entry.verdict() : "WITHDRAWN");
    atom.xml().writeAttribute("label", FeedWords.tag(entry));
    atom.link("alternate", "/rumours/" + entry.number(), "text/html");
    atom.element("summary", PlainText.lines(FeedWords.summary(entry)));
    if (notice == null) {
      atom.element("content", PlainText.lines(entry.explanation()));
    }
  }
}
