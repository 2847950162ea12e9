package firstline.broadcast.door;

import firstline.broadcast.programme.Programmes;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/** GET {@code /t/v1/wake?rev=N} (PROTOCOL.md, 4): parked without a thread. */
@WebServlet(value = "/t/v1/wake", asyncSupported = true)
public class WakeServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Duration PARKED = Duration.ofSeconds(270);

  @Inject private transient Programmes programmes;
  @Inject private transient Answers answers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var speaker = answers.asked(request, response);
    if (speaker.isEmpty()) {
      return;
    }
    var held = Objects.requireNonNullElse(request.getParameter("rev"), "");
    if (!held.matches("[0-9]{1,15}")) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    var parked = Parked.of(request, answers, PARKED);
    var leave =
        programmes.await(
            speaker.get().audience(),
            Long.parseLong(held),
            revision -> parked.answer(woken(revision)));
    parked.until(leave, () -> HttpServletResponse.SC_NO_CONTENT);
  }

  private static Parked.Reply woken(long revision) {
    return new Parked.Reply(
        HttpServletResponse.SC_OK,
        "application/json",
        "",
        ("{\"revision\":" + revision + "}").getBytes(StandardCharsets.UTF_8));
  }
}
