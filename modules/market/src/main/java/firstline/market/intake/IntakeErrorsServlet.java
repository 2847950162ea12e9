package firstline.market.intake;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.tabular.CsvWriter;
import firstline.persistence.words.Words;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** {@code /console/market/intake-errors.csv?id=}: the lines of one's own list that were refused. */
@WebServlet("/console/market/intake-errors.csv")
public class IntakeErrorsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient BatchQueries queries;
  @Inject private transient Words words;

  @Override
  @Requirement("R91.2")
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var id = Objects.requireNonNullElse(request.getParameter("id"), "");
    if (!id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      throw new NotFound();
    }
    var batch = queries.one(UUID.fromString(id));
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Disposition", "attachment; filename=\"refused-lines.csv\"");
    var csv = new CsvWriter(response.getWriter());
    csv.line(
        List.of(
            words.get("intake.line"),
            words.get("intake.field.NUMBER"),
            words.get("intake.field"),
            words.get("intake.why")));
    for (var refused : queries.refused(batch.id(), 0)) {
      csv.line(
          List.of(
              String.valueOf(refused.line()),
              refused.source(),
              words.get("intake.field." + refused.field()),
              words.refusal(new Refusal(refused.code(), refused.details().toArray()))));
    }
  }
}
