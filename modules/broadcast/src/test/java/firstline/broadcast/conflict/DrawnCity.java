package firstline.broadcast.conflict;

import firstline.broadcast.programme.Cuts.Cut;
import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.Planned;
import firstline.broadcast.programme.Preemption;
import firstline.broadcast.programme.Rank;
import firstline.broadcast.quiet.QuietTree;
import firstline.broadcast.quiet.Span;
import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.calendar.WorkingDays;
import firstline.testkit.seed.Draw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A drawn city with schedules, windows and budgets, and what stands against a plan there, found by
 * trying every village with every play: nothing of the index is used.
 */
final class DrawnCity {
  /** 09:30 in China, a Wednesday. */
  static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");

  /** Midnight before it in China. */
  static final Instant BASE = Instant.parse("2026-11-24T16:00:00Z");

  static final WorkingDays DAYS = WorkingDays.nation();
  private static final long DAY = 86_400_000L;
  private static final List<String> GROUPS = List.of("g1", "g2", "g3");

  /** A window as it was drawn. */
  record Window(UUID id, String path, List<Span> spans) {}

  final List<Places.Place> places = new ArrayList<>();
  final List<String> paths = new ArrayList<>();
  final List<Planned> schedules = new ArrayList<>();

  /** What those that handed something over have left. */
  final Map<UUID, Cut> left = new HashMap<>();

  final List<Window> windows = new ArrayList<>();
  final Map<String, Integer> budgets = new TreeMap<>();
  final Planned plan;
  private long approval;

  DrawnCity(Draw draw) {
    paths.add("900000000000/");
    for (var town = 1; town <= draw.between(1, 3); town++) {
      var path = "900000000000/90000000%d000/".formatted(town);
      paths.add(path);
      for (var village = 1; village <= draw.between(1, 4); village++) {
        paths.add(path + "90000000%d00%d/".formatted(town, village));
      }
    }
    for (var path : paths) {
      if (draw.chance(0.8)) {
        place(draw, path, List.of());
      }
      if (draw.chance(0.3)) {
        place(draw, path, List.of(draw.of(GROUPS)));
      }
    }
    for (var i = draw.between(0, 7); i > 0; i--) {
      var schedule = schedule(draw, ++approval);
      schedules.add(schedule);
      if (draw.chance(0.4)) {
        left.put(schedule.id(), cut(draw, schedule));
      }
    }
    for (var i = draw.between(0, 3); i > 0; i--) {
      windows.add(window(draw));
    }
    for (var i = draw.between(0, 2); i > 0; i--) {
      budgets.put(draw.of(paths), draw.between(0, 12));
    }
    plan = schedule(draw, Rank.LAST);
  }

  private void place(Draw draw, String path, List<String> groups) {
    places.add(new Places.Place(draw.id(), path, path, groups));
  }

  private Planned schedule(Draw draw, long number) {
    var kind = draw.chance(0.2) ? Kind.DRILL : Kind.ROUTINE;
    var length = draw.of(1_000L, 60_000L, 61_500L, 300_000L, 3_600_000L);
    var repeats = draw.of(1, 1, 1, 2, 3, 0);
    var area = draw.of(paths);
    return new Planned(
        draw.id(),
        1,
        area.substring(area.length() - 13, area.length() - 1),
        kind,
        0,
        Rank.of(kind, 0, (int) area.chars().filter(one -> one == '/').count() - 1, number),
        Recurrence.read(
            new Recurrence.Text(
                "2026-11-%02dT%02d:%02d:00"
                    .formatted(
                        draw.between(20, 30), draw.of(0, 6, 6, 6, 23), draw.of(0, 0, 1, 5, 59)),
                draw.of(
                    "",
                    "FREQ=DAILY;COUNT=5",
                    "FREQ=DAILY;INTERVAL=9",
                    "FREQ=DAILY;COUNT=40",
                    "FREQ=WEEKLY;BYDAY=MO,WE,SA",
                    "FREQ=WEEKLY",
                    "FREQ=DAILY;COUNT=7;BYHOUR=0,6,12;BYMINUTE=0,30",
                    "FREQ=DAILY"),
                null,
                draw.chance(0.2) ? List.of("2026-12-02") : List.of(),
                draw.of("ALL", "ALL", "WORKDAYS", "RESTDAYS", "LUNAR:*3,*6,*9"))),
        new Planned.Item(draw.id(), "NONE", "zh", "通知", List.of()),
        length,
        repeats == 0 ? 900_000L : 14_400_000L,
        120_000,
        Preemption.RESUME,
        70,
        repeats,
        2_000,
        draw.list(1, 2, one -> one.of(paths)),
        draw.chance(0.2) ? List.of(draw.of(GROUPS)) : List.of(),
        draw.chance(0.3) ? List.of(draw.of(paths)) : List.of(),
        draw.chance(0.1) ? List.of(draw.of(GROUPS)) : List.of(),
        draw.chance(0.1) ? NOW.plusMillis(DAY * 3) : Instant.EPOCH,
        Instant.MAX);
  }

