package firstline.broadcast.fleet;

import firstline.persistence.digest.Sha256;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;

/** A one-time code for a person to type on a speaker: eight of 32 signs that cannot be mistaken. */
public final class EnrolCode {
  public static final Duration VALID = Duration.ofDays(1);

  private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private EnrolCode() {}

  /** A new one, as it is shown: {@code K7QP-2MXD}. */
  public static String fresh() {
    var code = new StringBuilder();
    for (var i = 0; i < LENGTH; i++) {
      code.append(i == LENGTH / 2 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return code.toString();
  }

  /** What is kept of it, however it was typed. */
  public static byte[] hash(String code) {
    return Sha256.of(code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""));
  }
}
