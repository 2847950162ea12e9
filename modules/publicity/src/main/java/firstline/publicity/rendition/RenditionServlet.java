package firstline.publicity.rendition;

import firstline.persistence.file.FileAnswer;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.right.Desk;
import firstline.publicity.PublicityRights;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * {@code /renditions/{sha256}}: of what is out, for everybody, without a session, to be asked for
 * again since it may be recalled; 410 of what is out no more; of the rest for officers, to be kept
 * by them for ever.
 */
@WebServlet(RenditionServlet.ADDRESS + "/*")
public class RenditionServlet extends HttpServlet {
  static final String ADDRESS = "/renditions";
  private static final long serialVersionUID = 1L;
  private static final Pattern HASH = Pattern.compile("/[0-9a-f]{64}");

  @Inject private transient OpenRendition open;
  @Inject private transient Desk desk;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = Objects.requireNonNullElse(request.getPathInfo(), "");
    if (!HASH.matcher(path).matches()) {
      throw new NotFound();
    }
    var sha256 = path.substring(1);
    if (desk.may(PublicityRights.READ)) {
      FileAnswer.send(
          request, response, open.openForOfficer(sha256), "private, max-age=31536000, immutable");
    } else {
      var out = open.open(sha256);
      if (out.isEmpty() && open.wasOut(sha256)) {
        response.setHeader("Cache-Control", "no-store");
        response.sendError(HttpServletResponse.SC_GONE);
        return;
      }
      FileAnswer.send(request, response, out.orElseThrow(NotFound::new), FileAnswer.RECALLABLE);
    }
  }
}
