package firstline.publicity.ledger;

import firstline.persistence.api.JsonAnswer;
import firstline.persistence.api.Telling;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * POST {@code /console/publicity/moved}: the fields of one {@link Movement}, and as {@code officer}
 * the id of who entered it. Answers {@code {"stock": …}} with what the store then has, or 422
 * {@code {"refusal": "…"}} in words. Telling the same again answers the same.
 */
@WebServlet("/console/publicity/moved")
public class MovementServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Inject private transient MoveCopies moveCopies;
  @Inject private transient Telling telling;

  @Override
  @Requirement({"R61.7", "R61.12"})
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!telling.isTheirs(request, response)) {
      return;
    }
    try {
      JsonAnswer.send(
          response, Json.createObjectBuilder().add("stock", moveCopies.move(read(request))));
    } catch (NotFound notFound) {
      telling.refuse(response, new Refusal("ledger.not-found"));
    } catch (Refusal refusal) {
      telling.refuse(response, refusal);
    }
  }

  private static Movement read(HttpServletRequest request) {
    var kind = text(request, "kind");
    return new Movement(
        required(request, "id"),
        required(request, "batch"),
        Arrays.stream(Movement.Kind.values())
            .filter(one -> one.name().equals(kind))
            .findFirst()
            .orElseThrow(NotFound::new),
        text(request, "area"),
        text(request, "to"),
        id(request, "consignment"),
        number(text(request, "quantity"), -1),
        text(request, "place"),
        number(text(request, "reach"), text(request, "reach").isEmpty() ? 0 : -1),
        text(request, "basis"),
        text(request, "reason"));
  }

  private static String text(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "");
  }

  private static UUID required(HttpServletRequest request, String name) {
    var id = id(request, name);
    if (id == null) {
      throw new NotFound();
    }
    return id;
  }

  private static @Nullable UUID id(HttpServletRequest request, String name) {
    var text = text(request, name);
    return text.matches(ID) ? UUID.fromString(text) : null;
  }

  private static long number(String text, long otherwise) {
    return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
  }
}
