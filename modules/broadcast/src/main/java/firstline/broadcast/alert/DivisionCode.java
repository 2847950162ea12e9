package firstline.broadcast.alert;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Codes of Chinese divisions (GB/T 2260, and its extension to townships and villages) as geocodes:
 * which names of values mean them, and how they are written out to 12 digits.
 */
final class DivisionCode {
  /**
   * Names by which senders call the code, letters and digits alone, in small letters. SAME, UGC,
   * FIPS6, EMMA_ID and the like also write six digits and mean other places.
   */
  private static final Set<String> NAMES =
      Set.of(
          "cn",
          "gb2260",
          "gbt2260",
          "cngb2260",
          "cngbt2260",
          "adcode",
          "areacode",
          "divisioncode",
          "行政区划",
          "行政区划代码",
          "区划代码");

  /** 6 digits down to the county, 9 to the township, 12 to the village. */
  private static final Pattern FORM = Pattern.compile("[0-9]{6}|[0-9]{9}|[0-9]{12}");

  /** The provinces of GB/T 2260: a code that begins otherwise is nowhere. */
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82");

  /** Lengths of the part that names a province, a city, a county, a township. */
  private static final int[] PARTS = {2, 4, 6, 9};

  private DivisionCode() {}

  /** True if the geocode says that it is such a code. */
  static boolean isNamed(Cap.Named geocode) {
    return NAMES.contains(
        geocode.valueName().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", ""));
  }

  /** The 12 digits, if it says so and has the form. */
  static Optional<String> of(Cap.Named geocode) {
    return isNamed(geocode) && FORM.matcher(geocode.value()).matches()
        ? Optional.of(geocode.value() + "0".repeat(12 - geocode.value().length()))
        : Optional.empty();
  }

  /** The digits that say something: those of a city are four. */
  static String stem(String code) {
    for (var length : PARTS) {
      if (code.substring(length).chars().allMatch(digit -> digit == '0')) {
        return code.substring(0, length);
      }
    }
    return code;
  }

  static boolean isInProvince(String code) {
    return PROVINCES.contains(code.substring(0, 2));
  }
}
