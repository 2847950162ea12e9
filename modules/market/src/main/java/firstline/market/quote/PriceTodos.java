package firstline.market.quote;

import firstline.market.MarketRights;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Price alerts that nobody has acknowledged. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class PriceTodos implements TodoContribution {
  @Inject private AlertQueries queries;
  @Inject private Desk desk;

  @Override
  public List<Todo> todos() {
    if (!desk.may(MarketRights.PRICE_CHECK) || !desk.may(MarketRights.PRICE_READ)) {
      return List.of();
    }
    var waiting = queries.waiting();
    return waiting == 0
        ? List.of()
        : List.of(
            new Todo(
                "price-alert.raised", waiting, "/console/market/price-alerts?state=RAISED", true));
  }
}
