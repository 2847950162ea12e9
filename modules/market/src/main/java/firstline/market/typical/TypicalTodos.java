package firstline.market.typical;

import firstline.market.MarketRights;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Typical cases that wait to be published. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class TypicalTodos implements TodoContribution {
  @Inject private TypicalCases typicalCases;
  @Inject private Desk desk;

  @Override
  public List<Todo> todos() {
    if (!desk.may(MarketRights.PUBLISH) || !desk.may(MarketRights.READ)) {
      return List.of();
    }
    var waiting = typicalCases.waiting();
    return waiting == 0
        ? List.of()
        : List.of(new Todo("typical.draft", waiting, "/console/market/typical-cases", false));
  }
}
