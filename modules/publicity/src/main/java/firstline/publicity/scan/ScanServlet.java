package firstline.publicity.scan;

import firstline.persistence.refusal.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/** GET {@code /q/{code}}: counts, and leads to {@code /materials/{number}}. */
@WebServlet("/q/*")
public class ScanServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient ScanCodes codes;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = Objects.requireNonNullElse(request.getPathInfo(), "");
    if (!path.matches("/[a-z2-9]{10}")) {
      throw new NotFound();
    }
    // Kept nowhere, so that the next scan is seen as well.
    response.setHeader("Cache-Control", "no-store");
    response.sendRedirect("/materials/" + codes.count(path.substring(1)));
  }

  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
