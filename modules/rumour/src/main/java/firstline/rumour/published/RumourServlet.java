package firstline.rumour.published;

import firstline.persistence.requirement.Requirement;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The public addresses {@code /rumours} and {@code /rumours/{number}}. */
@WebServlet("/rumours/*")
public class RumourServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  static final String VIEW = "firstline.rumour.published";

  @Inject private transient PublishedQueries queries;

  @Override
  @Requirement("R3.4")
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var path = request.getPathInfo();
    if (path == null || path.equals("/")) {
      forward("/WEB-INF/rumour/published.xhtml", request, response);
      return;
    }
    var number = path.substring(1);
    var view = number.matches("[0-9]{4}-[0-9]{4,9}") ? queries.one(number) : null;
    if (view == null || view.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    request.setAttribute(VIEW, view.get());
    if (view.get().withdrawnAt() == null) {
      forward("/WEB-INF/rumour/public-rebuttal.xhtml", request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_GONE);
      forward("/WEB-INF/rumour/withdrawn.xhtml", request, response);
    }
  }

  private static void forward(String page, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher(page).forward(request, response);
  }
}
