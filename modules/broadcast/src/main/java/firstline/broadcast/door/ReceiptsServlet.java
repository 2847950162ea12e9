package firstline.broadcast.door;

import firstline.broadcast.fleet.Tickets;
import firstline.broadcast.receipt.Batch;
import firstline.broadcast.receipt.Intake;
import firstline.broadcast.receipt.Journal;
import firstline.broadcast.receipt.KeepReceipts;
import firstline.broadcast.signature.Ed25519;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** POST {@code /t/v1/receipts} (PROTOCOL.md, 5): answered after the commit, without a thread. */
@WebServlet(value = "/t/v1/receipts", asyncSupported = true)
public class ReceiptsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String SIGNED = "firstline-receipts\n";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final System.Logger LOG = System.getLogger(ReceiptsServlet.class.getName());

  @Inject private transient Tickets tickets;
  @Inject private transient Intake intake;
  @Inject private transient Answers answers;

  @Override
  @Requirement("R33.6")
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answers.time(response);
    try {
      var body = answers.body(request);
      var batch = Batch.read(body);
      var speaker = tickets.speaker(batch.serial());
      var header = Objects.requireNonNullElse(request.getHeader("Firstline-Signature"), "");
      var signature = Ed25519.bytes(header).orElse(new byte[0]);
      if (speaker.isEmpty()
          || !Ed25519.isSigned(speaker.get().key(), Answers.joined(SIGNED, body), signature)) {
        answers.strange(response);
        return;
      }
      var kept = intake.take(new KeepReceipts.Signed(speaker.get().no(), batch));
      var waiting = request.startAsync();
      waiting.setTimeout(PATIENCE.toMillis());
      kept.whenComplete(
          (answer, failure) -> answer(waiting, batch, speaker.get().assignment(), answer));
    } catch (Refusal refusal) {
      answers.refuse(response, refusal);
    }
  }

  /** Without an answer of the database there is none: the speaker comes again. */
  private void answer(
      AsyncContext waiting, Batch batch, int assignment, KeepReceipts.@Nullable Kept kept) {
    try {
      var response = (HttpServletResponse) waiting.getResponse();
      answers.time(response);
      if (kept == null) {
        response.setHeader("Retry-After", "5");
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      } else {
        var said =
            Json.createObjectBuilder()
                .add("journal", batch.journal().toString())
                .add("acknowledged", kept.acknowledged())
                .add("assignment", assignment);
        if (kept.why() != Journal.Break.NONE) {
          said.add("break", kept.why().name());
        }
        answers.json(
            response,
            HttpServletResponse.SC_OK,
            said.build().toString().getBytes(StandardCharsets.UTF_8));
      }
      waiting.complete();
    } catch (IOException | IllegalStateException e) {
      LOG.log(System.Logger.Level.DEBUG, "a speaker went away before it was answered", e);
    }
  }
}
