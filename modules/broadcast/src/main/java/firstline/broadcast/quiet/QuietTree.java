package firstline.broadcast.quiet;

import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds in the tree of areas, for a stretch of time: an area has its own windows and those of
 * all above it, and the nearest budget. A value: it never changes, and threads may share it.
 */
public final class QuietTree {
  /**
   * A window of an area.
   *
   * @param path of the area, codes each followed by '/'
   * @param spans within the time of the tree
   */
  public record Window(UUID id, String path, String title, List<Span> spans) {}

  /** A budget of an area, minutes a day. */
  public record Budget(UUID id, String path, int minutes) {}

  /** Nothing is quiet. */
  public static final QuietTree NONE = new QuietTree(List.of(), List.of());

  private final List<Window> windows;
  private final List<Budget> budgets;
  private final Map<String, List<Span>> ofArea = new HashMap<>();
  private final Map<String, Integer> minutesOfArea = new HashMap<>();
  private final Map<String, List<Span>> merged = new ConcurrentHashMap<>();

  public QuietTree(List<Window> windows, List<Budget> budgets) {
    this.windows = List.copyOf(windows);
    this.budgets = List.copyOf(budgets);
    windows.forEach(
        one -> ofArea.computeIfAbsent(one.path(), path -> new ArrayList<>()).addAll(one.spans()));
    budgets.forEach(one -> minutesOfArea.put(one.path(), one.minutes()));
  }

  /**
   * What holds now. What was read before for the same time is not expanded again.
   *
   * @param before a tree of the same time; {@link #NONE} for none
   */
  public static QuietTree read(
      Sql sql, WorkingCalendar calendar, Instant from, Instant to, QuietTree before) {
    var known = new HashMap<UUID, Window>();
    before.windows.forEach(one -> known.put(one.id(), one));
    var calendars = new HashMap<String, WorkingDays>();
    record Found(UUID id, String path, String title, String area, @Nullable QuietTime time) {}
    var rows =
        sql.list(
            """
            select w.id, a.path, w.title, w.area_code, w.dtstart, w.rrule, w.exdates, w.calendar,
              w.days, w.length
            from quiet_window w join area a on a.code = w.area_code where w.ended_at is null
            order by w.id
            """,
            row ->
                new Found(
                    row.id(1),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    // What was set is never rewritten, so what is known is not read again.
                    known.containsKey(row.id(1)) ? null : time(row, 5)));
    var windows = new ArrayList<Window>();
    for (var row : rows) {
      var time = row.time();
      windows.add(
          time == null
              ? Objects.requireNonNull(known.get(row.id()))
              : new Window(
                  row.id(),
                  row.path(),
                  row.title(),
                  time.between(from, to, calendars.computeIfAbsent(row.area(), calendar::of))));
    }
    return new QuietTree(
        windows,
        sql.list(
            """
            select b.id, a.path, b.minutes
            from noise_budget b join area a on a.code = b.area_code where b.ended_at is null
            order by b.id
            """,
            row -> new Budget(row.id(1), row.text(2), row.integer(3))));
  }

  /** The time of a row with dtstart, rrule, exdates, calendar, days and length from a column on. */
  static QuietTime time(Row row, int from) throws SQLException {
    return QuietTime.read(
        new Recurrence.Text(
            row.text(from),
            row.text(from + 1),
            null,
            lines(row.text(from + 2)),
            row.text(from + 3)),
        lines(row.text(from + 4)),
        row.integer(from + 5));
  }

  static List<String> lines(String text) {
    return Stream.of(text.split("\n")).filter(line -> !line.isBlank()).toList();
  }

  public List<Window> windows() {
    return windows;
  }

  public List<Budget> budgets() {
    return budgets;
  }

  /** Paths of the areas for which something else holds than before. */
  @Requirement("R40.1")
  public Set<String> changed(QuietTree before) {
    var paths = new TreeSet<String>();
    differing(windows, before.windows).forEach(one -> paths.add(one.path()));
    differing(budgets, before.budgets).forEach(one -> paths.add(one.path()));
    return paths;
  }

  private static <T> Set<T> differing(List<T> now, List<T> before) {
    var differing = new LinkedHashSet<>(now);
    differing.removeAll(new LinkedHashSet<>(before));
    var gone = new LinkedHashSet<>(before);
    gone.removeAll(new LinkedHashSet<>(now));
    differing.addAll(gone);
    return differing;
  }

  /** The nearest area at or above the path that has windows; empty if there is none. */
  public String nearest(String path) {
    return nearest(path, ofArea);
  }

  private static String nearest(String path, Map<String, ?> ofArea) {
    for (var end = path.length(); end > 0; end = path.lastIndexOf('/', end - 2) + 1) {
      var area = path.substring(0, end);
      if (ofArea.containsKey(area)) {
        return area;
      }
    }
    return "";
  }

  /** All windows that hold at the path, merged, in their order. */
  @Requirement("R40.1")
  public List<Span> at(String path) {
    var nearest = nearest(path);
    return nearest.isEmpty() ? List.of() : merged.computeIfAbsent(nearest, this::merge);
  }

  private List<Span> merge(String area) {
    var all = new ArrayList<Span>();
    for (var end = area.indexOf('/'); end >= 0; end = area.indexOf('/', end + 1)) {
      all.addAll(ofArea.getOrDefault(area.substring(0, end + 1), List.of()));
    }
    return Span.merged(all);
  }

  /** Minutes of routine that are to be heard a day at most; empty if nobody set it. */
  @Requirement("R40.5")
  public OptionalInt budget(String path) {
    var minutes = minutesOfArea.get(nearest(path, minutesOfArea));
    return minutes == null ? OptionalInt.empty() : OptionalInt.of(minutes);
  }
}
