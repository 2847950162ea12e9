package firstline.market.dossier;

import firstline.market.inspect.InspectionQueries;
import java.util.Locale;

/**
 * The documents of an inspection. Words: {@code dossier.form.<name>}; the text stands in {@code
 * <NAME>.txt}.
 */
public enum InspectionForm {
  /** What was seen on the spot, as both sides signed it. */
  ON_SITE_RECORD,
  CORRECTION_ORDER;

  /** Name of its file, without an ending. */
  String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * True if the inspection is so far that it can be written.
   *
   * @param visited true if a visit was told
   */
  boolean fits(InspectionQueries.View view, boolean visited) {
    return switch (this) {
      case ON_SITE_RECORD -> visited;
      case CORRECTION_ORDER -> view.orderedOn() != null;
    };
  }
}
