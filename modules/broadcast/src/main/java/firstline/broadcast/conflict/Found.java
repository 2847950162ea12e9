package firstline.broadcast.conflict;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands against a plan. Instants are Unix milliseconds.
 *
 * @param plays of the plan within the ninety days
 * @param reach places that it reaches
 * @param overlaps by their first time
 * @param disturbed windows by their first time
 * @param exceeded null if every day's minutes suffice
 * @param shift minutes by which all plays would have to be moved to meet nothing, the nearest; null
 *     if nothing is met or there is none
 */
record Found(
    int plays,
    Runs reach,
    List<Overlap> overlaps,
    List<Disturbed> disturbed,
    @Nullable Exceeded exceeded,
    @Nullable Integer shift) {
  /**
   * Another schedule sounds at the same time in a common place.
   *
   * @param count of the plan's plays that are not alone
   * @param yields true if the plan is the weaker one
   */
  record Overlap(UUID schedule, long first, int count, boolean yields) {}

  /** A window is broken by so many plays. */
  record Disturbed(UUID window, long first, int count) {}

  /**
   * Minutes of a day do not suffice.
   *
   * @param day the first such day, its beginning
   * @param place number of the first place on it
   * @param used milliseconds on that day there, with the plan
   * @param budget milliseconds
   * @param count of days and places
   */
  record Exceeded(long day, int place, long used, long budget, int count) {}
}
