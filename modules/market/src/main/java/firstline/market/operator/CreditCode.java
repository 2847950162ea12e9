package firstline.market.operator;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.util.Locale;

/** The unified social credit code of an organisation: 18 characters (GB 32100-2015). */
public final class CreditCode {
  /** The standard's alphabet: no I, O, S, V, Z. */
  static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  static final int LENGTH = 18;

  private static final int MODULUS = 31;
  private static final int RADIX = 3;

  private CreditCode() {}

  /**
   * The code as it is written, in capitals.
   *
   * @throws Refusal {@code operator.code-form} with what it is, {@code operator.code-check} with
   *     the check character that would fit
   */
  @Requirement("R85.3")
  public static String read(String typed) {
    var code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    if (code.length() != LENGTH || code.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
      throw new Refusal("operator.code-form", typed.strip());
    }
    var check = check(code.substring(0, LENGTH - 1));
    if (code.charAt(LENGTH - 1) != check) {
      throw new Refusal("operator.code-check", code, String.valueOf(check));
    }
    return code;
  }

  /** The check character of the first 17: weights are the powers of 3 modulo 31. */
  static char check(String first) {
    var sum = 0;
    var weight = 1;
    for (var i = 0; i < first.length(); i++) {
      sum += ALPHABET.indexOf(first.charAt(i)) * weight;
      weight = weight * RADIX % MODULUS;
    }
    return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
  }
}
