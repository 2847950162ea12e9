package firstline.console.signin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and verifies passwords: PBKDF2-HMAC-SHA512 with 210,000 iterations (OWASP Password Storage
 * Cheat Sheet) by Jakarta Security's own algorithm.
 */
@ApplicationScoped
public class Passwords {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private final SecureRandom random = new SecureRandom();
  @Inject private Pbkdf2PasswordHash pbkdf2;
  private String nobody = "";

  @PostConstruct
  void prepare() {
    pbkdf2.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "32"));
    nobody = hash(random());
  }

  public String hash(String password) {
    return pbkdf2.generate(password.toCharArray());
  }

  /**
   * True if the password is right. Takes the same time when there is no hash: an unknown name
   * cannot be told from a wrong password.
   */
  public boolean verify(String password, @Nullable String hash) {
    var right = pbkdf2.verify(password.toCharArray(), hash == null ? nobody : hash);
    return right && hash != null;
  }

  /** A random password of 16 letters and digits that are hard to confuse: 93 bits. */
  public String random() {
    var text = new StringBuilder();
    for (var i = 0; i < 16; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
