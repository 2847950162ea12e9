package firstline.broadcast.conflict;

import firstline.broadcast.programme.Cuts.Cut;
import firstline.broadcast.programme.Planned;
import firstline.broadcast.programme.Rank;
import firstline.broadcast.quiet.QuietTree;
import firstline.broadcast.quiet.Span;
import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.requirement.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * When and where every approved routine schedule sounds, for ninety days: schedules that sound at
 * the same times share them, a tree of places is a few runs of numbers, and the minutes of each
 * place and day are added up. Not safe for threads.
 */
final class ConflictIndex {
  /** A plan is checked for so long. */
  static final Duration AHEAD = Duration.ofDays(90);

  /** Days for which the index holds plays: what begins on the last may sound into the next. */
  static final int DAYS = 92;

  private static final long DAY = 86_400_000L;
  private static final long BEFORE = 86_400_000L;

  /** Starts that are held at most; four bytes each. */
  static final int ROOM = 8_000_000;

  private record Active(UUID id, long rank, Runs reach, Times times) {}

  /** There was no room for its starts: they are expanded for each check. */
  private record Unheld(Planned planned, WorkingDays days, Cut left, Runs reach) {}

  private record Expanded(Recurrence recurrence, WorkingDays days, long from) {}

  private final Places places;
  private final QuietTree tree;
  private final long base;
  private final Map<UUID, Active> known = new HashMap<>();
  private final Map<Times.Same, Set<Active>> byTimes = new HashMap<>();
  private final Map<UUID, Unheld> unheld = new HashMap<>();
  private final Map<Expanded, int[]> expanded = new HashMap<>();
  private final Map<String, List<Span>> windows = new HashMap<>();
  private final Map<UUID, List<Span>> ofWindow = new HashMap<>();
  private final long[] load;
  private final long[] budgets;
  private final int room;
  private long held;

  /**
   * An index without schedules.
   *
   * @param base the beginning of the day in China
   * @param tree for {@link #DAYS} days from the base on
   * @param room starts that are held at most
   */
  ConflictIndex(Places places, QuietTree tree, Instant base, int room) {
    this.room = room;
    this.places = places;
    this.tree = tree;
    this.base = base.toEpochMilli();
    this.load = new long[places.size() * DAYS];
    this.budgets = new long[places.size()];
    for (var i = 0; i < budgets.length; i++) {
      var budget = tree.budget(places.at(i).path());
      budgets[i] = budget.isPresent() ? budget.getAsInt() * 60_000L : Long.MAX_VALUE;
    }
  }

  Places places() {
    return places;
  }

  QuietTree tree() {
    return tree;
  }

  Instant base() {
    return Instant.ofEpochMilli(base);
  }

  int size() {
    return known.size() + unheld.size();
  }

  /** Starts that it holds, which say how large it is. */
  long held() {
    return held;
  }

  /**
   * Takes a schedule in.
   *
   * @param days of the area that ordered it; the same object for the same days
   * @param left what it did not hand over
   */
  @Requirement({"R41.6", "R41.7"})
  void put(Planned planned, WorkingDays days, Cut left) {
    var times = times(planned, days, left);
    var reach =
        places.reach(
            new Places.Targets(
                planned.areas(), planned.groups(), planned.notAreas(), planned.notGroups()));
    if (!byTimes.containsKey(new Times.Same(times)) && held + times.starts().length > room) {
      add(times, reach, 1);
      unheld.put(planned.id(), new Unheld(planned, days, left, reach));
    } else {
      hold(new Active(planned.id(), planned.rank(), reach, times));
    }
  }

  private void hold(Active active) {
    add(active.times(), active.reach(), 1);
    var alike = byTimes.computeIfAbsent(new Times.Same(active.times()), key -> new HashSet<>());
    if (alike.isEmpty()) {
      held += active.times().starts().length;
    }
    var shared = alike.isEmpty() ? active.times() : alike.iterator().next().times();
    var mine = new Active(active.id(), active.rank(), active.reach(), shared);
    alike.add(mine);
    known.put(mine.id(), mine);
  }

  private Times times(Unheld loose) {
    return times(loose.planned(), loose.days(), loose.left());
  }

