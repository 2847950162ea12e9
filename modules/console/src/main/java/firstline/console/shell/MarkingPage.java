package firstline.console.shell;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.screen.Screen;
import firstline.persistence.todo.TodoItem;
import firstline.persistence.todo.TodoMarks;
import firstline.persistence.todo.TodoMarks.Mark;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that were chosen on the home page: what would be noted, noting it, taking it back. */
@Named
@RequestScoped
public class MarkingPage {
  private static final String HOME = "/console/home";

  @Inject private Waiting waiting;
  @Inject private TodoMarks todoMarks;
  @Inject private Screen screen;
  @Inject private Clock clock;

  private @Nullable List<TodoItem> chosen;
  private @Nullable Long held;

  /** What is to be done with them; null if nothing is chosen. */
  public @Nullable Mark getMark() {
    return screen.names("put-off") ? Mark.PUT_OFF : screen.names("seen") ? Mark.SEEN : null;
  }

  /** The chosen rows that still wait for the officer. */
  private List<TodoItem> chosen() {
    if (chosen == null) {
      var marks = Set.copyOf(screen.parameters("row"));
      chosen = waiting.items().stream().filter(item -> marks.contains(item.mark())).toList();
    }
    return chosen;
  }

  /** Those that may be noted so. */
  public List<TodoItem> getAllowed() {
    var mark = getMark();
    return mark == null
        ? List.of()
        : chosen().stream()
            .filter(item -> mark.allows(item, clock.instant()))
            .limit(TodoMarks.MOST)
            .toList();
  }

  /** Those that may not: they are late before tomorrow. */
  public List<TodoItem> getRefused() {
    var mark = getMark();
    return mark == null
        ? List.of()
        : chosen().stream().filter(item -> !mark.allows(item, clock.instant())).toList();
  }

  /** Notes what the preview showed. */
  public void mark() {
    var mark = getMark();
    var items = getAllowed();
    if (mark == null || items.isEmpty()) {
      screen.refuse(new Refusal("todo.none"));
      return;
    }
    var step = new String[1];
    screen.run(
        () -> step[0] = todoMarks.mark(new TodoMarks.Command(mark, items)).toString(),
        "home.marked." + mark,
        () -> HOME + "?step=" + step[0]);
  }

  /** How many rows the last step still holds; 0 if there is none to take back. */
  public long getHeld() {
    if (held == null) {
      held = screen.names("step") ? todoMarks.held(screen.id("step")) : 0;
    }
    return held;
  }

  public String getStep() {
    return screen.parameter("step");
  }

  public void undo() {
    screen.run(() -> todoMarks.undo(screen.id("step")), "home.undone", HOME);
  }
}
