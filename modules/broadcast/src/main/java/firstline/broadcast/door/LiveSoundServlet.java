package firstline.broadcast.door;

import firstline.broadcast.live.Streams;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** GET {@code /l/{stream}/{number}} (PROTOCOL.md, 6): parked without a thread. */
@WebServlet(value = "/l/*", asyncSupported = true)
public class LiveSoundServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH =
      Pattern.compile("/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([0-9]{1,9})");
  private static final Duration PARKED = Duration.ofSeconds(5);

  @Inject private transient Streams streams;
  @Inject private transient Answers answers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (answers.asked(request, response).isEmpty()) {
      return;
    }
    var path = PATH.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
    if (!path.matches()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    var stream = UUID.fromString(path.group(1));
    var parked = Parked.of(request, answers, PARKED);
    var leave =
        streams.await(
            stream, Integer.parseInt(path.group(2)), piece -> parked.answer(reply(piece)));
    // Nothing was said in this time; or, after that time, there is no such stream.
    parked.until(
        leave,
        () ->
            streams.knows(stream)
                ? HttpServletResponse.SC_NO_CONTENT
                : HttpServletResponse.SC_NOT_FOUND);
  }

  private static Parked.Reply reply(Optional<Streams.Piece> piece) {
    return piece
        .map(
            one ->
                new Parked.Reply(
                    HttpServletResponse.SC_OK,
                    "audio/basic",
                    Integer.toString(one.number()),
                    one.sound()))
        .orElse(Parked.Reply.of(HttpServletResponse.SC_NOT_FOUND));
  }
}
