package firstline.rumour.report;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Words;
import firstline.rumour.claim.Claim;
import firstline.rumour.claim.ClaimQueries;
import firstline.rumour.claim.ReportClaim;
import firstline.rumour.published.PublicAreas;
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
import java.util.regex.Pattern;

/** The public form {@code /rumours/report}: no name, no contact, a receipt. */
@WebServlet("/rumours/report")
public class ReportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  static final String REFUSED = "firstline.rumour.refused";
  static final String PHASE = "firstline.rumour.phase";
  private static final Pattern RECEIPT = Pattern.compile("[0-9A-Za-z-]{4,40}");
  private static final String PAGE = "/WEB-INF/rumour/report.xhtml";
  private static final int TOO_MANY = 429;

  /** A claim of the longest kind, each letter as nine signs of an address, and the rest. */
  private static final int LONGEST = 256 * 1024;

  @Inject private transient ReportDoor door;
  @Inject private transient ReportClaim reportClaim;
  @Inject private transient ClaimQueries claims;
  @Inject private transient PublicAreas areas;
  @Inject private transient Words words;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    // A challenge is good for one report, and a receipt is nobody else's.
    response.setHeader("Cache-Control", "no-store");
    var receipt = text(request, "receipt").strip();
    if (!receipt.isEmpty()) {
      try {
        request.setAttribute(PHASE, phase(receipt));
      } catch (NotFound notFound) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
    }
    request.getRequestDispatcher(PAGE).forward(request, response);
  }

  private ClaimQueries.Phase phase(String receipt) {
    if (!RECEIPT.matcher(receipt).matches()) {
      throw new NotFound();
    }
    return claims.phase(receipt);
  }

  @Override
  @Requirement({"R1.3", "R8.17"})
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setHeader("Cache-Control", "no-store");
    var length = request.getContentLengthLong();
    if (length < 0 || length > LONGEST) {
      // No page: it would read the form, and the server reads no form of such a size.
      response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().write(words.refusal(new Refusal("claim.long", Claim.TEXT)));
      return;
    }
    try {
      var receipt = report(request);
      response.sendRedirect(
          "/rumours/report?receipt=" + URLEncoder.encode(receipt, StandardCharsets.UTF_8));
    } catch (Refusal refusal) {
      if (refusal.code().equals("throttled")) {
        response.setHeader("Retry-After", String.valueOf(refusal.arguments().get(0)));
        response.setStatus(TOO_MANY);
      } else {
        response.setStatus(422);
      }
      request.setAttribute(REFUSED, refusal);
      request.getRequestDispatcher(PAGE).forward(request, response);
    }
  }

  private String report(HttpServletRequest request) {
    var address = String.valueOf(request.getAttribute("firstline.client-address"));
    door.enter(address, text(request, "challenge"), text(request, "work"));
    try {
      return reportClaim.report(
          new ReportClaim.Command(
              text(request, "text"), text(request, "seen"), area(text(request, "area")), address));
    } catch (Refusal refusal) {
      if (refusal.code().equals("throttled")) {
        door.shut(address, ((Number) refusal.arguments().get(0)).longValue());
      }
      throw refusal;
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
