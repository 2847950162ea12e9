package firstline.publicity.ledger;

import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.publicity.PublicityRights;
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
  private static final int WIDE = 1_000;

  @Inject private LedgerQueries queries;
  @Inject private Holders holders;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private LedgerQueries.@Nullable Batch view;
  private @Nullable List<Holders.Node> tree;

  public void load() {
    getView();
  }

  public LedgerQueries.Batch getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  private List<Holders.Node> tree() {
    if (tree == null) {
      tree = holders.of(getView().id());
    }
    return tree;
  }

  /** The stores as a tree: all of it, or from the area on that the address names. */
  public List<Holders.Node> getHolders() {
    return tree().stream()
        .flatMap(node -> node.at(screen.parameter("under")).stream())
        .findFirst()
        .map(List::of)
        .orElseGet(this::tree);
  }

  /** True if the tree is too large for one page: its last level is a step further. */
  public boolean isWide() {
    return tree().stream().mapToLong(Holders.Node::size).sum() > WIDE && !screen.names("under");
  }

  public List<LedgerQueries.Consignment> getOpen() {
    return queries.open(getView().id());
  }

  public List<LedgerQueries.Told> getMovements() {
    return queries.movements(getView().id(), screen.parameter("kind"));
  }

  public boolean isOrdering() {
    return desk.may(PublicityRights.STOCK);
  }

  /** Its cost in yuan. */
  public String getYuan() {
    return BigDecimal.valueOf(getView().cost(), 2).toPlainString();
  }
}
