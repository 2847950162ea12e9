package firstline.console.file;

import firstline.persistence.file.FileAnswer;
import firstline.persistence.file.OpenFile;
import firstline.persistence.refusal.NotFound;
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
 * so that every cache may keep it.
 */
@WebServlet("/f/*")
public class PublicFileServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern HASH = Pattern.compile("/[0-9a-f]{64}");

  @Inject private transient OpenFile files;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = Objects.requireNonNullElse(request.getPathInfo(), "");
    if (!HASH.matcher(path).matches()) {
      throw new NotFound();
    }
    FileAnswer.send(
        request,
        response,
        files.openPublic(path.substring(1)),
        "public, max-age=31536000, immutable");
  }
}
