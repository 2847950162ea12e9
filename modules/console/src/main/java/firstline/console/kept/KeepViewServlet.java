package firstline.console.kept;

import firstline.console.screen.FrontFilter;
import firstline.persistence.refusal.NotFound;
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
 * What the menu of views does: {@code do} is {@code keep}, {@code change}, {@code forget}, {@code
 * first}, {@code plain} or {@code reset}; goes back to {@code to}, an address of the console.
 */
@WebServlet("/console/keep-view")
public class KeepViewServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient KeepListView keep;
  @Inject private transient KeptViews kept;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = text(request, "path");
    var query = text(request, "query");
    switch (text(request, "do")) {
      case "keep" ->
          keep.keep(
              new KeepListView.Command(
                  path,
                  text(request, "name"),
                  withColumns(query, text(request, "list")),
                  !text(request, "shared").isEmpty(),
                  !text(request, "first").isEmpty()));
      case "change" ->
          keep.change(
              new KeepListView.Change(
                  id(request), text(request, "name"), !text(request, "shared").isEmpty()));
      case "forget" -> keep.forget(id(request));
      case "first" -> keep.first(id(request));
      case "plain" -> keep.plain(path);
      case "reset" -> {
        kept.reset(text(request, "list"));
        query = query.replaceAll("(^|&)columns=[^&]*", "").replaceFirst("^&", "");
        response.addCookie(FrontFilter.kept("density", "normal"));
      }
      default -> throw new NotFound();
    }
    response.sendRedirect(
        path.matches("/console/[a-z/-]{1,100}")
            ? path + (query.isEmpty() ? "" : "?" + query)
            : "/console/home");
  }

  /** A view keeps the columns as they are shown. */
  @Requirement("R118.2")
  private String withColumns(String query, String list) {
    if (list.isEmpty() || query.matches("(.*&)?columns=.*")) {
      return query;
    }
    var columns = kept.arrangement(list).written().replace(' ', '.');
    return columns.isEmpty() ? query : query + (query.isEmpty() ? "" : "&") + "columns=" + columns;
  }

  private static UUID id(HttpServletRequest request) {
    var id = text(request, "id");
    if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new NotFound();
    }
    return UUID.fromString(id);
  }

  private static String text(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "").strip();
  }
}