  private Window window(Draw draw) {
    var spans = new ArrayList<Span>();
    var at = BASE.toEpochMilli() + draw.between(-8, 24) * 3_600_000L;
    var length = draw.of(1L, 60_000L, 5_400_000L, 28_800_000L, DAY);
    for (var i = draw.between(1, 92); i > 0; i--) {
      spans.add(new Span(at, at + length));
      at += draw.of(DAY, DAY, 7 * DAY);
    }
    spans.removeIf(one -> one.until() <= BASE.toEpochMilli());
    return new Window(draw.id(), draw.of(paths), spans);
  }

  QuietTree tree() {
    return new QuietTree(
        windows.stream()
            .map(one -> new QuietTree.Window(one.id(), one.path(), "安静", one.spans()))
            .toList(),
        budgets.entrySet().stream()
            .map(one -> new QuietTree.Budget(new UUID(0, 1), one.getKey(), one.getValue()))
            .toList());
  }

  private static boolean reaches(Planned schedule, Places.Place place) {
    var in =
        schedule.areas().stream().anyMatch(place.path()::startsWith)
            || schedule.groups().stream().anyMatch(place.groups()::contains);
    var out =
        schedule.notAreas().stream().anyMatch(place.path()::startsWith)
            || schedule.notGroups().stream().anyMatch(place.groups()::contains);
    return in && !out;
  }

  /** A cut of the schedule: a play less, or none before or after some moment. */
  Cut cut(Draw draw, Planned schedule) {
    var plays =
        schedule.recurrence().between(BASE, BASE.plusMillis(92 * DAY), DAYS).stream()
            .map(one -> one.start())
            .toList();
    var some = plays.isEmpty() ? NOW : draw.of(plays);
    return switch (draw.between(0, 2)) {
      case 0 -> new Cut(Instant.MIN, Instant.MAX, Set.of(some));
      case 1 -> new Cut(Instant.MIN, some, Set.of());
      default -> new Cut(some, Instant.MAX, Set.of());
    };
  }

  private List<Span> plays(Planned schedule, Instant from, Instant to) {
    var begins = from.isAfter(schedule.approved()) ? from : schedule.approved();
    var kept = left.getOrDefault(schedule.id(), Cut.NONE);
    return schedule.recurrence().between(begins, to, DAYS).stream()
        .map(one -> one.start())
        .filter(kept::keeps)
        .map(Instant::toEpochMilli)
        .map(start -> new Span(start, start + schedule.whole()))
        .toList();
  }

  private static boolean meet(Span one, Span other) {
    return one.from() < other.until() && other.from() < one.until();
  }

  private List<Span> planned() {
    return plan.recurrence().between(NOW, NOW.plus(ConflictIndex.AHEAD), DAYS).stream()
        .map(one -> one.start().toEpochMilli())
        .map(start -> new Span(start, start + plan.whole()))
        .toList();
  }

  private boolean common(Planned other) {
    return places.stream().anyMatch(place -> reaches(plan, place) && reaches(other, place));
  }

  /** What sounds with the plan in a common place. */
  List<Found.Overlap> overlaps() {
    var found = new ArrayList<Found.Overlap>();
    for (var other : schedules) {
      if (common(other)) {
        var theirs = plays(other, BASE.minusMillis(DAY), BASE.plusMillis(92 * DAY));
        var met =
            planned().stream()
                .filter(mine -> theirs.stream().anyMatch(one -> meet(mine, one)))
                .toList();
        if (!met.isEmpty()) {
          found.add(
              new Found.Overlap(
                  other.id(), met.get(0).from(), met.size(), other.rank() < plan.rank()));
        }
      }
    }
    found.sort(Comparator.comparing(Found.Overlap::schedule));
    return found;
  }

