package firstline.broadcast.proof;

import firstline.persistence.refusal.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/** {@code /console/broadcast/proof-bundle?no=…}: what proves a play, to take along. */
@WebServlet("/console/broadcast/proof-bundle")
public class BundleServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient ProofBundle bundle;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var no = Objects.requireNonNullElse(request.getParameter("no"), "");
    if (!no.matches("[0-9]{1,18}")) {
      throw new NotFound();
    }
    var bytes = bundle.of(Long.parseLong(no));
    response.setHeader("Cache-Control", "private, no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType("application/zip");
    response.setHeader("Content-Disposition", "attachment; filename=\"proof-" + no + ".zip\"");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
