package firstline.market.dossier;

import firstline.persistence.sheet.SheetDocx;
import firstline.persistence.sheet.SheetPdf;
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
  public WriteDocuments.Written write(WriteDocuments.Format format) {
    var sheet = Forms.filled(form, values);
    return new WriteDocuments.Written(
        format == WriteDocuments.Format.PDF
            ? SheetPdf.write(sheet).bytes()
            : SheetDocx.write(sheet),
        format.mediaType(),
        Form.fileName(form) + format.ending());
  }
}
