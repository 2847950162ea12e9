package firstline.persistence.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What changed between two texts, by Latin word and Chinese character: the longest common
 * subsequence. Where the changed middle is too long for that, it is shown as replaced whole.
 */
public final class Difference {
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{N}&&[^\\p{IsHan}]]+|\\s+|.", Pattern.DOTALL);

  private static final int CELLS = 4_000_000;

  /** Whether a piece stands in both texts, in the new one, or in the old one. */
  public enum Kind {
    SAME,
    ADDED,
    REMOVED
  }

  /** A run of text. */
  public record Piece(Kind kind, String text) {}

  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder run = new StringBuilder();
  private Kind kind = Kind.SAME;

  private Difference() {}

  /** The pieces in reading order. */
  public static List<Piece> of(String before, String after) {
    var difference = new Difference();
    difference.compare(tokens(before), tokens(after));
    difference.end();
    return difference.pieces;
  }

  private void compare(List<String> before, List<String> after) {
    var start = 0;
    var shorter = Math.min(before.size(), after.size());
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    var tail = 0;
    while (tail < shorter - start
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    before.subList(0, start).forEach(token -> say(Kind.SAME, token));
    middle(before.subList(start, before.size() - tail), after.subList(start, after.size() - tail));
    before.subList(before.size() - tail, before.size()).forEach(token -> say(Kind.SAME, token));
  }

  private void middle(List<String> before, List<String> after) {
    if ((long) before.size() * after.size() > CELLS) {
      before.forEach(token -> say(Kind.REMOVED, token));
      after.forEach(token -> say(Kind.ADDED, token));
      return;
    }
    var longest = longest(before, after);
    var i = 0;
    var j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        say(Kind.SAME, before.get(i));
        i++;
        j++;
      } else if (j == after.size()
          || (i < before.size() && longest[i + 1][j] >= longest[i][j + 1])) {
        say(Kind.REMOVED, before.get(i++));
      } else {
        say(Kind.ADDED, after.get(j++));
      }
    }
  }

  /** Length of the longest common subsequence of the two rests, for each pair of places. */
  private static int[][] longest(List<String> before, List<String> after) {
    var longest = new int[before.size() + 1][after.size() + 1];
    for (var i = before.size() - 1; i >= 0; i--) {
      for (var j = after.size() - 1; j >= 0; j--) {
        longest[i][j] =
            before.get(i).equals(after.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    return longest;
  }

  private void say(Kind next, String token) {
    if (next != kind) {
      end();
      kind = next;
    }
    run.append(token);
  }

  private void end() {
    if (run.length() > 0) {
      pieces.add(new Piece(kind, run.toString()));
      run.setLength(0);
    }
  }

  private static List<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(result -> result.group()).toList();
  }
}
