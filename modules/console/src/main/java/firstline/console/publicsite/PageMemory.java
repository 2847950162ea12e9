package firstline.console.publicsite;

import firstline.persistence.digest.Sha256;
import firstline.persistence.publication.PublicChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Rendered pages, kept for two seconds. A change on this node empties it at once; a change on
 * another node is seen when the two seconds are over, without any word between the nodes.
 */
@ApplicationScoped
class PageMemory {
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final int PAGES = 500;

  /** A page as it goes out. */
  record Kept(byte[] plain, byte[] zipped, String type, String tag, Instant at) {}

  private final Map<String, Kept> pages = new ConcurrentHashMap<>();
  @Inject private Clock clock;

  /** The page, if it was rendered within the last two seconds. */
  @Nullable Kept fresh(String key) {
    var kept = pages.get(key);
    return kept != null && kept.at().plus(FRESH).isAfter(clock.instant()) ? kept : null;
  }

  Kept keep(String key, byte[] body, String type) {
    var kept = new Kept(body, zip(body), type, tag(body), clock.instant());
    if (pages.size() >= PAGES) {
      // Somebody asks for ever new addresses; starting over is cheaper than choosing.
      pages.clear();
    }
    pages.put(key, kept);
    return kept;
  }

  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) PublicChange change) {
    pages.clear();
  }

  private static byte[] zip(byte[] body) {
    var bytes = new ByteArrayOutputStream(body.length / 2 + 64);
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String tag(byte[] body) {
    return "W/\"" + HexFormat.of().formatHex(Sha256.of(body), 0, 12) + '"';
  }
}
