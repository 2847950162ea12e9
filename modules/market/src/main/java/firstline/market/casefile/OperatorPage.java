package firstline.market.casefile;

import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An operator and its cases. */
@Named
@RequestScoped
public class OperatorPage {
  @Inject private OperatorCases operators;
  @Inject private Screen screen;

  private OperatorCases.@Nullable Operator view;

  public void load() {
    getView();
  }

  public OperatorCases.Operator getView() {
    if (view == null) {
      view = operators.operator(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  public List<CaseQueries.Line> getRows() {
    return operators.ofOperator(getView().id());
  }
}
