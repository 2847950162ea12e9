package firstline.market.dossier;

import static firstline.market.dossier.Form.Subject.CASE;
import static firstline.market.dossier.Form.Subject.INSPECTION;
import static firstline.market.dossier.Form.Subject.LETTER;
import static firstline.market.dossier.Form.Subject.MEASURE;
import static firstline.market.dossier.Form.Subject.REFERRAL;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The department's documents, those of each kind of record in the order of its file. Words: {@code
 * dossier.form.<name>}; the text stands in {@code <NAME>.txt}.
 */
public enum Form {
  CASE_SOURCE(CASE),
  FILING_APPROVAL(CASE),
  NO_FILING_APPROVAL(CASE),
  INTERVIEW_RECORD(CASE, true),
  EVIDENCE_LIST(CASE),
  INVESTIGATION_REPORT(CASE),
  REVIEW_SHEET(CASE),
  PENALTY_NOTICE(CASE, true),
  HEARING_NOTICE(CASE, true),
  DECISION(CASE, true),
  NO_PENALTY_DECISION(CASE, true),
  REFERRAL_LETTER(CASE),
  SERVICE_RECEIPT(CASE, true),
  DEMAND(CASE, true),
  CLOSURE_APPROVAL(CASE),
  /** What was seen on the spot, as both sides signed it. */
  ON_SITE_RECORD(INSPECTION),
  CORRECTION_ORDER(INSPECTION),
  COMPLAINT_REGISTER(LETTER),
  COMPLAINT_ACCEPTANCE(LETTER),
  COMPLAINT_REJECTION(LETTER),
  MEDIATION_AGREEMENT(LETTER),
  MEDIATION_TERMINATION(LETTER),
  LEAD_REGISTER(LETTER),
  REPORT_NOTICE(LETTER),
  MEASURE_DECISION(MEASURE),
  PRESERVE_NOTICE(MEASURE),
  MEASURE_LIST(MEASURE),
  MEASURE_EXTENSION(MEASURE),
  MEASURE_END(MEASURE),
  CRIME_REFERRAL(REFERRAL),
  REFERRAL_APPROVAL(REFERRAL);

  /** Whose they are. */
  public enum Subject {
    CASE,
    INSPECTION,
    LETTER,
    MEASURE,
    REFERRAL
  }

  private final Subject subject;
  private final boolean toParty;

  Form(Subject subject) {
    this(subject, false);
  }

  Form(Subject subject, boolean toParty) {
    this.subject = subject;
    this.toParty = toParty;
  }

  public Subject subject() {
    return subject;
  }

  /** True if the party of a case gets it, and so may not read where the case comes from. */
  public boolean toParty() {
    return toParty;
  }

  /** Name of its file, without an ending. */
  String fileName() {
    return fileName(name());
  }

  static String fileName(String form) {
    return form.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<Form> of(Subject subject) {
    return Stream.of(values()).filter(form -> form.subject == subject).toList();
  }
}
