package firstline.broadcast.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PublicAlertsTest {
  private static final URI SITE = URI.create("https://city.example.cn");
  private final AlertOffice office = new AlertOffice("513200000000");
  private final AlertQueries queries = new AlertQueries(office.sql, new Desk());

  @Test
  @Requirement("R34.9")
  void withoutAnyTheFeedIsEmptyAndValid() throws Exception {
    var feed = parsed(AlertFeed.of(List.of(), SITE)).getDocumentElement();
    assertEquals("http://www.w3.org/2005/Atom", feed.getNamespaceURI());
    // RFC 4287, section 4.1.1: these three are required.
    for (var name : List.of("id", "title", "updated")) {
      assertEquals(1, feed.getElementsByTagNameNS("*", name).getLength(), name);
    }
    assertEquals(
        "1970-01-01T00:00:00Z",
        feed.getElementsByTagNameNS("*", "updated").item(0).getTextContent());
  }

  @Test
  @Requirement("R34.9")
  void onlyWhatIsPublicIsGivenOutAndSoIsItsEnd() throws Exception {
    var message = SampleCaps.RAIN.replace("511502<", "513202<");
    var styled =
        message.replace("?>\n", "?>\n<?xml-stylesheet href='https://evil.example/x.xsl'?>\n");
    var alert = office.take(styled).alert();
    assertFalse(ids().contains(alert.id()), "a draft is nobody's business");
    assertThrows(NotFound.class, () -> queries.published(alert.id()));
    office.sql.update(
        "update alert set state = 'ORDERED', ordered_at = ?, public_at = ? where id = ?",
        Instant.parse("2026-07-10T00:01:00Z"),
        Instant.parse("2026-07-10T00:01:00Z"),
        alert.id());
    var cap = CapReader.read(SampleCaps.bytes(styled));
    assertEquals(cap, queries.published(alert.id()));
    var feed = AlertFeed.of(queries.published(100), SITE);
    assertFalse(new String(feed, java.nio.charset.StandardCharsets.UTF_8).contains("stylesheet"));
    assertEquals(cap, inside(parsed(feed)));

    office.clock.set(Instant.parse("2026-07-10T00:05:00Z"));
    var cancel =
        office
            .take(
                message
                    .replace("<identifier>5", "<identifier>6")
                    .replace("<msgType>Alert", "<msgType>Cancel")
                    .replace(
                        "<code>应急</code>",
                        "<references>qx@yibin.example.cn,51150041600000_20260710063000,"
                            + "2026-07-10T06:30:00+08:00</references>"))
            .alert();
    assertTrue(ids().containsAll(List.of(alert.id(), cancel.id())), "its end is public too");
    var ended = queries.published(100).stream().filter(one -> one.id().equals(alert.id())).toList();
    assertEquals("CANCELLED", ended.get(0).state());
    assertEquals(Instant.parse("2026-07-10T00:05:00Z"), ended.get(0).updated());
  }

  private List<UUID> ids() {
    return queries.published(100).stream().map(AlertQueries.Entry::id).toList();
  }

  /** The first message in the feed. */
  private static Cap inside(Document feed) throws Exception {
    var alert = feed.getElementsByTagNameNS(CapParser.NAMESPACE, "alert").item(0);
    var bytes = new ByteArrayOutputStream();
    TransformerFactory.newDefaultInstance()
        .newTransformer()
        .transform(new DOMSource(alert), new StreamResult(bytes));
    return CapReader.read(bytes.toByteArray());
  }

  private static Document parsed(byte[] xml) throws Exception {
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
  }
}
