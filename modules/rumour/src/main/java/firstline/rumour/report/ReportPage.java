package firstline.rumour.report;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.screen.Screen;
import firstline.persistence.text.PlainText;
import firstline.persistence.words.Words;
import firstline.rumour.claim.ClaimQueries;
import firstline.rumour.published.PublicAreas;
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
  private static final List<PublicPhase> WAY =
      List.of(PublicPhase.RECEIVED, PublicPhase.CHECKING, PublicPhase.ANSWERED);

  @Inject private PublicAreas areas;
  @Inject private ReportDoor door;
  @Inject private Screen screen;
  @Inject private Words words;
  private @Nullable List<PublicAreas.Choice> choices;

  public List<PublicAreas.Choice> getAreas() {
    if (choices == null) {
      choices = areas.choices();
    }
    return choices;
  }

  public String getReceipt() {
    return screen.parameter("receipt").strip();
  }

  /** The receipt's phase; the servlet has found it. */
  public PublicPhase getPhase() {
    return PublicPhase.of(found().state(), found().answer());
  }

  /** The number of the rebuttal that answers it. */
  public @Nullable String getAnswer() {
    return found().answer();
  }

  /** The phases that a pursued report goes through. */
  public List<PublicPhase> getWay() {
    return WAY;
  }

  private static ClaimQueries.Phase found() {
    if (attribute(ReportServlet.PHASE) instanceof ClaimQueries.Phase phase) {
      return phase;
    }
    throw new NotFound();
  }

  private static @Nullable Object attribute(String name) {
    return FacesContext.getCurrentInstance().getExternalContext().getRequestMap().get(name);
  }

  /** What was typed, or what somebody asked about before they came here. */
  public String value(String name) {
    return PlainText.lines(screen.parameter(name));
  }

  public String getChallenge() {
    return door.challenge();
  }

  /** Seconds to wait for whoever has no script. */
  public int getSeconds() {
    return door.seconds();
  }

  /** Why the last attempt was refused, or empty. */
  public String getRefused() {
    return attribute(ReportServlet.REFUSED) instanceof Refusal known ? words.refusal(known) : "";
  }
}
