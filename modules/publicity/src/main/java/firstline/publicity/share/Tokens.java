package firstline.publicity.share;

import firstline.persistence.digest.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets of links: 192 bits, of which the database holds the SHA-256. */
final class Tokens {
  private static final int BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Tokens() {}

  static String next() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] hash(String token) {
    return Sha256.of(token);
  }
}
