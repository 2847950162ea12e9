package firstline.persistence.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.review.Difference.Kind;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  @Test
  void theTwoTextsCanBeReadBackFromTheirDifference() {
    var letters = "一二三ab ，\n";
    for (var seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      var before = text(random, letters);
      var after = text(random, letters);
      var pieces = Difference.of(before, after);
      assertEquals(before, read(pieces, Kind.ADDED));
      assertEquals(after, read(pieces, Kind.REMOVED));
    }
  }

  @Test
  void aLongRewrittenTextIsReplacedWhole() {
    var pieces = Difference.of("一二".repeat(5_000), "三四".repeat(5_000));
    assertEquals(2, pieces.size());
  }

  private static String read(java.util.List<Difference.Piece> pieces, Kind without) {
    return pieces.stream()
        .filter(piece -> piece.kind() != without)
        .map(Difference.Piece::text)
        .collect(Collectors.joining());
  }

  private static String text(Random random, String letters) {
    var text = new StringBuilder();
    for (var i = random.nextInt(40); i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
