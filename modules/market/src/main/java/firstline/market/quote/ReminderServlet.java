package firstline.market.quote;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.sheet.SheetFile;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;

/** {@code /console/market/reminder?id=&as=}: the reminder letter of an alert as PDF or DOCX. */
@WebServlet("/console/market/reminder")
public class ReminderServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Reminders reminders;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var format =
        "DOCX".equals(request.getParameter("as")) ? SheetFile.Format.DOCX : SheetFile.Format.PDF;
    reminders.document(id(request), format).send(response);
  }

  private static UUID id(HttpServletRequest request) {
    try {
      return UUID.fromString(Objects.requireNonNullElse(request.getParameter("id"), ""));
    } catch (IllegalArgumentException e) {
      throw new NotFound();
    }
  }
}
