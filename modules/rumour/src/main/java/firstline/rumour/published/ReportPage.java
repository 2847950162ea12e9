package firstline.rumour.published;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import firstline.rumour.claim.ClaimQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public's form, and the phase of a receipt. */
@Named
@RequestScoped
public class ReportPage {
  @Inject private ReportAreas areas;
  @Inject private ClaimQueries claims;
  @Inject private Screen screen;
  @Inject private Words words;

  public List<ReportAreas.Choice> getAreas() {
    return areas.choices();
  }

  public String getReceipt() {
    return screen.parameter("receipt");
  }

  /** The receipt's phase; throws if nobody has such a receipt. */
  public ClaimQueries.@Nullable Phase getPhase() {
    return getReceipt().isEmpty() ? null : claims.phase(getReceipt());
  }

  public String value(String name) {
    return screen.parameter(name);
  }

  /** Why the last attempt was refused, or empty. */
  public String getRefused() {
    var refusal =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestMap()
            .get(ReportServlet.REFUSED);
    return refusal instanceof Refusal known ? words.refusal(known) : "";
  }
}
