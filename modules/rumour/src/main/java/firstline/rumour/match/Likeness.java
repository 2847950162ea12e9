package firstline.rumour.match;

import firstline.persistence.requirement.Requirement;
import java.util.List;

/**
 * How much a rebuttal is the answer to a question, by some measures.
 *
 * @param alike cosine of the terms with the nearest single wording
 * @param covered share of the question's weight that the rebuttal has anywhere
 * @param lead by how much the cosine with its nearest piece stands out of the crowd, however large
 *     the crowd is: over that of the tenth nearest rebuttal; not a number without the leg of
 *     meaning
 * @param letters what the single ideographs of the question score with the best piece
 * @param otherNumbers true if the nearest wording has other numbers than the question
 * @param same true if a wording is the question, but for spaces, marks and links
 */
record Likeness(
    double alike, double covered, double lead, double letters, boolean otherNumbers, boolean same) {
  /** How many times the cosine weighs against the best score by words, in the ranking. */
  static final double MEANING = 5;

  private static final double LIFT = 4;

  static final double ANSWERED = 0.8;
  static final double POSSIBLE = 0.4;

  /** A crowd is never farther off than texts that have nothing in common, nor nearer than kin. */
  private static final double FAR = 0.6;

  private static final double KIN = 0.8;

  /** Nothing is joined by its meaning alone. */
  static final double SAME = 0.4;

  /** A text that says less is not joined by itself. */
  static final int SHORT = 8;

  /** Of the very same text less is enough; but never a word or two. */
  static final int SHORT_SAME = 5;

  @Requirement("R7.7")
  static Likeness of(Question question, List<Piece> pieces, double cosine, double crowd) {
    var alike = 0.0;
    var covered = 0.0;
    var letters = 0.0;
    var otherNumbers = false;
    var same = false;
    for (var piece : pieces) {
      var terms = Question.terms(piece.folded());
      covered = Math.max(covered, question.covered(terms));
      var now = question.alike(terms);
      if (now > alike) {
        alike = now;
        otherNumbers = question.otherNumbers(terms);
      }
      letters = Math.max(letters, question.ideographs().score(piece.folded()));
      same |= piece.isSame(question.letters());
    }
    var lead = cosine - Math.max(FAR, Math.min(KIN, Double.isNaN(crowd) ? FAR : crowd));
    return new Likeness(alike, covered, lead, letters, otherNumbers, same);
  }

  /** What a wording that is more than half the question adds in the ranking. */
  double lift() {
    return LIFT * Math.max(0, alike - 0.5);
  }

  /**
   * From 0 to 1. Weights by logistic regression on one half of the development collection's
   * questions, thresholds at 6 and 1.5 in 100 false alarms there; {@code ./firstline bench match}
   * reports the other half.
   */
  double score() {
    var sum =
        Double.isNaN(lead)
            ? 4.2 * alike + 2.7 * covered - 2.3
            : 2.9 * alike + 1.5 * covered + 6.4 * lead - 2;
    return Math.round(1_000 / (1 + Math.exp(-sum))) / 1_000.0;
  }

  @Requirement("R7.6")
  Matching.Tier tier(int size) {
    if (same && size >= SHORT_SAME) {
      return Matching.Tier.ANSWERED;
    }
    if (score() >= ANSWERED && alike >= SAME && size >= SHORT && !otherNumbers) {
      return Matching.Tier.ANSWERED;
    }
    return score() >= POSSIBLE ? Matching.Tier.POSSIBLE : Matching.Tier.NONE;
  }
}
