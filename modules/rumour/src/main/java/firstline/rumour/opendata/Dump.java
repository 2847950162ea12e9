package firstline.rumour.opendata;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.throttle.Throttle;
import firstline.rumour.published.PublishedQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * All that is or was public, as a stream: it is read and written some hundred at a time, so that a
 * dump of a million needs no more memory than one of ten. Whoever has the newest gets nothing
 * again, and one address gets few in a while.
 */
@ApplicationScoped
class Dump {
  private static final int BATCH = 500;
  private static final int DUMPS = 30;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  /** Writes some of it; called again and again until there is no more. */
  @FunctionalInterface
  interface Writer {
    void write(List<PublishedQueries.View> views) throws IOException;
  }

  @Inject private FeedQueries feed;
  @Inject private PublishedQueries published;
  @Inject private Throttle throttle;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  Dump() {}

  /** For tests without a server. */
  Dump(PublishedQueries published) {
    this.published = published;
  }

  /** False if the caller has got all the answer that there is: not modified, or too often. */
  @Requirement("R8.8")
  boolean opens(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // An import that takes long may be seen late under an earlier instant: the hour bounds that.
    var tag =
        "W/\""
            + Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, feed.changedAt()), 36)
            + '-'
            + clock.instant().getEpochSecond() / 3_600
            + '"';
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "no-cache");
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return false;
    }
    try {
      throttle.require("dump " + request.getAttribute("firstline.client-address"), DUMPS, WITHIN);
      return true;
    } catch (Refusal refusal) {
      response.setHeader("Retry-After", String.valueOf(refusal.arguments().get(0)));
      response.sendError(429);
      return false;
    }
  }

  /** Everything, batch by batch. */
  @Requirement("R8.8")
  void write(Writer writer) throws IOException {
    var after = new UUID(0, 0);
    List<PublishedQueries.View> views;
    do {
      views = published.batch(after, BATCH);
      writer.write(views);
      after = views.isEmpty() ? after : views.get(views.size() - 1).id();
    } while (views.size() == BATCH);
  }
}
