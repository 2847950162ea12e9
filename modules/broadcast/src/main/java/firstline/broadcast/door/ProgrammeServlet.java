package firstline.broadcast.door;

import firstline.broadcast.programme.Programmes;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** GET {@code /t/v1/programme} (PROTOCOL.md, 2). */
@WebServlet("/t/v1/programme")
public class ProgrammeServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Programmes programmes;
  @Inject private transient Answers answers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var speaker = answers.asked(request, response);
    if (speaker.isEmpty()) {
      return;
    }
    var programme = programmes.of(speaker.get().audience());
    if (programme.isEmpty()) {
      // Enrolled a moment ago: the next look builds it.
      response.setHeader("Retry-After", "2");
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    var tag = programme.get().tag();
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "no-cache");
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    } else {
      answers.json(response, HttpServletResponse.SC_OK, programme.get().body());
    }
  }
}
