package firstline.console.talk;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import firstline.persistence.todo.TodoItem;
import firstline.persistence.todo.TodoItemContribution;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where somebody mentioned the officer: counted and named from one look a request. */
@RequestScoped
public class TalkItems implements TodoContribution, TodoItemContribution {
  static final String KEY = "talk.mention";

  @Inject private Talk talk;
  @Inject private Desk desk;
  private @Nullable List<Talk.Waiting> waiting;

  private List<Talk.Waiting> waiting() {
    if (waiting == null) {
      waiting = desk.signedIn().isEmpty() ? List.of() : talk.waiting();
    }
    return waiting;
  }

  @Override
  public List<Todo> todos() {
    return List.of(new Todo(KEY, waiting().size(), "/console/home?kind=" + KEY, false));
  }

  @Override
  @Requirement({"R102.1", "R110.3"})
  public List<TodoItem> items() {
    return waiting().stream()
        .map(
            one ->
                new TodoItem(
                    List.of(KEY),
                    one.message().toString(),
                    one.record().title(),
                    "talk.state.MENTIONED",
                    null,
                    one.record().href() + "#talk",
                    false,
                    false))
        .toList();
  }
}
