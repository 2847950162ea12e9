package firstline.publicity.ledger;

import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One batch: where its copies are, and what happened to them. */
@Named
@RequestScoped
public class BatchPage {
  @Inject private LedgerQueries queries;
  @Inject private Screen screen;

  private LedgerQueries.@Nullable Batch view;

  public void load() {
    view = queries.one(screen.id());
  }

  public LedgerQueries.Batch getView() {
    return Objects.requireNonNull(view);
  }

  public List<LedgerQueries.Holding> getHoldings() {
    return queries.holdings(getView().id());
  }

  public List<LedgerQueries.Consignment> getOpen() {
    return queries.open(getView().id());
  }

  public List<LedgerQueries.Told> getMovements() {
    return queries.movements(getView().id(), screen.parameter("kind"));
  }

  /** Its cost in yuan. */
  public String getYuan() {
    return BigDecimal.valueOf(getView().cost(), 2).toPlainString();
  }
}
