package firstline.market.dossier;

import firstline.persistence.sheet.Sheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The forms of the department's papers, each a text beside this class. */
final class Forms {
  private Forms() {}

  /**
   * The form filled with the values.
   *
   * @throws NullPointerException if the form names a value that is not there
   */
  static Sheet filled(Enum<?> form, Map<String, String> values) {
    return filled(form.name(), values);
  }

  /** The same of a form by the name of its text. */
  static Sheet filled(String form, Map<String, String> values) {
    return Sheet.of(text(form), values);
  }

  private static String text(String form) {
    try (var stream = Objects.requireNonNull(Forms.class.getResourceAsStream(form + ".txt"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
