package firstline.broadcast.door;

import firstline.broadcast.media.MediaQueries;
import firstline.persistence.file.FileAnswer;
import firstline.persistence.refusal.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;

/** GET {@code /m/{sha256}} (PROTOCOL.md, 3), without a ticket. */
@WebServlet("/m/*")
public class MediaServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern HASH = Pattern.compile("/[0-9a-f]{64}");
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";

  @Inject private transient MediaQueries media;
  @Inject private transient Answers answers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answers.time(response);
    var path = Objects.requireNonNullElse(request.getPathInfo(), "");
    try {
      if (!HASH.matcher(path).matches()) {
        throw new NotFound();
      }
      FileAnswer.send(request, response, media.approved(path.substring(1)), FOR_GOOD);
    } catch (NotFound refusal) {
      answers.refuse(response, refusal);
    }
  }
}
