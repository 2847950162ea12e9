package firstline.market.dossier;

import firstline.market.casefile.CaseQueries;
import firstline.market.casefile.CaseState;
import firstline.market.casefile.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The documents of a case, in the order of its file. Words: {@code dossier.form.<name>}; the text
 * stands in {@code <NAME>.txt}.
 */
public enum Form {
  CASE_SOURCE(false),
  FILING_APPROVAL(false),
  NO_FILING_APPROVAL(false),
  INTERVIEW_RECORD(true),
  EVIDENCE_LIST(false),
  INVESTIGATION_REPORT(false),
  REVIEW_SHEET(false),
  PENALTY_NOTICE(true),
  HEARING_NOTICE(true),
  DECISION(true),
  NO_PENALTY_DECISION(true),
  REFERRAL_LETTER(false),
  SERVICE_RECEIPT(true),
  DEMAND(true),
  CLOSURE_APPROVAL(false);

  private static final Set<CaseState> EARLY =
      Set.of(CaseState.FILED, CaseState.INVESTIGATING, CaseState.SUSPENDED);
  private static final Set<CaseState> ENDED = Set.of(CaseState.CLOSED, CaseState.ARCHIVED);

  private final boolean toParty;

  Form(boolean toParty) {
    this.toParty = toParty;
  }

  /** True if the party gets it, and so may not read where the case comes from. */
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

  /** True if the case is so far that it can be written. */
  boolean fits(CaseQueries.View view) {
    var state = view.line().state();
    var decided = view.decidedOn() != null;
    // An archived case without officers was never filed.
    var rejected =
        state == CaseState.REJECTED
            || state == CaseState.ARCHIVED && view.line().officers().isEmpty();
    var penalty = view.outcome() == Outcome.PENALTY;
    var proposed = view.outcome() != null && !EARLY.contains(state);
    return switch (this) {
      case CASE_SOURCE -> true;
      case FILING_APPROVAL -> !rejected;
      case NO_FILING_APPROVAL -> rejected;
      case EVIDENCE_LIST, INTERVIEW_RECORD -> state != CaseState.FILED && !rejected;
      case INVESTIGATION_REPORT, REVIEW_SHEET -> proposed && !(decided && view.simple());
      case PENALTY_NOTICE -> proposed && penalty && !view.simple();
      case HEARING_NOTICE -> view.hearing();
      case DECISION -> decided && penalty;
      case NO_PENALTY_DECISION ->
          decided
              && (view.outcome() == Outcome.NO_PENALTY
                  || view.outcome() == Outcome.NOT_ESTABLISHED);
      case REFERRAL_LETTER -> decided && view.outcome() == Outcome.REFERRED;
      case SERVICE_RECEIPT -> decided;
      case DEMAND -> state == CaseState.DEMANDED || state == CaseState.COURT;
      case CLOSURE_APPROVAL -> decided && ENDED.contains(state);
    };
  }

  /** Those that can be written, in order. */
  static List<Form> of(CaseQueries.View view) {
    return Stream.of(values()).filter(form -> form.fits(view)).toList();
  }
}
