package firstline.market.lookup;

import firstline.persistence.database.Select;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.text.PlainText;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is looked for, as the index {@code market_grams} and the text itself are asked.
 *
 * @param text as it was typed, on one line
 */
public record Sought(String text) {
  /** Records next to a page among which common words are looked for first, without an index. */
  public static final int NEAR = 5_000;

  /** So many more are looked at if those next to it promise to fill the page from them. */
  public static final int FAR = 5 * NEAR;

  /** What somebody typed. */
  public static Sought of(String typed) {
    return new Sought(PlainText.line(typed));
  }

  /**
   * True if what {@link #NEAR} brought falls short of a page, and {@link #FAR} should fill it: read
   * in the order of the list they cost less than the index, which brings all that ever held the
   * words.
   */
  public static boolean promises(int near, int size) {
    return near <= size && 4 * near > size;
  }

  public boolean isNothing() {
    return text.isEmpty();
  }

  /** True if it may be a number or the beginning of one. */
  public boolean isNumber() {
    return text.matches("[A-Za-z0-9-]{4,60}");
  }

  /** True for the beginning of a number of this house, such as {@code L-2026-00}. */
  public boolean isOwnNumber() {
    return text.matches("[CLcl]-[0-9]{4}-[0-9]{0,9}");
  }

  /** How numbers begin that are looked for: they are in capitals. */
  public String first() {
    return text.toUpperCase(Locale.ROOT);
  }

  /** Behind every number that begins so. */
  public String last() {
    return first() + '\uFFFF';
  }

  /** The pairs of signs of every word; a word of one sign is that sign. */
  @Requirement("R91.40")
  public String[] grams() {
    return words()
        .flatMap(
            word -> {
              var points = word.toLowerCase(Locale.ROOT).codePoints().toArray();
              return points.length == 1
                  ? Stream.of(new String(points, 0, 1))
                  : IntStream.range(0, points.length - 1).mapToObj(at -> new String(points, at, 2));
            })
        .distinct()
        .toArray(String[]::new);
  }

  /** For {@code ilike all (?)}: what holds all pairs need not hold the words. */
  public String[] patterns() {
    return words().map(Select::containing).toArray(String[]::new);
  }

  private Stream<String> words() {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
  }
}
