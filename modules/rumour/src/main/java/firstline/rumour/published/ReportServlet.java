package firstline.rumour.published;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.rumour.claim.ReportClaim;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The public form {@code /rumours/report}: no name, no contact, a receipt. */
@WebServlet("/rumours/report")
public class ReportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  static final String REFUSED = "firstline.rumour.refused";
  private static final String PAGE = "/WEB-INF/rumour/report.xhtml";

  @Inject private transient ReportClaim reportClaim;
  @Inject private transient ReportAreas areas;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher(PAGE).forward(request, response);
  }

  @Override
  @Requirement("R1.3")
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      var receipt =
          reportClaim.report(
              new ReportClaim.Command(
                  text(request, "text"),
                  text(request, "seen"),
                  area(text(request, "area")),
                  String.valueOf(request.getAttribute("firstline.client-address"))));
      response.sendRedirect(
          "/rumours/report?receipt=" + URLEncoder.encode(receipt, StandardCharsets.UTF_8));
    } catch (Refusal refusal) {
      request.setAttribute(REFUSED, refusal);
      response.setStatus(refusal.code().equals("throttled") ? 429 : 422);
      request.getRequestDispatcher(PAGE).forward(request, response);
    }
  }

  /** The chosen area; whoever chose none speaks of the whole city. */
  private String area(String chosen) {
    return chosen.isEmpty() ? areas.root() : chosen;
  }

  private static String text(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "");
  }
}
