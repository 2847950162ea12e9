package firstline.broadcast.door;

import firstline.broadcast.live.Streams;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** GET {@code /l/{stream}/{number}} (PROTOCOL.md, 6): parked without a thread. */
@WebServlet(value = "/l/*", asyncSupported = true)
public class LiveSoundServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH =
      Pattern.compile("/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([0-9]{1,9})");
  private static final Duration PARKED = Duration.ofSeconds(5);
  private static final System.Logger LOG = System.getLogger(LiveSoundServlet.class.getName());

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
    var parked = request.startAsync();
    parked.setTimeout(PARKED.toMillis());
    var over = new AtomicBoolean();
    var leave =
        streams.await(
            stream,
            Integer.parseInt(path.group(2)),
            piece -> {
              if (over.compareAndSet(false, true)) {
                answer(parked, piece);
              }
            });
    parked.addListener(new Leaving(leave, over, () -> streams.knows(stream)));
  }

  private void answer(AsyncContext parked, Optional<Streams.Piece> piece) {
    try {
      var response = (HttpServletResponse) parked.getResponse();
      answers.time(response);
      if (piece.isEmpty()) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      } else {
        var sound = piece.get().sound();
        response.setHeader("ETag", "\"" + piece.get().number() + "\"");
        response.setContentType("audio/basic");
        response.setContentLength(sound.length);
        response.getOutputStream().write(sound);
      }
      parked.complete();
    } catch (IOException | IllegalStateException e) {
      LOG.log(System.Logger.Level.DEBUG, "a speaker went away while it listened", e);
    }
  }

  /** Nothing was said in this time; or, after that time, there is no such stream. */
  private record Leaving(
      Runnable leave, AtomicBoolean over, java.util.function.BooleanSupplier known)
      implements AsyncListener {
    @Override
    public void onTimeout(AsyncEvent event) {
      leave.run();
      if (over.compareAndSet(false, true)) {
        ((HttpServletResponse) event.getSuppliedResponse())
            .setStatus(
                known.getAsBoolean()
                    ? HttpServletResponse.SC_NO_CONTENT
                    : HttpServletResponse.SC_NOT_FOUND);
        event.getAsyncContext().complete();
      }
    }

    @Override
    public void onError(AsyncEvent event) {
      leave.run();
    }

    @Override
    public void onComplete(AsyncEvent event) {
      leave.run();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      leave.run();
    }
  }
}
