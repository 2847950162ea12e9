package firstline.console.shell;

import firstline.console.figures.Chart;
import firstline.console.figures.FigureQueries;
import firstline.console.figures.Series;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoMarks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Home: what waits row by row, what is to be decided today, and the figures of the last weeks. */
@Named
@RequestScoped
public class HomePage {
  private static final int DAYS = 14;
  private static final int TODAY = 10;
  private static final int ROWS = 30;

  /** A figure as a small picture, against as many days before. */
  public record Tile(Series series, Chart chart) {}

  @Inject private Waiting waiting;
  @Inject private TodoMarks todoMarks;
  @Inject private FigureQueries figures;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Clock clock;

  private TodoList list = new TodoList(List.of(), List.of());
  private List<TodoList.Line> today = List.of();
  private List<TodoList.Line> rows = List.of();
  private List<Tile> tiles = List.of();

  /** All of it, but only the rows while some of them are chosen. */
  public void load() {
    list = TodoList.of(waiting.items(), todoMarks.marks(), clock.instant());
    today = getKind().isEmpty() && !isOff() ? list.today(TODAY) : List.of();
    rows =
        (isOff() ? list.putOff() : list.of(getKind()))
            .stream().filter(line -> !today.contains(line)).toList();
    var last = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    tiles =
        figures.all(desk.officer().areaCode(), last.minusDays(DAYS - 1L), last).stream()
            .filter(one -> concerns(desk.officer(), one.key()) && !one.isBlank())
            .map(one -> new Tile(one, Chart.of(one.days(), 140, 100)))
            .toList();
  }

  /** True if the officer works in the module that counts it; who writes of all reads all. */
  @Requirement("R102.3")
  static boolean concerns(OfficerOnDuty officer, String key) {
    return officer.worksIn(key.substring(0, key.indexOf('.') + 1)) || officer.worksIn("bulletin.");
  }

  /** What is chosen of the counts; empty for all. */
  public String getKind() {
    var kind = screen.parameter("kind");
    return waiting.todos().stream().anyMatch(todo -> todo.key().equals(kind)) ? kind : "";
  }

  /** True if what was put off is shown. */
  public boolean isOff() {
    return screen.parameter("show").equals("off");
  }

  public List<Todo> getTodos() {
    return waiting.todos();
  }

  /** Where a count leads: to its rows here, or to the list if nobody names the rows. */
  @Requirement("R102.4")
  public String href(Todo todo) {
    return list.of(todo.key()).isEmpty() ? todo.href() : "/console/home?kind=" + todo.key();
  }

  /** The list of what is chosen. */
  public String getHref() {
    return waiting.todos().stream()
        .filter(todo -> todo.key().equals(getKind()))
        .map(Todo::href)
        .findFirst()
        .orElse("");
  }

  public List<TodoList.Line> getToday() {
    return today;
  }

  public List<TodoList.Line> getRows() {
    return isAll() ? rows : rows.stream().limit(ROWS).toList();
  }

  /** How many rows are not shown. */
  public int getMore() {
    return rows.size() - getRows().size();
  }

  private boolean isAll() {
    return screen.parameter("show").equals("all") || !getKind().isEmpty() || isOff();
  }

  public int getAllRows() {
    return list.lines().size();
  }

  public int getPutOff() {
    return list.putOff().size();
  }

  /** True if the officer works in a module at all, so that something may come. */
  public boolean isWorking() {
    return figures.known().stream().anyMatch(one -> concerns(desk.officer(), one.key()));
  }

  public List<Tile> getTiles() {
    return tiles;
  }
}
