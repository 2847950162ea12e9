package firstline.console.signin;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * What a new password must be, by the policy that the installation chose; under both neither the
 * name nor one that everybody tries.
 *
 * <p>{@code mlps3}: the third level of China's classified protection (GB/T 22239-2019, 8.1.4.1 a)
 * asks for complexity and a regular change; assessors take eight characters of three kinds, changed
 * every 90 days. {@code asvs}: OWASP ASVS 5.0, 6.2, after NIST SP 800-63B-4: length alone, twelve
 * characters here, no rule on kinds, no change without a reason.
 */
final class NewPassword {
  static final String MLPS3 = "mlps3";
  static final String ASVS = "asvs";
  static final int MLPS3_LENGTH = 8;
  static final int ASVS_LENGTH = 12;
  static final int KINDS = 3;

  /** Beginnings of the passwords that are tried first, in China and elsewhere; letters folded. */
  private static final Set<String> KNOWN =
      Set.of(
          "password",
          "123456",
          "123123",
          "111111",
          "000000",
          "666666",
          "888888",
          "654321",
          "112233",
          "5201314",
          "1314520",
          "520520",
          "147258",
          "159357",
          "789456",
          "qwerty",
          "asdfgh",
          "zxcvbn",
          "qazwsx",
          "1qaz2wsx",
          "1q2w3e",
          "q1w2e3",
          "abc123",
          "abcdef",
          "abcd1234",
          "aa123456",
          "woaini",
          "iloveyou",
          "welcome",
          "letmein",
          "administrator",
          "admin123",
          "admin888",
          "root123",
          "test123",
          "guest123",
          "changeme",
          "default",
          "superman",
          "dragon",
          "monkey",
          "sunshine",
          "princess",
          "football",
          "baseball",
          "firstline",
          "zhongguo",
          "yibin",
          "diyixian");

  private NewPassword() {}

  /**
   * Refuses with {@code password.short}, {@code password.kinds}, {@code password.name} or {@code
   * password.known}.
   */
  @Requirement({"R112.5", "R112.6"})
  static void require(String policy, String password, String username) {
    var least = policy.equals(ASVS) ? ASVS_LENGTH : MLPS3_LENGTH;
    if (password.codePointCount(0, password.length()) < least) {
      throw new Refusal("password.short", least);
    }
    if (!policy.equals(ASVS) && kinds(password) < KINDS) {
      throw new Refusal("password.kinds", KINDS);
    }
    if (password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
      throw new Refusal("password.name");
    }
    if (known(password)) {
      throw new Refusal("password.known");
    }
  }

  private static boolean known(String password) {
    var lower = password.toLowerCase(Locale.ROOT);
    return lower.chars().distinct().count() < 5
        || Stream.of(lower, folded(lower))
            .anyMatch(text -> KNOWN.stream().anyMatch(word -> text.replace(word, "").length() < 6));
  }

  /** What people write for letters, as the letters. */
  private static String folded(String lower) {
    return lower
        .replace('@', 'a')
        .replace('0', 'o')
        .replace('$', 's')
        .replace('3', 'e')
        .replace('1', 'i')
        .replace('!', 'i');
  }

  /** Small letters, capitals, digits and whatever else: how many of the four there are. */
  private static long kinds(String password) {
    return Stream.<IntPredicate>of(
            Character::isLowerCase,
            Character::isUpperCase,
            Character::isDigit,
            letter -> !Character.isDigit(letter) && !cased(letter))
        .filter(kind -> password.codePoints().anyMatch(kind))
        .count();
  }

  private static boolean cased(int letter) {
    return Character.isLowerCase(letter) || Character.isUpperCase(letter);
  }
}
