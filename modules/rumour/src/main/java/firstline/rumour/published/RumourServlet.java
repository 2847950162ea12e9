package firstline.rumour.published;

import firstline.persistence.requirement.Requirement;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The public addresses {@code /rumours}, {@code /rumours/corrections}, {@code /rumours/data},
 * {@code /rumours/{number}} and {@code /rumours/{number}/versions/{ordinal}}.
 */
@WebServlet("/rumours/*")
public class RumourServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  static final String VIEW = "firstline.rumour.published";
  private static final String PAGES = "/WEB-INF/rumour/";
  private static final Pattern ONE =
      Pattern.compile("/(?<number>[0-9]{4}-[0-9]{4,9})(/versions/(?<ordinal>[1-9][0-9]{0,3}))?");

  @Inject private transient PublishedQueries queries;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var path = Objects.requireNonNullElse(request.getPathInfo(), "/");
    switch (path) {
      case "/" -> forward("published", request, response);
      case "/corrections" -> forward("corrections", request, response);
      case "/data" -> forward("open-data", request, response);
      default -> one(path, request, response);
    }
  }

  @Requirement({"R3.4", "R8.3"})
  private void one(String path, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var asked = ONE.matcher(path);
    if (!asked.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    var number = asked.group("number");
    var ordinal = asked.group("ordinal");
    var view =
        ordinal == null ? queries.one(number) : queries.version(number, Integer.parseInt(ordinal));
    if (view.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    request.setAttribute(VIEW, view.get());
    if (view.get().isWithdrawn()) {
      response.setStatus(HttpServletResponse.SC_GONE);
      forward("withdrawn", request, response);
    } else if (ordinal == null) {
      forward("public-rebuttal", request, response);
    } else if (view.get().superseded()) {
      forward("public-version", request, response);
    } else {
      // The newest version has one address; this one will be its own when it is superseded.
      response.sendRedirect("/rumours/" + number);
    }
  }

  private static void forward(String page, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher(PAGES + page + ".xhtml").forward(request, response);
  }
}
