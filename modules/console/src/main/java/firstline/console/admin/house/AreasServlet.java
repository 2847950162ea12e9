package firstline.console.admin.house;

import firstline.persistence.refusal.Refusal;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Answers whoever looks for an area: {@code {"areas": [{"code", "name", "level", "below"}]}}, those
 * below {@code parent} or, with {@code q}, those whose name or code fits; 403 without the right.
 */
@WebServlet("/console/areas.json")
public class AreasServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 60;

  @Inject private transient HouseQueries queries;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var asked = Objects.requireNonNullElse(request.getParameter("q"), "").strip();
    var words = asked.substring(0, Math.min(LONGEST, asked.length()));
    var parent = Objects.requireNonNullElse(request.getParameter("parent"), "");
    var areas = Json.createArrayBuilder();
    try {
      (words.isEmpty() ? queries.below(parent) : queries.named(words))
          .forEach(
              area ->
                  areas.add(
                      Json.createObjectBuilder()
                          .add("code", area.code())
                          .add("name", area.name())
                          .add("level", area.level())
                          .add("below", area.below())));
    } catch (Refusal refusal) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    response.setContentType("application/json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(Json.createObjectBuilder().add("areas", areas).build().toString());
  }
}
