package firstline.market.inspect;

import firstline.persistence.api.JsonAnswer;
import firstline.persistence.api.Telling;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/**
 * POST {@code /console/market/visited?id=<visit>&officer=<who entered it>}: a {@link Visit} as
 * JSON. Answers {@code {"missing": [ids of pictures that have not come]}}, or 422 {@code
 * {"refusal": "…"}} in words. Telling the same again answers the same.
 */
@WebServlet("/console/market/visited")
public class VisitServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Sixty items with notes and sixty pictures, four bytes a letter. */
  private static final int MOST = 1 << 18;

  @Inject private transient RecordVisit recordVisit;
  @Inject private transient Telling telling;

  @Override
  @Requirement({"R90.8", "R90.10", "R101.10"})
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!telling.isTheirs(request, response)) {
      return;
    }
    try {
      var visit = Visit.read(id(request), body(request));
      recordVisit.record(new RecordVisit.Command(visit));
      var missing = Json.createArrayBuilder();
      recordVisit.missing(visit.id()).forEach(id -> missing.add(id.toString()));
      JsonAnswer.send(response, Json.createObjectBuilder().add("missing", missing));
    } catch (NotFound notFound) {
      telling.refuse(response, new Refusal("inspection.not-found"));
    } catch (Refusal refusal) {
      telling.refuse(response, refusal);
    }
  }

  private static JsonObject body(HttpServletRequest request) throws IOException {
    var bytes = request.getInputStream().readNBytes(MOST + 1);
    if (bytes.length > MOST) {
      throw new Refusal("inspection.told");
    }
    try (var reader =
        Json.createReaderFactory(null)
            .createReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new Refusal("inspection.told");
    }
  }

  /** The id in the address. */
  static UUID id(HttpServletRequest request) {
    var id = Objects.requireNonNullElse(request.getParameter("id"), "");
    if (!id.matches(Visit.ID)) {
      throw new NotFound();
    }
    return UUID.fromString(id);
  }
}
