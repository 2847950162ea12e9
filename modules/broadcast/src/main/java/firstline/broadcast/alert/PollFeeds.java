package firstline.broadcast.alert;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Asks the feeds of other authorities every few minutes. A link is followed to the feed's own host
 * alone, and no redirect is.
 */
@ApplicationScoped
class PollFeeds {
  private static final System.Logger LOG = System.getLogger(PollFeeds.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MINUTE = 60;

  @Inject private AlertFeeds feeds;
  @Inject private ServerDesk server;
  @Inject private FeedBook book;

  @SuppressWarnings("NullAway.Init")
  PollFeeds() {}

  /** For tests without a server. */
  @SuppressWarnings("NullAway.Init")
  PollFeeds(FeedBook book) {
    this.book = book;
  }

  void start(@Observes ClockworkStarted event) {
    var every = feeds.interval().toSeconds();
    event
        .executor()
        .scheduleAtFixedRate(Duty.of("alert.feeds", this::look), MINUTE, every, TimeUnit.SECONDS);
    event
        .executor()
        .scheduleAtFixedRate(
            Duty.of("alert.expire", this::expire), MINUTE, MINUTE, TimeUnit.SECONDS);
  }

  private void look() {
    for (var url : feeds.addresses()) {
      server.as("alert.feeds", () -> poll(url));
    }
  }

  private void expire() {
    server.as("alert.expire", () -> book.expire());
  }

  /** Asks one feed; how many new messages it had. */
  @Requirement({"R34.11", "R34.12"})
  int poll(String url) {
    try {
      var address = URI.create(url);
      var entries = FeedEntry.in(fetched(address), address);
      book.answered(url);
      var known = book.known(url);
      var taken = 0;
      for (var entry : entries) {
        if (!known.contains(entry.id() + ' ' + entry.updated())) {
          taken += take(entry, new FeedBook.Item(url, entry.id(), entry.updated()), address);
        }
      }
      return taken;
    } catch (IOException | IllegalArgumentException e) {
      failed(url, e);
      return 0;
    }
  }

  private void failed(String url, Exception failure) {
    LOG.log(System.Logger.Level.WARNING, "the feed of alerts " + url + " fails", failure);
    book.failed(
        url, Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName()));
  }

  /** One that cannot be had now is asked for again the next time, and holds up no other. */
  private int take(FeedEntry entry, FeedBook.Item item, URI feed) {
    try {
      var inside = entry.message();
      var message = inside.isPresent() ? inside.get() : fetched(linked(entry, feed));
      return book.take(item, message).isNew() ? 1 : 0;
    } catch (Refusal refusal) {
      LOG.log(System.Logger.Level.WARNING, "refused from " + feed + ": " + refusal.code());
      book.refused(item, refusal.code());
      return 0;
    } catch (IOException | IllegalArgumentException e) {
      failed(item.url(), e);
      return 0;
    }
  }

  private static URI linked(FeedEntry entry, URI feed) throws IOException {
    var link = entry.link().orElseThrow(() -> new IOException("an entry without a message"));
    if (!Objects.equals(link.getHost(), feed.getHost()) || link.getPort() != feed.getPort()) {
      throw new IOException("a link to another host: " + link);
    }
    return link;
  }

  private static byte[] fetched(URI address) throws IOException {
    var client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    try {
      var response = client.send(request, BodyHandlers.ofInputStream());
      try (var body = response.body()) {
        if (response.statusCode() != 200) {
          throw new IOException("status " + response.statusCode());
        }
        return CapReader.bytes(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
