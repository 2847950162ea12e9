package firstline.rumour.release;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.text.PlainText;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shows that a text stands where it was sent, or no longer does.
 *
 * @param url http or https, or empty
 * @param appearedAt when it appeared there
 * @param note where it was read, hung up or handed out, at most 500 characters; or empty
 * @param fileId a picture of it
 */
public record Receipt(
    String url, Instant appearedAt, String note, @Nullable UUID fileId, @Nullable String sha256) {
  private static final int URL = 1_000;
  private static final int NOTE = 500;

  public Receipt {
    url = PlainText.line(url);
    note = PlainText.lines(note);
    if (!url.isEmpty() && (url.length() > URL || !web(url))) {
      throw new Refusal("release.url", url);
    }
    if (note.length() > NOTE) {
      throw new Refusal("release.note", NOTE);
    }
  }

  /** The server saw it at the address. */
  static Receipt seenAt(String url, Instant now) {
    return new Receipt(url, now, "", null, null);
  }

  /** Refuses what proves nothing: on line an address or a picture, elsewhere a word will do. */
  void requireProof(Channel channel, Instant now) {
    if (url.isEmpty() && fileId == null && (channel.onLine() || note.isEmpty())) {
      throw new Refusal(channel.onLine() ? "release.receipt.on-line" : "release.receipt");
    }
    requirePast(now);
  }

  /** Refuses to believe without a word; what is gone has no address. */
  void requireWord(Instant now) {
    if (url.isEmpty() && fileId == null && note.isEmpty()) {
      throw new Refusal("release.receipt");
    }
    requirePast(now);
  }

  private void requirePast(Instant now) {
    if (appearedAt.isAfter(now)) {
      throw new Refusal("release.appeared");
    }
  }

  private static boolean web(String url) {
    try {
      var uri = new URI(url);
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
