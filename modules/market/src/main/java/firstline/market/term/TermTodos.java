package firstline.market.term;

import firstline.market.MarketRights;
import firstline.market.term.TermQueries.Asked;
import firstline.market.term.TermQueries.Show;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Terms of the officer's department that are over, or over within a week. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class TermTodos implements TodoContribution {
  private static final String LIST = "/console/market/terms?show=";

  @Inject private TermQueries queries;
  @Inject private Desk desk;

  @Override
  public List<Todo> todos() {
    var todos = new ArrayList<Todo>();
    if (desk.may(MarketRights.READ)) {
      add(todos, "term.overdue", Show.OVERDUE);
      add(todos, "term.soon", Show.SOON);
    }
    return todos;
  }

  private void add(List<Todo> todos, String key, Show show) {
    var count = queries.count(new Asked(show, false, ""));
    if (count > 0) {
      todos.add(new Todo(key, count, LIST + show, true));
    }
  }
}
