package firstline.publicity.published;

import firstline.persistence.file.FileAnswer;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;

/**
 * {@code /download/{version}}: the file of a version that is out; of one that is gone, the notice.
 * Every browser asks again before it shows its own copy.
 */
@WebServlet("/download/*")
public class DownloadServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient TakeAway takeAway;
  @Inject private transient PublicMaterials materials;

  @Override
  @Requirement("R65.2")
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var path = Objects.requireNonNullElse(request.getPathInfo(), "");
    if (!path.matches("/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new NotFound();
    }
    var version = UUID.fromString(path.substring(1));
    var number = materials.numberOf(version).orElseThrow(NotFound::new);
    var view = materials.one(number).orElseThrow(NotFound::new);
    if (view.versions().stream().noneMatch(one -> one.id().equals(version))) {
      // A newer version of it is out: this one must not be handed out, and its page has the other.
      if (view.isGone()) {
        MaterialServlet.gone(view, "material-gone", request, response);
      } else {
        response.sendRedirect("/materials/" + number);
      }
      return;
    }
    FileAnswer.send(request, response, takeAway.open(version), FileAnswer.RECALLABLE);
    if (response.getStatus() == HttpServletResponse.SC_OK && request.getMethod().equals("GET")) {
      takeAway.taken(version);
    }
  }
}
