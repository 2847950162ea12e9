package firstline.broadcast.calendar;

import firstline.broadcast.calendar.DayOrder.End;
import firstline.broadcast.calendar.DayOrder.Step;
import firstline.broadcast.programme.Rank;
import firstline.broadcast.programme.Ration;
import firstline.broadcast.quiet.Span;
import firstline.persistence.requirement.Requirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** A day of a place as it will be: what does not fit into its minutes is out, the rest in order. */
final class DryRun {
  private DryRun() {}

  /**
   * What becomes of each of the plays of one day, in the order of their times.
   *
   * @param airings approved ones
   * @param quiet windows of the place, merged
   * @param minutes of routine that are heard at most; empty for no limit
   * @param settled those that have begun and were left out for want of minutes
   * @param now what has begun by then is not decided again
   */
  @Requirement("R44.10")
  static List<Step> of(
      List<Airing> airings,
      List<Span> quiet,
      OptionalInt minutes,
      Set<Airing> settled,
      Instant now) {
    var budget = minutes.isPresent() ? minutes.getAsInt() * 60_000L : Long.MAX_VALUE;
    var used = 0L;
    var due = new ArrayList<Ration.Due>();
    for (var i = 0; i < airings.size(); i++) {
      var one = airings.get(i);
      var start = one.start().toEpochMilli();
      var whole = one.whole().toMillis();
      if (one.isRoutine()
          && !settled.contains(one)
          && !Span.anyMeets(quiet, start, start + whole)) {
        if (one.start().isAfter(now)) {
          due.add(new Ration.Due(i, one.start(), 0, Rank.at(one.rank(), one.start()), whole));
        } else {
          used += whole;
        }
      }
    }
    var unfit = Ration.unfit(due, budget, Map.of(0L, used));
    var out =
        IntStream.range(0, airings.size())
            .filter(i -> settled.contains(airings.get(i)) || unfit.contains((long) i))
            .mapToObj(airings::get)
            .toList();
    var steps =
        new ArrayList<>(
            DayOrder.of(airings.stream().filter(one -> !out.contains(one)).toList(), quiet));
    out.forEach(one -> steps.add(new Step(one, End.OVER_BUDGET, List.of(), "")));
    steps.sort(
        Comparator.comparing((Step step) -> step.airing().start())
            .thenComparingLong(step -> Rank.at(step.airing().rank(), step.airing().start())));
    return List.copyOf(steps);
  }
}
