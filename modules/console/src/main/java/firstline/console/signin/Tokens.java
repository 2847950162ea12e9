package firstline.console.signin;

import firstline.persistence.digest.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** Random bearer secrets of 256 bits; the database holds their SHA-256 alone. */
public final class Tokens {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Tokens() {}

  /** A new secret, URL-safe. */
  public static String next() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What the database holds of it. */
  public static byte[] hash(String token) {
    return Sha256.of(token);
  }
}
