package firstline.console.signin;

import firstline.persistence.refusal.Refusal;
import java.util.Locale;
import java.util.Set;

/**
 * What a new password must be (NIST SP 800-63B-4, section 3.1.1.2): long, not the name, not one
 * that everybody tries. No rule on kinds of characters.
 */
public final class NewPassword {
  private static final int LENGTH = 12;
  private static final Set<String> KNOWN =
      Set.of("password", "123456789", "qwertyuiop", "1q2w3e4r5t", "firstline", "administrator");

  private NewPassword() {}

  /** Refuses with {@code password.short}, {@code password.name} or {@code password.known}. */
  public static void require(String password, String username) {
    var lower = password.toLowerCase(Locale.ROOT);
    if (password.codePointCount(0, password.length()) < LENGTH) {
      throw new Refusal("password.short", LENGTH);
    }
    if (lower.contains(username.toLowerCase(Locale.ROOT))) {
      throw new Refusal("password.name");
    }
    if (lower.chars().distinct().count() < 5
        || KNOWN.stream().anyMatch(word -> lower.replace(word, "").length() < 6)) {
      throw new Refusal("password.known");
    }
  }
}
