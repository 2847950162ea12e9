package firstline.rumour.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One text by which a published rebuttal can be found.
 *
 * @param ordinal 0 for the rebuttal's own words (claim, fact, explanation, sources), then one for
 *     each wording in which the rumour was met
 * @param folded the text, folded
 * @param addresses web addresses in it
 */
record Piece(UUID rebuttal, int ordinal, String folded, List<String> addresses) {
  /** More of one rebuttal would cost more than they say. */
  static final int WEIGHED = 16;

  /** The own words of a rebuttal, and every wording that says something else than one before. */
  static List<Piece> of(UUID rebuttal, String own, List<String> wordings) {
    var pieces = new ArrayList<Piece>();
    var known = new HashSet<Map.Entry<String, List<String>>>();
    for (var text : Stream.concat(Stream.of(own), wordings.stream()).toList()) {
      var folded = Folding.fold(text).strip();
      var addresses = Folding.addresses(text);
      if (known.add(Map.entry(Folding.letters(folded), addresses))) {
        pieces.add(new Piece(rebuttal, pieces.size(), folded, addresses));
      }
    }
    return pieces;
  }

  /**
   * Those that are weighed: the wordings met most often, and the one that shares the most words.
   */
  static List<Piece> some(List<Piece> pieces, int best) {
    return pieces.stream()
        .filter(piece -> piece.ordinal() < WEIGHED || piece.ordinal() == best)
        .toList();
  }

  /** True if the texts differ in spaces, marks and links at most, and say anything at all. */
  boolean isSame(String letters) {
    return !letters.isEmpty() && Folding.letters(folded).equals(letters);
  }
}
