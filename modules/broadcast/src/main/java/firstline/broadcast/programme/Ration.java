package firstline.broadcast.programme;

import firstline.broadcast.quiet.Span;
import firstline.persistence.requirement.Requirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Which routine plays fit into the minutes of a day. */
public final class Ration {
  /**
   * A play that is to be decided.
   *
   * @param day of its start in China, days since 1970-01-01
   * @param rank of the play, as {@link Rank#at} has it
   * @param whole how long it sounds, milliseconds
   */
  public record Due(long no, Instant start, long day, long rank, long whole) {}

  private Ration() {}

  /**
   * Numbers of the plays that do not fit: in the order of right of each day, a play is heard if its
   * whole length still fits. What a quiet window silences uses up nothing. What has begun is not
   * decided again.
   *
   * @param budget milliseconds a day; empty for no limit
   * @param quiet windows, merged
   * @param settled what did not fit as it was decided last
   * @param now Unix milliseconds
   */
  @Requirement("R32.10")
  static Set<Long> over(
      List<Plays> reaching, OptionalLong budget, List<Span> quiet, Set<Long> settled, long now) {
    var days = budget.isPresent() ? exceeded(reaching, budget.getAsLong()) : Set.<Long>of();
    if (days.isEmpty() && settled.isEmpty()) {
      return Set.of();
    }
    var over = new HashSet<Long>();
    var used = new HashMap<Long, Long>();
    var due = new ArrayList<Due>();
    for (var plays : reaching) {
      var planned = plays.planned();
      if (planned.isRoutine()) {
        for (var play : plays.plays()) {
          var start = play.start().toEpochMilli();
          if (start <= now && settled.contains(play.no())) {
            over.add(play.no());
          } else if (days.contains(play.day())
              && !Span.anyMeets(quiet, start, start + planned.whole())) {
            if (start <= now) {
              used.merge(play.day(), planned.whole(), Long::sum);
            } else {
              due.add(
                  new Due(
                      play.no(),
                      play.start(),
                      play.day(),
                      Rank.at(planned.rank(), play.start()),
                      planned.whole()));
            }
          }
        }
      }
    }
    over.addAll(unfit(due, budget.orElse(Long.MAX_VALUE), used));
    return over;
  }

  /**
   * Numbers of those that do not fit, in the order of right.
   *
   * @param budget milliseconds a day
   * @param used milliseconds of each day that are gone already
   */
  @Requirement("R32.10")
  public static Set<Long> unfit(List<Due> due, long budget, Map<Long, Long> used) {
    var sums = new HashMap<>(used);
    var over = new HashSet<Long>();
    due.stream()
        .sorted(Comparator.comparingLong(Due::rank).thenComparing(Due::start))
        .forEach(
            one -> {
              var sum = sums.getOrDefault(one.day(), 0L) + one.whole();
              if (sum <= budget) {
                sums.put(one.day(), sum);
              } else {
                over.add(one.no());
              }
            });
    return over;
  }

  /** Days on which not everything fits, whatever is quiet: mostly there are none. */
  private static Set<Long> exceeded(List<Plays> reaching, long budget) {
    Map<Long, Long> sums = new HashMap<>();
    for (var plays : reaching) {
      if (plays.planned().isRoutine()) {
        var whole = plays.planned().whole();
        plays.plays().forEach(play -> sums.merge(play.day(), whole, Long::sum));
      }
    }
    sums.values().removeIf(sum -> sum <= budget);
    return sums.keySet();
  }
}
