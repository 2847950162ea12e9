package firstline.market.inspect;

import firstline.persistence.api.Telling;
import firstline.persistence.file.FileAnswer;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /console/market/visited/picture?id=<picture>}: GET gives it; POST, with {@code officer} as
 * {@link VisitServlet} has it, takes the bytes of a JPEG as the body and answers 204, or 422 {@code
 * {"refusal": "…"}} in words. Brought again, it answers the same.
 */
@WebServlet("/console/market/visited/picture")
public class PictureServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient KeepPicture keepPicture;
  @Inject private transient Telling telling;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // Asked again each time: a right can be lost.
    FileAnswer.send(
        request, response, keepPicture.open(VisitServlet.id(request)), "private, no-cache");
  }

  @Override
  @Requirement({"R90.8", "R90.10"})
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!telling.isTheirs(request, response)) {
      return;
    }
    try {
      keepPicture.keep(new KeepPicture.Command(VisitServlet.id(request), request.getInputStream()));
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } catch (NotFound notFound) {
      telling.refuse(response, new Refusal("inspection.not-found"));
    } catch (Refusal refusal) {
      telling.refuse(response, refusal);
    }
  }
}
