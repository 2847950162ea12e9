package firstline.publicity.order;

import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Orders that wait for the officer's decision, or for copies from their store. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class OrderTodos implements TodoContribution {
  private static final String LIST = "/console/publicity/orders?show=";

  @Inject private OrderQueries queries;
  @Inject private Desk desk;

  @Override
  public List<Todo> todos() {
    var todos = new ArrayList<Todo>();
    if (desk.may(PublicityRights.READ)) {
      if (desk.may(PublicityRights.PRINT)) {
        add(todos, "order.decide", OrderQueries.Show.DECIDE);
      }
      if (desk.may(PublicityRights.STOCK)) {
        add(todos, "order.deliver", OrderQueries.Show.DELIVER);
      }
    }
    return todos;
  }

  private void add(List<Todo> todos, String key, OrderQueries.Show show) {
    var count = queries.count(show);
    if (count > 0) {
      todos.add(new Todo(key, count, LIST + show, false));
    }
  }
}
