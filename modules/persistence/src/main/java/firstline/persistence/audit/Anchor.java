package firstline.persistence.audit;

import firstline.persistence.setting.Keys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The head of the chain as it stood at an instant, kept outside the database. Whoever can rewrite
 * the whole database still cannot rewrite this, and its own seal (HMAC-SHA256 with a key from the
 * installation's secret) shows if the file was edited.
 *
 * @param hash hash of the row with this sequence
 */
public record Anchor(long sequence, Instant at, String hash) {

  /** One line: sequence, instant, hash, seal. */
  String line(String secret) {
    return text() + " " + HexFormat.of().formatHex(seal(secret));
  }

  /** Reads a line; empty if it is no anchor or its seal does not fit. */
  static Optional<Anchor> parse(String line, String secret) {
    var parts = line.strip().split(" ");
    if (parts.length != 4) {
      return Optional.empty();
    }
    try {
      var anchor = new Anchor(Long.parseLong(parts[0]), Instant.parse(parts[1]), parts[2]);
      return MessageDigest.isEqual(HexFormat.of().parseHex(parts[3]), anchor.seal(secret))
          ? Optional.of(anchor)
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private String text() {
    return sequence + " " + at + " " + hash;
  }

  private byte[] seal(String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Keys.derive(secret, "audit anchor"), "HmacSHA256"));
      return mac.doFinal(text().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
