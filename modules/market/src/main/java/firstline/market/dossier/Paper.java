package firstline.market.dossier;

import java.util.List;
import java.util.stream.Stream;

/**
 * Documents of what is no case: letters, measures, referrals. Words: {@code dossier.paper.<name>};
 * the text stands in {@code <NAME>.txt}.
 */
public enum Paper {
  COMPLAINT_REGISTER(Subject.LETTER),
  COMPLAINT_ACCEPTANCE(Subject.LETTER),
  COMPLAINT_REJECTION(Subject.LETTER),
  MEDIATION_AGREEMENT(Subject.LETTER),
  MEDIATION_TERMINATION(Subject.LETTER),
  LEAD_REGISTER(Subject.LETTER),
  REPORT_NOTICE(Subject.LETTER),
  MEASURE_DECISION(Subject.MEASURE),
  PRESERVE_NOTICE(Subject.MEASURE),
  MEASURE_LIST(Subject.MEASURE),
  MEASURE_EXTENSION(Subject.MEASURE),
  MEASURE_END(Subject.MEASURE),
  CRIME_REFERRAL(Subject.REFERRAL),
  REFERRAL_APPROVAL(Subject.REFERRAL);

  /** Whose they are. */
  public enum Subject {
    LETTER,
    MEASURE,
    REFERRAL
  }

  private final Subject subject;

  Paper(Subject subject) {
    this.subject = subject;
  }

  public Subject subject() {
    return subject;
  }

  static List<Paper> of(Subject subject) {
    return Stream.of(values()).filter(one -> one.subject() == subject).toList();
  }
}
