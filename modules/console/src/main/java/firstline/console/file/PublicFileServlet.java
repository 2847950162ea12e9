package firstline.console.file;

import firstline.persistence.file.FileAnswer;
import firstline.persistence.file.GoneContribution;
import firstline.persistence.file.OpenFile;
import firstline.persistence.refusal.NotFound;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * {@code /f/{sha256}} for everybody, without a session. What lies at such an address never changes,
 * but it may be recalled: caches ask again. 410 of what is out no more.
 */
@WebServlet("/f/*")
public class PublicFileServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern HASH = Pattern.compile("/[0-9a-f]{64}");

  @Inject private transient OpenFile files;
  @Inject @Any private transient Instance<GoneContribution> modules;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = Objects.requireNonNullElse(request.getPathInfo(), "");
    if (!HASH.matcher(path).matches()) {
      throw new NotFound();
    }
    var sha256 = path.substring(1);
    try {
      FileAnswer.send(request, response, files.openPublic(sha256), FileAnswer.RECALLABLE);
    } catch (NotFound notFound) {
      if (modules.stream().noneMatch(module -> module.wasOut(sha256))) {
        throw notFound;
      }
      response.setHeader("Cache-Control", "no-store");
      response.sendError(HttpServletResponse.SC_GONE);
    }
  }
}
