package firstline.persistence.api;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How a phone that tells later is answered: what it may not tell yet, and what is refused. */
@ApplicationScoped
public class Telling {
  private static final int REFUSED = 422;

  @Inject private Desk desk;
  @Inject private Words words;

  /**
   * False, and answered, if nobody is signed in (401) or somebody else than entered it (409; the
   * parameter {@code officer} says who did). Neither is the fault of what is told: it waits.
   */
  public boolean isTheirs(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var signedIn = desk.signedIn();
    if (signedIn.isEmpty()) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return false;
    }
    if (!signedIn.get().id().toString().equals(request.getParameter("officer"))) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return false;
    }
    return true;
  }

  /** Answers with the refusal in words. */
  public void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
    if (refusal.code().equals("sign-in.required")) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    JsonAnswer.send(
        response, REFUSED, Json.createObjectBuilder().add("refusal", words.refusal(refusal)));
  }
}
