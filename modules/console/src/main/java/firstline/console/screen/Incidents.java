package firstline.console.screen;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Locale;

/** Notes what nobody foresaw under an id that the reader can tell on the telephone. */
@Named
@RequestScoped
public class Incidents {
  /** Request attribute: id of the incident that this request ended in. */
  public static final String ID = "firstline.incident";

  static final String REFUSAL = "firstline.refusal";
  private static final System.Logger LOG = System.getLogger(Incidents.class.getName());
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private HttpServletRequest request;
  @Inject private Words words;

  /** Logs the failure and returns its id of eight characters. */
  public String note(Throwable failure) {
    var id = String.format(Locale.ROOT, "%08X", RANDOM.nextInt());
    LOG.log(System.Logger.Level.ERROR, "incident " + id, failure);
    return id;
  }

  /** The id for the error page. */
  public String getId() {
    return String.valueOf(request.getAttribute(ID));
  }

  /** The sentence of the refusal for the error page; empty if there is none. */
  public String getSentence() {
    return request.getAttribute(REFUSAL) instanceof Refusal refusal ? words.refusal(refusal) : "";
  }
}
