package firstline.broadcast.conflict;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands against a plan, the gravest first.
 *
 * @param plays of the plan within ninety days
 * @param speakers enrolled in its places
 * @param findings at most {@value #SHOWN} of a kind
 * @param more how many overlaps and windows are not among them
 * @param shift minutes by which all its times would meet nothing, the nearest; null if there is
 *     nothing to move, or no such time in the same days
 */
public record Findings(
    int plays, long speakers, List<Finding> findings, int more, @Nullable Integer shift) {
  /** Of one kind; nobody reads more. */
  static final int SHOWN = 8;

  /** A finding in words. */
  public record Line(
      Finding.Kind kind,
      String mark,
      String says,
      String mends,
      @Nullable UUID other,
      String number) {}

  /**
   * The findings in words.
   *
   * @param language {@code zh} or {@code en}
   */
  public List<Line> lines(String language) {
    return findings.stream()
        .map(
            one ->
                new Line(
                    one.kind(),
                    one.mark(),
                    one.says(language),
                    one.mends(language),
                    one.other(),
                    one.number()))
        .toList();
  }

  /** True if nothing stands against it. */
  public boolean isClear() {
    return findings.isEmpty();
  }

  /** True if it meets others or windows, and no other time of the same days would do. */
  public boolean isStuck() {
    return shift == null
        && findings.stream()
            .anyMatch(
                one -> one.kind() == Finding.Kind.OVERLAP || one.kind() == Finding.Kind.QUIET);
  }
}