  private Times times(Planned planned, WorkingDays days, Cut left) {
    var from = Math.max(base - BEFORE, planned.approved().toEpochMilli());
    var starts =
        expanded.computeIfAbsent(
            new Expanded(planned.recurrence(), days, from),
            key -> starts(planned.recurrence(), days, from, base + DAYS * DAY));
    return new Times(kept(starts, left), planned.whole());
  }

  private int[] kept(int[] starts, Cut left) {
    return left.equals(Cut.NONE)
        ? starts
        : Arrays.stream(starts)
            .filter(start -> left.keeps(Instant.ofEpochMilli(base + start * 1_000L)))
            .toArray();
  }

  /** Lets a schedule go. */
  @Requirement("R41.6")
  void remove(UUID id) {
    var loose = unheld.remove(id);
    if (loose != null) {
      add(times(loose), loose.reach(), -1);
    }
    var active = known.remove(id);
    if (active != null) {
      add(active.times(), active.reach(), -1);
      var same = new Times.Same(active.times());
      var alike = byTimes.getOrDefault(same, Set.of());
      alike.remove(active);
      if (alike.isEmpty()) {
        byTimes.remove(same);
        held -= active.times().starts().length;
      }
    }
  }

  /**
   * What is found while the schedule has no more than what is left; afterwards it has all again.
   *
   * @param id of a schedule; nothing is otherwise if it is none that is held here
   */
  @Requirement("R41.7")
  Found without(UUID id, Cut left, Supplier<Found> check) {
    var loose = unheld.get(id);
    var active =
        loose == null
            ? known.get(id)
            : new Active(id, loose.planned().rank(), loose.reach(), times(loose));
    if (active == null) {
      return check.get();
    }
    remove(id);
    var times = active.times();
    hold(
        new Active(
            id,
            active.rank(),
            active.reach(),
            new Times(kept(times.starts(), left), times.whole())));
    try {
      return check.get();
    } finally {
      remove(id);
      if (loose == null) {
        hold(active);
      } else {
        add(times, loose.reach(), 1);
        unheld.put(id, loose);
      }
    }
  }

  /** Expansions are shared while schedules are taken in; afterwards their times are. */
  void settle() {
    expanded.clear();
  }

