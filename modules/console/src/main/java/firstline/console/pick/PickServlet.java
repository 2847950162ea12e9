package firstline.console.pick;

import firstline.persistence.api.JsonAnswer;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * Answers the fields that choose: {@code /console/pick/areas}, {@code …/departments}, {@code
 * …/officers} with {@code q}, or of areas with {@code parent}: {@code {"items": [{"value", "label",
 * "note", "below"}]}}.
 */
@WebServlet("/console/pick/*")
public class PickServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 60;

  @Inject private transient PickQueries queries;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var asked = Objects.requireNonNullElse(request.getParameter("q"), "").strip();
    var words = asked.substring(0, Math.min(LONGEST, asked.length()));
    var parent = Objects.requireNonNullElse(request.getParameter("parent"), "");
    List<PickQueries.Item> found;
    switch (Objects.requireNonNullElse(request.getPathInfo(), "")) {
      case "/areas" -> found = words.isEmpty() ? queries.below(parent) : queries.areas(words);
      case "/departments" -> found = queries.departments(words);
      case "/officers" -> found = queries.officers(words);
      default -> {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
    }
    var items = Json.createArrayBuilder();
    found.forEach(
        item ->
            items.add(
                Json.createObjectBuilder()
                    .add("value", item.value())
                    .add("label", item.label())
                    .add("note", item.note())
                    .add("below", item.below())));
    JsonAnswer.send(response, Json.createObjectBuilder().add("items", items));
  }
}
