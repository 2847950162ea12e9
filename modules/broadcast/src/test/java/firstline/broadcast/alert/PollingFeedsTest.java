package firstline.broadcast.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import firstline.persistence.requirement.Requirement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollingFeedsTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private final AlertOffice office = new AlertOffice("513400000000");
  private final FeedBook book = new FeedBook(office.alerts(), office.sql, office.clock);
  private final PollFeeds polling = new PollFeeds(book);
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;
  private String url;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          var page = pages.get(exchange.getRequestURI().getPath());
          var body = SampleCaps.bytes(page == null ? "" : page);
          exchange.sendResponseHeaders(
              page == null ? 404 : 200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort() + "/feed";
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  @Requirement("R34.11")
  void eachMessageIsTakenInOnceWhereverItStands() {
    pages.put("/a.xml", message("linked"));
    pages.put(
        "/feed",
        feed(
            entry("1", "<content type='application/cap+xml'>" + message("inside") + "</content>"),
            entry("2", "<link href='/page.html'/><link type='application/cap+xml' href='a.xml'/>"),
            entry("3", "<content>" + message("bad").replace("Actual", "Real") + "</content>")));
    assertEquals(2, polling.poll(url));
    assertEquals(2, asked.get());
    assertEquals(0, polling.poll(url));
    assertEquals(3, asked.get(), "no message is fetched twice");
    assertEquals(
        List.of("", "", "cap.word"),
        office.sql.list(
            "select outcome from alert_feed_entry where url = ? order by entry",
            row -> row.text(1),
            url));
    var kept =
        office.sql.list(
            "select identifier from alert where source = 'FEED' and identifier like ? order by 1",
            row -> row.text(1),
            "%-" + url);
    assertEquals(List.of("inside-" + url, "linked-" + url), kept);
  }

  @Test
  @Requirement("R34.12")
  void aSilentFeedIsNamedWithItsReason() {
    assertEquals(0, polling.poll(url));
    var quarter = Duration.ofMinutes(15);
    assertEquals(List.of(), book.silent(List.of(url), quarter), "once is no silence");
    office.clock.move(Duration.ofMinutes(20));
    pages.put("/feed", "<!DOCTYPE feed [<!ENTITY x 'y'>]><feed/>");
    polling.poll(url);
    assertEquals("no XML", book.silent(List.of(url), quarter).get(0).failure());
    pages.put("/feed", "<html/>");
    polling.poll(url);
    assertEquals("no Atom feed", book.silent(List.of(url), quarter).get(0).failure());
    pages.put(
        "/feed",
        feed(
            entry("1", "<link href='http://127.0.0.1:1/secret'/>"),
            entry("2", "<content>" + message("after it") + "</content>")));
    assertEquals(1, polling.poll(url), "one that cannot be had holds up no other");
    assertTrue(
        office
            .sql
            .one("select failure from alert_feed where url = ?", row -> row.text(1), url)
            .startsWith("a link to another host"));
    pages.put("/feed", feed());
    polling.poll(url);
    office.clock.move(Duration.ofHours(1));
    assertEquals(List.of(), book.silent(List.of(url), quarter));
  }

  @Test
  @Requirement("R34.11")
  void nobodyIsAskedMoreOftenThanEveryTwoMinutes() {
    assertEquals(Duration.ofMinutes(2), AlertFeeds.interval(1));
    assertEquals(Duration.ofMinutes(5), AlertFeeds.interval(300));
    assertEquals(
        List.of("https://a/x", "https://b/y"), AlertFeeds.addresses(" https://a/x,,https://b/y "));
    assertEquals(List.of(), AlertFeeds.addresses(""));
  }

  @Test
  @Requirement("R34.13")
  void aDraftWhoseTimeIsOverIsNone() {
    office.take(message("soon over"));
    var identifier = "soon-over-" + url;
    book.expire();
    assertEquals("DRAFT", office.state(identifier));
    office.clock.set(Instant.parse("2026-07-10T10:31:00Z"));
    book.expire();
    assertEquals("EXPIRED", office.state(identifier));
  }

  private String message(String name) {
    return SampleCaps.RAIN
        .replaceFirst("<\\?.*\\?>\n", "")
        .replace("511502<", "513402<")
        .replace("51150041600000_20260710063000", name.replace(' ', '-') + "-" + url);
  }

  private static String entry(String id, String content) {
    return "<entry><id>"
        + id
        + "</id><updated>2026-07-10T00:0"
        + COUNT.incrementAndGet() % 10
        + ":00Z</updated>"
        + content
        + "</entry>";
  }

  private static String feed(String... entries) {
    return "<feed xmlns='http://www.w3.org/2005/Atom'>" + String.join("", entries) + "</feed>";
  }
}
