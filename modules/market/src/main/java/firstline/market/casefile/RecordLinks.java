package firstline.market.casefile;

import firstline.market.MarketRights;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the record on a page comes from and what came of it. */
@Named
@RequestScoped
public class RecordLinks {
  @Inject private Links links;
  @Inject private Desk desk;

  /** The case of a lead or inspection. */
  public Links.@Nullable Link caseOf(String source) {
    return desk.may(MarketRights.READ) ? links.caseOf(source).orElse(null) : null;
  }

  public Links.@Nullable Link leadOf(String number) {
    return links.leadOf(number).orElse(null);
  }

  public Links.@Nullable Link leadOfAlert(UUID alert) {
    return desk.may(MarketRights.READ) ? links.leadOfAlert(alert).orElse(null) : null;
  }

  /** The alert that a lead came from, for whoever sees prices. */
  public @Nullable UUID alertOf(UUID lead) {
    return desk.may(MarketRights.PRICE_READ) ? links.alertOf(lead).orElse(null) : null;
  }

  /** True if whoever looks files cases. */
  public boolean isFiling() {
    return desk.may(MarketRights.INTAKE);
  }
}
