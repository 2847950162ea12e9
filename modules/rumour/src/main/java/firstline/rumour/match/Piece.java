package firstline.rumour.match;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One text by which a published rebuttal can be found.
 *
 * @param ordinal 0 for the rebuttal's own words (claim, fact, explanation, sources), then one for
 *     each wording in which the rumour was met
 * @param folded the text, folded
 * @param addresses web addresses in it
 */
record Piece(UUID rebuttal, int ordinal, String folded, List<String> addresses) {
  /** The own words of a rebuttal, and every wording that is not among them. */
  static List<Piece> of(UUID rebuttal, String own, List<String> wordings) {
    var pieces = new ArrayList<Piece>();
    pieces.add(new Piece(rebuttal, 0, Folding.fold(own), Folding.addresses(own)));
    for (var wording : wordings) {
      var folded = Folding.fold(wording);
      if (pieces.stream().noneMatch(piece -> piece.folded().equals(folded))) {
        pieces.add(new Piece(rebuttal, pieces.size(), folded, Folding.addresses(wording)));
      }
    }
    return pieces;
  }
}
