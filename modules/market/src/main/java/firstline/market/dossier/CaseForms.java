package firstline.market.dossier;

import firstline.market.casefile.CaseQueries;
import firstline.market.casefile.CaseState;
import firstline.market.casefile.Outcome;
import java.util.List;
import java.util.Set;

/** Which documents a case is so far for. */
final class CaseForms {
  private static final Set<CaseState> EARLY =
      Set.of(CaseState.FILED, CaseState.INVESTIGATING, CaseState.SUSPENDED);
  private static final Set<CaseState> ENDED = Set.of(CaseState.CLOSED, CaseState.ARCHIVED);

  private CaseForms() {}

  /** Those that can be written, in order. */
  static List<Form> of(CaseQueries.View view) {
    return Form.of(Form.Subject.CASE).stream().filter(form -> fits(form, view)).toList();
  }

  /** True if the case is so far that it can be written. */
  static boolean fits(Form form, CaseQueries.View view) {
    var state = view.line().state();
    var decided = view.decidedOn() != null;
    // An archived case without officers was never filed.
    var rejected =
        state == CaseState.REJECTED
            || state == CaseState.ARCHIVED && view.line().officers().isEmpty();
    var penalty = view.outcome() == Outcome.PENALTY;
    var proposed = view.outcome() != null && !EARLY.contains(state);
    return switch (form) {
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
      default -> false;
    };
  }
}
