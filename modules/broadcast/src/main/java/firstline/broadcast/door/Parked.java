package firstline.broadcast.door;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;

/** A request that waits without a thread and is answered once: by what comes, or by its time. */
final class Parked {
  /**
   * An answer.
   *
   * @param etag of the body, empty for none
   */
  record Reply(int status, String type, String etag, byte[] body) {
    /** A status alone. */
    static Reply of(int status) {
      return new Reply(status, "", "", new byte[0]);
    }
  }

  private static final System.Logger LOG = System.getLogger(Parked.class.getName());

  private final AsyncContext context;
  private final Answers answers;
  private final AtomicBoolean over = new AtomicBoolean();

  private Parked(AsyncContext context, Answers answers) {
    this.context = context;
    this.answers = answers;
  }

  static Parked of(HttpServletRequest request, Answers answers, Duration longest) {
    var context = request.startAsync();
    context.setTimeout(longest.toMillis());
    return new Parked(context, answers);
  }

  /** Answers it, unless its time is over or it was answered before. */
  void answer(Reply reply) {
    if (over.compareAndSet(false, true)) {
      try {
        write((HttpServletResponse) context.getResponse(), reply);
        context.complete();
      } catch (IOException | IllegalStateException e) {
        LOG.log(System.Logger.Level.DEBUG, "a speaker went away while it waited", e);
      }
    }
  }

  private void write(HttpServletResponse response, Reply reply) throws IOException {
    answers.time(response);
    response.setStatus(reply.status());
    if (!reply.etag().isEmpty()) {
      response.setHeader("ETag", '"' + reply.etag() + '"');
    }
    if (!reply.type().isEmpty()) {
      response.setContentType(reply.type());
      response.setContentLength(reply.body().length);
      response.getOutputStream().write(reply.body());
    }
  }

  /**
   * Ends the waiting however the request ends.
   *
   * @param leave whoever waits no longer is not told
   * @param late the status when its time is over
   */
  void until(Runnable leave, IntSupplier late) {
    context.addListener(
        new AsyncListener() {
          @Override
          public void onTimeout(AsyncEvent event) {
            leave.run();
            answer(Reply.of(late.getAsInt()));
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
        });
  }
}
