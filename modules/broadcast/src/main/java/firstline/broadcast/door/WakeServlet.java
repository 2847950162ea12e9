package firstline.broadcast.door;

import firstline.broadcast.programme.Programmes;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/** GET {@code /t/v1/wake?rev=N} (PROTOCOL.md, 4): parked without a thread. */
@WebServlet(value = "/t/v1/wake", asyncSupported = true)
public class WakeServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Duration PARKED = Duration.ofSeconds(270);
  private static final System.Logger LOG = System.getLogger(WakeServlet.class.getName());

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
    var parked = request.startAsync();
    parked.setTimeout(PARKED.toMillis());
    var over = new AtomicBoolean();
    var leave =
        programmes.await(
            speaker.get().audience(),
            Long.parseLong(held),
            revision -> {
              if (over.compareAndSet(false, true)) {
                wake(parked, revision);
              }
            });
    parked.addListener(new Leaving(leave, over));
  }

  private void wake(AsyncContext parked, long revision) {
    try {
      var response = (HttpServletResponse) parked.getResponse();
      answers.time(response);
      answers.json(
          response,
          HttpServletResponse.SC_OK,
          ("{\"revision\":" + revision + "}").getBytes(StandardCharsets.UTF_8));
      parked.complete();
    } catch (IOException | IllegalStateException e) {
      LOG.log(System.Logger.Level.DEBUG, "a speaker went away while it waited", e);
    }
  }

  /** Whoever waits no longer is not told. */
  private record Leaving(Runnable leave, AtomicBoolean over) implements AsyncListener {
    @Override
    public void onTimeout(AsyncEvent event) {
      leave.run();
      if (over.compareAndSet(false, true)) {
        ((HttpServletResponse) event.getSuppliedResponse())
            .setStatus(HttpServletResponse.SC_NO_CONTENT);
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
