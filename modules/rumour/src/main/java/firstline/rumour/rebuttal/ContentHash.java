package firstline.rumour.rebuttal;

import firstline.persistence.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over everything that will go out, in a canonical form: each part as {@code <name>:<length
 * in bytes>:<UTF-8 bytes>}, so that no two contents share a form. 64 hex digits in lower case.
 *
 * <p>Parts that came later stand at the end and only if they say something, each under a name of
 * its own: what was hashed before them keeps its hash, and nothing old reads like anything new.
 * Variants that nobody wrote follow from the other parts.
 */
final class ContentHash {
  private final MessageDigest digest = Sha256.begun();

  private ContentHash() {}

  static String of(String number, int ordinal, VersionKind kind, String note, Content content) {
    var hash = new ContentHash();
    hash.part("number", number);
    hash.part("ordinal", Integer.toString(ordinal));
    hash.part("kind", kind.name());
    hash.part("note", note);
    hash.part("claim", content.claim());
    hash.part("fact", content.fact());
    hash.part("explanation", content.explanation());
    hash.part("verdict", content.verdict().name());
    hash.part("language", content.language());
    for (var source : content.sources()) {
      hash.part("source", source.name());
      hash.part("url", source.url());
    }
    hash.later("advice", content.advice());
    hash.later("place", content.scopePlace());
    hash.later("from", day(content.validFrom()));
    hash.later("until", day(content.validUntil()));
    hash.later("review-by", day(content.reviewBy()));
    hash.later("short", content.written().shortText());
    hash.later("script", content.written().script());
    hash.later("poster", content.written().poster());
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private static String day(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }

  private void later(String name, String value) {
    if (!value.isEmpty()) {
      part(name, value);
    }
  }

  private void part(String name, String value) {
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    digest.update((name + ':' + bytes.length + ':').getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
