package firstline.persistence.imports;

import firstline.persistence.words.Bundles;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A cell that says one of several, in either language or by its code. */
public final class Choices {
  private Choices() {}

  /**
   * What the cell says.
   *
   * @param words what the words' keys begin with, the code following
   */
  public static <E extends Enum<E>> Optional<E> read(E[] choices, String words, String cell) {
    var said = cell.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(choices)
        .filter(
            one ->
                said.equals(one.name().toLowerCase(Locale.ROOT))
                    || said.equals(words("zh", words + one.name()))
                    || said.equals(words("en", words + one.name())))
        .findFirst();
  }

  private static String words(String language, String key) {
    return Bundles.words(language, key).toLowerCase(Locale.ROOT);
  }
}
