package firstline.market.casefile;

import firstline.persistence.file.FileAnswer;
import firstline.persistence.refusal.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;

/** The file of a piece of evidence, for officers within its scope. */
@WebServlet("/console/market/evidence")
public class EvidenceServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient TakeEvidence takeEvidence;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var id = Objects.requireNonNullElse(request.getParameter("id"), "");
    if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new NotFound();
    }
    var opened = takeEvidence.open(UUID.fromString(id));
    // Asked again each time: a right can be lost.
    FileAnswer.send(request, response, opened, "private, no-cache");
  }
}
