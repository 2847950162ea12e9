package firstline.publicity.order;

import firstline.persistence.page.Cursor;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.TodoItem;
import firstline.persistence.todo.TodoItemContribution;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Orders that wait for the officer, row by row. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class OrderItems implements TodoItemContribution {
  @Inject private OrderQueries queries;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected OrderItems() {}

  /** For tests without a server. */
  OrderItems(OrderQueries queries, Desk desk) {
    this.queries = queries;
    this.desk = desk;
  }

  /** The rows that {@link OrderTodos} counts, by the list that shows them. */
  @Override
  @Requirement("R102.1")
  public List<TodoItem> items() {
    if (!desk.may(PublicityRights.READ)) {
      return List.of();
    }
    return Stream.concat(
            desk.may(PublicityRights.PRINT)
                ? rows("order.decide", OrderQueries.Show.DECIDE, true)
                : Stream.empty(),
            desk.may(PublicityRights.STOCK)
                ? rows("order.deliver", OrderQueries.Show.DELIVER, false)
                : Stream.empty())
        .toList();
  }

  private Stream<TodoItem> rows(String key, OrderQueries.Show show, boolean decision) {
    return queries.list(show, Cursor.START).rows().stream()
        .map(
            line ->
                new TodoItem(
                    List.of(key),
                    line.id().toString(),
                    line.number() + ' ' + line.title(),
                    "order.state." + line.standing().state(),
                    null,
                    "/console/publicity/order?id=" + line.id(),
                    false,
                    decision));
  }
}
