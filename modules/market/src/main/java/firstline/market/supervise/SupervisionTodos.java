package firstline.market.supervise;

import firstline.market.MarketRights;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Supervised records that the officer's department must answer. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class SupervisionTodos implements TodoContribution {
  @Inject private SupervisionQueries queries;
  @Inject private Desk desk;

  @Override
  public List<Todo> todos() {
    if (!desk.may(MarketRights.READ)
        || !(desk.may(MarketRights.HANDLE) || desk.may(MarketRights.CASE))) {
      return List.of();
    }
    var waiting = queries.count();
    return waiting == 0
        ? List.of()
        : List.of(new Todo("supervise.answer", waiting, "/console/market/terms#on-top", true));
  }
}
