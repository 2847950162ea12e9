package firstline.broadcast.alert;

import firstline.broadcast.xml.Documents;
import firstline.persistence.requirement.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * An entry of a polled Atom feed (RFC 4287).
 *
 * @param id as the feed names it
 * @param updated as the feed says it
 * @param message the CAP message within the entry, or empty
 * @param link where the message lies, if it is not within
 */
record FeedEntry(String id, String updated, Optional<byte[]> message, Optional<URI> link) {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final int MOST = 500;
  private static final int NAME = 500;

  /**
   * The feed's entries.
   *
   * @throws IOException if it is no Atom feed
   */
  @Requirement("R34.11")
  static List<FeedEntry> in(byte[] feed, URI address) throws IOException {
    try {
      var root = Documents.parse(feed).getDocumentElement();
      if (!ATOM.equals(root.getNamespaceURI()) || !"feed".equals(root.getLocalName())) {
        throw new IOException("no Atom feed");
      }
      var entries = new ArrayList<FeedEntry>();
      for (var entry : children(root, ATOM, "entry").limit(MOST).toList()) {
        entries.add(entry(entry, address));
      }
      return entries;
    } catch (SAXException e) {
      throw new IOException("no XML", e);
    }
  }

  private static FeedEntry entry(Element entry, URI address) throws IOException {
    var inside =
        children(entry, ATOM, "content")
            .flatMap(content -> children(content, CapParser.NAMESPACE, "alert"))
            .findFirst();
    return new FeedEntry(
        text(entry, "id"),
        text(entry, "updated"),
        inside.isPresent() ? Optional.of(bytes(inside.get())) : Optional.empty(),
        link(entry, address));
  }

  /** One that says that it leads to CAP, else the first: many feeds say nothing. */
  private static Optional<URI> link(Element entry, URI address) throws IOException {
    var links = children(entry, ATOM, "link").toList();
    var chosen =
        links.stream()
            .filter(link -> link.getAttribute("type").startsWith(AlertFeed.CAP))
            .findFirst()
            .or(() -> links.stream().findFirst());
    try {
      return chosen.isEmpty()
          ? Optional.empty()
          : Optional.of(address.resolve(new URI(chosen.get().getAttribute("href"))));
    } catch (URISyntaxException e) {
      throw new IOException("no address: " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(Element alert) throws IOException {
    try {
      var factory = TransformerFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      var bytes = new ByteArrayOutputStream();
      factory.newTransformer().transform(new DOMSource(alert), new StreamResult(bytes));
      return bytes.toByteArray();
    } catch (TransformerException e) {
      throw new IOException("an entry cannot be taken out", e);
    }
  }

  private static String text(Element entry, String name) {
    return children(entry, ATOM, name)
        .findFirst()
        .map(Element::getTextContent)
        .map(text -> text.strip().substring(0, Math.min(NAME, text.strip().length())))
        .orElse("");
  }

  private static Stream<Element> children(Element parent, String namespace, String name) {
    return Documents.children(parent)
        .filter(
            child ->
                namespace.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()));
  }
}