  /** The windows that it breaks. */
  List<Found.Disturbed> disturbed() {
    var found = new ArrayList<Found.Disturbed>();
    for (var window : windows) {
      if (places.stream()
          .anyMatch(place -> reaches(plan, place) && place.path().startsWith(window.path()))) {
        var met =
            planned().stream()
                .filter(mine -> window.spans().stream().anyMatch(one -> meet(mine, one)))
                .toList();
        if (!met.isEmpty()) {
          found.add(new Found.Disturbed(window.id(), met.get(0).from(), met.size()));
        }
      }
    }
    found.sort(Comparator.comparing(Found.Disturbed::window));
    return found;
  }

  /** Days and places whose minutes do not suffice: {@code day place} with what is used. */
  Map<String, Long> exceeded() {
    var found = new TreeMap<String, Long>();
    for (var place : places) {
      var budget = budget(place);
      if (budget >= 0 && reaches(plan, place)) {
        var used = used(place, planned());
        var mine = Map.copyOf(used);
        for (var other : schedules) {
          if (reaches(other, place)) {
            used(place, plays(other, BASE, BASE.plusMillis(92 * DAY)))
                .forEach((day, millis) -> used.merge(day, millis, Long::sum));
          }
        }
        used.forEach(
            (day, millis) -> {
              if (mine.containsKey(day) && millis > budget) {
                found.put("%03d %s".formatted(day, place.audience()), millis);
              }
            });
      }
    }
    return found;
  }

  private long budget(Places.Place place) {
    return budgets.entrySet().stream()
        .filter(one -> place.path().startsWith(one.getKey()))
        .max(Comparator.comparingInt(one -> one.getKey().length()))
        .map(one -> one.getValue() * 60_000L)
        .orElse(-1L);
  }

  private Map<Long, Long> used(Places.Place place, List<Span> plays) {
    var used = new TreeMap<Long, Long>();
    for (var play : plays) {
      if (!silenced(place, play)) {
        var day = Math.floorDiv(play.from() - BASE.toEpochMilli(), DAY);
        used.merge(day, play.until() - play.from(), Long::sum);
      }
    }
    return used;
  }

  private boolean silenced(Places.Place place, Span play) {
    return windows.stream()
        .filter(window -> place.path().startsWith(window.path()))
        .anyMatch(window -> window.spans().stream().anyMatch(one -> meet(play, one)));
  }

  /** True if all plays, so many minutes later, meet neither a schedule nor a window. */
  boolean isFree(int minutes) {
    var moved =
        planned().stream()
            .map(one -> new Span(one.from() + minutes * 60_000L, one.until() + minutes * 60_000L))
            .toList();
    var others = schedules.stream().filter(this::common).toList();
    return moved.stream()
        .allMatch(
            play ->
                others.stream()
                        .flatMap(
                            one ->
                                plays(one, BASE.minusMillis(DAY), BASE.plusMillis(92 * DAY))
                                    .stream())
                        .noneMatch(one -> meet(play, one))
                    && places.stream()
                        .filter(place -> reaches(plan, place))
                        .noneMatch(place -> silenced(place, play)));
  }

  /** The same, with whole minutes taken, none of them over, and every play on its own day. */
  boolean isFreeByMinutes(int minutes) {
    var others = schedules.stream().filter(this::common).toList();
    for (var play : planned()) {
      var ofDay = Math.floorMod(play.from() - BASE.toEpochMilli(), DAY) / 60_000L + minutes;
      var moved =
          whole(new Span(play.from() + minutes * 60_000L, play.until() + minutes * 60_000L));
      if (ofDay < 0 || ofDay >= 1_440 || moved.from() <= NOW.toEpochMilli()) {
        return false;
      }
      for (var other : others) {
        for (var one : plays(other, BASE.minusMillis(DAY), BASE.plusMillis(92 * DAY))) {
          if (meet(moved, whole(one))) {
            return false;
          }
        }
      }
      for (var window : windows) {
        var mine =
            places.stream()
                .anyMatch(place -> reaches(plan, place) && place.path().startsWith(window.path()));
        if (mine && window.spans().stream().anyMatch(one -> meet(moved, whole(one)))) {
          return false;
        }
      }
    }
    return true;
  }

  private static Span whole(Span span) {
    return new Span(
        Math.floorDiv(span.from(), 60_000L) * 60_000L,
        Math.floorDiv(span.until() + 59_999L, 60_000L) * 60_000L);
  }
}
