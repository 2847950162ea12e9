package firstline.rumour.rumour;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.rumour.match.Folding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a verdict rests on: the one authority to which the matter belongs, or two sources that are
 * independent of each other. Two pieces of one organisation are one source.
 */
final class EvidenceRule {
  private static final int INDEPENDENT = 2;

  private EvidenceRule() {}

  /**
   * Refuses a verdict that rests on too little.
   *
   * @throws Refusal {@code rumour.evidence} with the number of independent sources that speak for
   *     the verdict
   */
  @Requirement("R9.6")
  static void requireEnough(Verdict verdict, List<Evidence> evidence) {
    var speaking =
        evidence.stream().filter(Evidence::stands).filter(one -> speaksFor(verdict, one)).toList();
    var competent = speaking.stream().anyMatch(Evidence::isCompetent);
    var sources = organisations(speaking);
    if (!competent && sources.size() < INDEPENDENT) {
      throw new Refusal("rumour.evidence", sources.size());
    }
  }

  /** Where there is no verdict on the matter, or a divided one, either side speaks. */
  private static boolean speaksFor(Verdict verdict, Evidence one) {
    return switch (verdict) {
      case TRUE -> one.stance() == Evidence.Stance.SUPPORTS;
      case FALSE -> one.stance() == Evidence.Stance.REFUTES;
      case PARTLY_FALSE, OUT_OF_CONTEXT, OLD_NEWS, UNPROVEN -> true;
    };
  }

  private static Set<String> organisations(List<Evidence> evidence) {
    return evidence.stream()
        .map(one -> Folding.fold(one.organisation()))
        .collect(Collectors.toSet());
  }
}
