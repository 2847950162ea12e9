package firstline.market.quote;

import firstline.market.surge.Rung;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a draft of price rules would change.
 *
 * @param golden cases that rules must decide rightly whatever else changes
 * @param gone alerts of the last half year that would not have been raised
 * @param added those that would have been raised as well
 * @param judged alerts of which somebody has said what they were
 * @param wrongBefore of these, false alarms
 * @param judgedAfter of these, those that would still have been raised
 * @param wrongAfter of these in turn, false alarms
 */
public record RuleTrial(
    List<Golden> golden,
    List<Change> gone,
    List<Change> added,
    int judged,
    int wrongBefore,
    int judgedAfter,
    int wrongAfter) {
  /** A golden case and what came out. */
  public record Golden(String name, boolean expected, boolean fires) {
    public boolean isRight() {
      return expected == fires;
    }
  }

  /**
   * An alert.
   *
   * @param state what has become of it; empty of one that would be new
   */
  public record Change(
      UUID pointId,
      UUID goodsId,
      String point,
      String goods,
      Rung rung,
      LocalDate day,
      String state) {}

  /** How many golden cases came out wrong. */
  public int wrong() {
    return (int) golden.stream().filter(one -> !one.isRight()).count();
  }

  /** The share of judged alerts that were right, in per cent; -1 without any. */
  public long percentBefore() {
    return percent(judged, wrongBefore);
  }

  /** The same of those that would still have been raised. */
  public long percentAfter() {
    return percent(judgedAfter, wrongAfter);
  }

  private static long percent(int judged, int wrong) {
    return judged == 0 ? -1 : Math.round(100.0 * (judged - wrong) / judged);
  }
}
