package firstline.console.bulletin;

import firstline.persistence.requirement.Requirement;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The public addresses {@code /bulletins} and {@code /bulletins/{number}}. */
@WebServlet("/bulletins/*")
public class PublicBulletinServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  static final String VIEW = "firstline.console.bulletin";
  private static final String PAGES = "/WEB-INF/public/";

  /** Older issues are numbered as schedules are. */
  private static final Pattern ONE = Pattern.compile("/(?<number>[BZ]-[0-9]{4}-[0-9]{4,9})");

  @Inject private transient PublicBulletins bulletins;

  @Override
  @Requirement("R108.1")
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var path = Objects.requireNonNullElse(request.getPathInfo(), "/");
    if (path.equals("/")) {
      forward("bulletins", request, response);
      return;
    }
    var one = ONE.matcher(path);
    var view =
        one.matches() ? bulletins.one(one.group("number")) : Optional.<PublicBulletins.View>empty();
    if (view.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    request.setAttribute(VIEW, view.get());
    forward("bulletin", request, response);
  }

  private static void forward(String page, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher(PAGES + page + ".xhtml").forward(request, response);
  }
}
