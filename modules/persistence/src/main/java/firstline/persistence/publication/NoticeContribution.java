package firstline.persistence.publication;

import java.time.LocalDate;
import java.util.List;

/** Gives the public page of notices the decisions of a department, in summary. */
public interface NoticeContribution {
  /**
   * A decision.
   *
   * @param number as it is cited
   * @param party whom it is about, as far as the law lets it be named
   * @param code of its registration; empty of a person
   * @param kind key of the words for what was violated
   * @param fine in yuan; empty if there is none, as is what was confiscated
   * @param until the last day on which it is shown
   */
  record Notice(
      String number,
      String party,
      String code,
      String kind,
      boolean warning,
      String fine,
      String confiscated,
      String basis,
      String authority,
      LocalDate decidedOn,
      LocalDate until) {}

  /** What is shown today, the latest first. */
  List<Notice> notices();
}