  private int[] starts(Recurrence recurrence, WorkingDays days, long from, long to) {
    return recurrence.between(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), days).stream()
        .mapToInt(one -> (int) Math.floorDiv(one.start().toEpochMilli() - base, 1_000L))
        .toArray();
  }

  private void add(Times times, Runs reach, int sign) {
    var sums = new HashMap<String, long[]>();
    reach.each(
        place -> {
          var mine =
              sums.computeIfAbsent(
                  tree.nearest(places.at(place).path()), area -> sums(times, area));
          for (var day = 0; day < DAYS; day++) {
            load[place * DAYS + day] += sign * mine[day];
          }
        });
  }

  /** Milliseconds of each day that the windows of the area do not silence. */
  private long[] sums(Times times, String area) {
    var sums = new long[DAYS];
    var quiet = windows(area);
    for (var play = 0; play < times.starts().length; play++) {
      // China has had no summer time since 1991: a day has 24 hours.
      var day = Math.floorDiv(times.from(play), DAY);
      if (day >= 0 && day < DAYS && !Span.anyMeets(quiet, times.from(play), times.until(play))) {
        sums[(int) day] += times.whole();
      }
    }
    return sums;
  }

  /** The windows that hold at an area that has some, in milliseconds after the base. */
  private List<Span> windows(String area) {
    return windows.computeIfAbsent(area, key -> relative(tree.at(key)));
  }

  private List<Span> relative(List<Span> spans) {
    return spans.stream().map(span -> new Span(span.from() - base, span.until() - base)).toList();
  }

  /**
   * Checks a plan.
   *
   * @param rank its right, as {@link Rank#of} has it with {@link Rank#LAST}
   * @param from it has no plays before
   * @param now nothing before it counts
   */
  @Requirement({"R41.1", "R41.2", "R41.3"})
  Found check(
      Recurrence recurrence,
      long whole,
      long rank,
      Places.Targets targets,
      WorkingDays days,
      Instant from,
      Instant now) {
    var reach = places.reach(targets);
    var until = now.plus(AHEAD).toEpochMilli();
    var begins = from.isAfter(now) ? from : now;
    var plan = new Times(starts(recurrence, days, begins.toEpochMilli(), until), whole);
    var overlaps = overlaps(plan, reach, rank);
    var disturbed = disturbed(plan, reach);
    return new Found(
        plan.starts().length,
        reach,
        overlaps,
        disturbed,
        exceeded(plan, reach),
        overlaps.isEmpty() && disturbed.isEmpty() ? null : shift(plan, reach, now));
  }

  private List<Found.Overlap> overlaps(Times plan, Runs reach, long rank) {
    var overlaps = new ArrayList<Found.Overlap>();
    for (var alike : byTimes.entrySet()) {
      // Where comes first: a village has few schedules, and any two times have much to compare.
      var near = alike.getValue().stream().filter(one -> one.reach().meets(reach)).toList();
      var meeting = near.isEmpty() ? Times.Meeting.NONE : plan.meeting(alike.getKey().times());
      if (meeting.count() > 0) {
        near.forEach(one -> overlaps.add(overlap(one.id(), meeting, one.rank() < rank)));
      }
    }
    for (var loose : unheld.values()) {
      if (loose.reach().meets(reach)) {
        var meeting = plan.meeting(times(loose));
        if (meeting.count() > 0) {
          overlaps.add(overlap(loose.planned().id(), meeting, loose.planned().rank() < rank));
        }
      }
    }
    settle();
    overlaps.sort(
        Comparator.comparingLong(Found.Overlap::first)
            .thenComparing(Found.Overlap::count, Comparator.reverseOrder())
            .thenComparing(Found.Overlap::schedule));
    return List.copyOf(overlaps);
  }

  private Found.Overlap overlap(UUID schedule, Times.Meeting meeting, boolean yields) {
    return new Found.Overlap(schedule, base + meeting.first() * 1_000L, meeting.count(), yields);
  }

  private List<Found.Disturbed> disturbed(Times plan, Runs reach) {
    var disturbed = new ArrayList<Found.Disturbed>();
    for (var window : tree.windows()) {
      var meeting =
          plan.meeting(
              ofWindow.computeIfAbsent(window.id(), id -> Span.merged(relative(window.spans()))));
      if (meeting.count() > 0 && places.below(window.path()).meets(reach)) {
        disturbed.add(
            new Found.Disturbed(window.id(), base + meeting.first() * 1_000L, meeting.count()));
      }
    }
    disturbed.sort(
        Comparator.comparingLong(Found.Disturbed::first).thenComparing(Found.Disturbed::window));
    return List.copyOf(disturbed);
  }

  private Found.@Nullable Exceeded exceeded(Times plan, Runs reach) {
    var sums = new HashMap<String, long[]>();
    var most = new long[] {DAYS, -1, 0};
    reach.each(
        place -> {
          if (budgets[place] < Long.MAX_VALUE) {
            var mine =
                sums.computeIfAbsent(
                    tree.nearest(places.at(place).path()), area -> sums(plan, area));
            for (var day = 0; day < DAYS; day++) {
              if (mine[day] > 0 && load[place * DAYS + day] + mine[day] > budgets[place]) {
                most[2]++;
                if (day < most[0]) {
                  most[0] = day;
                  most[1] = place;
                }
              }
            }
          }
        });
    if (most[2] == 0) {
      return null;
    }
    var day = (int) most[0];
    var place = (int) most[1];
    var mine = sums(plan, tree.nearest(places.at(place).path()));
    return new Found.Exceeded(
        base + day * DAY,
        place,
        load[place * DAYS + day] + mine[day],
        budgets[place],
        (int) most[2]);
  }

  /** The nearest shift within the same days that meets neither a schedule nor a window. */
  @Requirement("R41.5")
  private @Nullable Integer shift(Times plan, Runs reach, Instant now) {
    var taken = new BitSet();
    // What is over by now is taken: a plan is not moved into the past.
    taken.set(0, (int) Math.max(0, (now.toEpochMilli() - base) / 60_000L + 1));
    for (var alike : byTimes.entrySet()) {
      if (alike.getValue().stream().anyMatch(active -> active.reach().meets(reach))) {
        alike.getKey().times().mark(taken);
      }
    }
    for (var loose : unheld.values()) {
      if (loose.reach().meets(reach)) {
        times(loose).mark(taken);
      }
    }
    settle();
    for (var window : tree.windows()) {
      if (places.below(window.path()).meets(reach)) {
        relative(window.spans()).forEach(span -> Times.mark(taken, span.from(), span.until()));
      }
    }
    return plan.nearestFree(taken);
  }
}
