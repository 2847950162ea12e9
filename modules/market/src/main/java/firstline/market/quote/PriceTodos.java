package firstline.market.quote;

import firstline.market.MarketRights;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Price alerts that nobody has acknowledged, and notices that wait to be published. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class PriceTodos implements TodoContribution {
  @Inject private AlertQueries queries;
  @Inject private PriceNotices notices;
  @Inject private Desk desk;

  @Override
  public List<Todo> todos() {
    var todos = new ArrayList<Todo>();
    if (desk.may(MarketRights.PRICE_CHECK) && desk.may(MarketRights.PRICE_READ)) {
      add(
          todos,
          "price-alert.raised",
          queries.waiting(),
          "/console/market/price-alerts?state=RAISED",
          true);
    }
    if (desk.may(MarketRights.PUBLISH) && desk.may(MarketRights.PRICE_READ)) {
      add(todos, "price-notice.draft", notices.waiting(), "/console/market/price-notices", false);
    }
    return todos;
  }

  private static void add(
      List<Todo> todos, String key, long waiting, String address, boolean urgent) {
    if (waiting > 0) {
      todos.add(new Todo(key, waiting, address, urgent));
    }
  }
}
