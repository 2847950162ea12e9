package firstline.publicity.share;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.publicity.published.PublicMaterials;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/** {@code /embed/{number}}: what is out of a material now, for the pages of others. */
@WebServlet("/embed/*")
public class EmbedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  static final String VIEW = "firstline.publicity.embed";

  @Inject private transient PublicMaterials materials;

  @Override
  @Requirement("R66.4")
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var path = Objects.requireNonNullElse(request.getPathInfo(), "");
    if (!path.matches("/M-[0-9]{4}-[0-9]{4,9}")) {
      throw new NotFound();
    }
    var view = materials.one(path.substring(1)).orElseThrow(NotFound::new);
    request.setAttribute(VIEW, view);
    response.setHeader("Cache-Control", "no-cache");
    if (view.isGone()) {
      response.setStatus(HttpServletResponse.SC_GONE);
    }
    request.getRequestDispatcher("/WEB-INF/publicity/embed.xhtml").forward(request, response);
  }
}
