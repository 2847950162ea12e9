package firstline.persistence.publication;

import java.time.LocalDate;
import java.util.List;

/** Gives the public page of notices the typical cases of a department. */
public interface TypicalCaseContribution {
  /**
   * A case, told without who it was where the law does not let them be named.
   *
   * @param number of its decision
   * @param kind key of the words for what was violated
   */
  record TypicalCase(
      String number,
      String title,
      String text,
      String kind,
      String authority,
      LocalDate publishedOn) {}

  /** What is shown today, the latest first. */
  List<TypicalCase> typicalCases();
}
