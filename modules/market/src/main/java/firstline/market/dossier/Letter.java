package firstline.market.dossier;

import firstline.persistence.sheet.SheetFile;
import java.util.Map;

/** A document of no case, such as a reminder letter: the form's file filled with values. */
public record Letter(String form, Map<String, String> values) {
  public Letter {
    values = Map.copyOf(values);
  }

  /**
   * The letter.
   *
   * @throws NullPointerException if the form names a value that is not there
   */
  public SheetFile write(SheetFile.Format format) {
    return SheetFile.of(Forms.filled(form, values), format, Form.fileName(form));
  }
}
