package firstline.console.shell;

import firstline.console.screen.Bell;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import firstline.persistence.todo.TodoItem;
import firstline.persistence.todo.TodoItemContribution;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits for the officer, asked for once a request: the frame and home show the same. */
@RequestScoped
public class Waiting {
  @Inject @Any private Instance<TodoContribution> counting;
  @Inject @Any private Instance<TodoItemContribution> naming;

  @Inject private Bell bell;
  @Inject private Desk desk;

  private @Nullable List<Todo> todos;
  private @Nullable List<TodoItem> items;

  /** The counts of all modules that are not nought. */
  public List<Todo> todos() {
    if (todos == null) {
      todos =
          counting.stream()
              .flatMap(module -> module.todos().stream())
              .filter(todo -> todo.count() > 0)
              .toList();
    }
    return todos;
  }

  /** How many there are; some seconds old where the page has not counted them. */
  public long count() {
    return todos == null
        ? bell.count(desk.officer(), this::sum)
        : bell.keep(desk.officer(), this::sum);
  }

  private long sum() {
    return todos().stream().mapToLong(Todo::count).sum();
  }

  /** The rows of all modules. */
  @Requirement("R102.1")
  public List<TodoItem> items() {
    if (items == null) {
      items = naming.stream().flatMap(module -> module.items().stream()).toList();
    }
    return items;
  }
}
