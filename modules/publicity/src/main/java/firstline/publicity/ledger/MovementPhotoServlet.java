package firstline.publicity.ledger;

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
import java.util.Objects;
import java.util.UUID;

/**
 * {@code /console/publicity/moved/photo?id=<movement>}: GET gives its picture; POST takes the bytes
 * of a JPEG as the body and answers 204, or 422 {@code {"refusal": "…"}} in words. Brought again,
 * it answers the same.
 */
@WebServlet("/console/publicity/moved/photo")
public class MovementPhotoServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient MovementPhotos photos;
  @Inject private transient Telling telling;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // Asked again each time: a right can be lost.
    FileAnswer.send(request, response, photos.open(movement(request)), "private, no-cache");
  }

  @Override
  @Requirement({"R61.11", "R61.12"})
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!telling.isTheirs(request, response)) {
      return;
    }
    try {
      photos.keep(new MovementPhotos.Command(movement(request), request.getInputStream()));
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } catch (NotFound notFound) {
      telling.refuse(response, new Refusal("ledger.not-found"));
    } catch (Refusal refusal) {
      telling.refuse(response, refusal);
    }
  }

  private static UUID movement(HttpServletRequest request) {
    var id = Objects.requireNonNullElse(request.getParameter("id"), "");
    if (!id.matches(MovementServlet.ID)) {
      throw new NotFound();
    }
    return UUID.fromString(id);
  }
}
