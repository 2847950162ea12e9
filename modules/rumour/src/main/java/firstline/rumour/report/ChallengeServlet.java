package firstline.rumour.report;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A fresh challenge for a form that stood open for long: {@code /rumours/report/challenge}. */
@WebServlet("/rumours/report/challenge")
public class ChallengeServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient ReportDoor door;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(door.challenge());
  }
}
