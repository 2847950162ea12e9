package firstline.console.shell;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import firstline.persistence.todo.TodoItem;
import firstline.persistence.todo.TodoMarks.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The to-dos of one officer in the order in which they press: what is late or runs out first, then
 * what does not bear waiting, then the rest as the modules told it; behind them what was seen.
 */
public record TodoList(List<Line> lines, List<Line> putOff) {
  /** How near the end of a term is. Words: {@code home.when.<name>}. */
  public enum When {
    OVERDUE,
    TODAY,
    LATER,
    NONE
  }

  /**
   * A row.
   *
   * @param days until the last day of the term, negative once it is over
   * @param last day of the term; null if nothing runs out
   */
  public record Line(TodoItem item, boolean seen, When when, long days, @Nullable LocalDate last) {
    /** True if it is to be decided today: by this officer, or since its term ends. */
    public boolean isToday() {
      return !seen && (when == When.TODAY || item.decision());
    }

    /** The last day, with the minute if it is not its last. */
    public String end() {
      var due = item.due();
      if (due == null) {
        return "";
      }
      var at = due.atZone(Clocks.ZONE);
      return at.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? String.valueOf(last)
          : at.toLocalDate() + " " + at.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }
  }

  private static final Comparator<Line> PRESSING =
      Comparator.comparing(Line::seen)
          .thenComparing(line -> line.item().due(), Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(line -> !line.item().urgent());

  /** Puts them in order. */
  @Requirement({"R102.1", "R102.2"})
  public static TodoList of(List<TodoItem> items, Map<String, Mark> marks, Instant now) {
    var lines =
        items.stream()
            .map(item -> line(item, marks.get(item.mark()) == Mark.SEEN, now))
            .sorted(PRESSING)
            .toList();
    return new TodoList(
        lines.stream().filter(line -> marks.get(line.item().mark()) != Mark.PUT_OFF).toList(),
        lines.stream().filter(line -> marks.get(line.item().mark()) == Mark.PUT_OFF).toList());
  }

  private static Line line(TodoItem item, boolean seen, Instant now) {
    var due = item.due();
    if (due == null) {
      return new Line(item, seen, When.NONE, 0, null);
    }
    var last = LocalDate.ofInstant(due.minusMillis(1), Clocks.ZONE);
    var days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, Clocks.ZONE), last);
    var when = !due.isAfter(now) ? When.OVERDUE : days == 0 ? When.TODAY : When.LATER;
    return new Line(item, seen, when, days, last);
  }

  /** The rows that a count counts; all for an empty key. */
  public List<Line> of(String key) {
    return key.isEmpty()
        ? lines
        : lines.stream().filter(line -> line.item().keys().contains(key)).toList();
  }

  /** The first rows that are to be decided today: whose term ends today, then the others. */
  @Requirement("R102.2")
  public List<Line> today(int most) {
    return lines.stream()
        .filter(Line::isToday)
        .sorted(Comparator.comparing(line -> line.when() != When.TODAY))
        .limit(most)
        .toList();
  }
}
