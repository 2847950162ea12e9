package firstline.rumour.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The search among what nobody has answered yet: by words alone, weighed as a published rebuttal
 * is. How rare a term is, is taken from what is published: a few rumours under way cannot tell.
 */
final class OneLeg {
  private static final int WEIGHED = 20;
  private static final int REASONS = 5;

  private final OpenIndex index;

  OneLeg(OpenIndex index) {
    this.index = index;
  }

  List<Matching.OpenMatch> weigh(Question question, int most) throws IOException {
    var hits = index.words().search(question, Math.max(most, WEIGHED));
    var open = index.rumours().read(hits.stream().map(WordIndex.Hit::rebuttal).toList());
    var matches = new ArrayList<Matching.OpenMatch>();
    for (var hit : hits) {
      // One that was closed a moment ago is not read any more.
      var found = open.get(hit.rebuttal());
      if (found != null) {
        var pieces = Piece.some(found.pieces(), hit.piece());
        var likeness = Likeness.of(question, pieces, Double.NaN, Double.NaN);
        if (likeness.score() >= Likeness.POSSIBLE) {
          matches.add(
              new Matching.OpenMatch(
                  found.id(),
                  found.number(),
                  found.title(),
                  likeness.score(),
                  likeness.tier(question.size()) == Matching.Tier.ANSWERED,
                  question.because(Question.terms(pieces), REASONS)));
        }
      }
    }
    // Those of one score stay as the words have put them.
    matches.sort(Comparator.comparingDouble(Matching.OpenMatch::score).reversed());
    return List.copyOf(matches.subList(0, Math.min(most, matches.size())));
  }
}
