package firstline.console.pick;

import firstline.console.talk.Talk;
import firstline.persistence.api.JsonAnswer;
import firstline.persistence.refusal.NotFound;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Answers the fields that choose: {@code /console/pick/areas}, {@code …/departments}, {@code
 * …/officers}, {@code …/mentions} with {@code q}, or of areas with {@code parent}: {@code {"items":
 * [{"value", "label", "note", "below"}]}}.
 */
@WebServlet("/console/pick/*")
public class PickServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 60;

  @Inject private transient PickQueries queries;
  @Inject private transient Talk talk;

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
      case "/mentions" -> found = mentions(request, words);
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

  /** Who may open the record of {@code kind} and {@code id}. */
  private List<PickQueries.Item> mentions(HttpServletRequest request, String words) {
    var kind = Objects.requireNonNullElse(request.getParameter("kind"), "");
    var id = Objects.requireNonNullElse(request.getParameter("id"), "");
    if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new NotFound();
    }
    return talk.colleagues(kind, UUID.fromString(id), words).stream()
        .map(one -> new PickQueries.Item(one.username(), one.name(), one.departmentName(), 0))
        .toList();
  }
}
