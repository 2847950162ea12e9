package firstline.speaker.network;

import firstline.speaker.protocol.Json;
import firstline.speaker.protocol.Malformed;
import firstline.speaker.protocol.SpeakerKey;
import firstline.speaker.terminal.Terminal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One speaker's requests: each carries its ticket or its signature, and each answer sets the clock.
 */
final class Link {
  private static final int GREATEST_BODY = 2 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PARKED = Duration.ofSeconds(320);
  private static final long TICKET = 3_600_000;
  private static final long GREATEST_RETRY = 86_400_000;

  private final Terminal terminal;
  private final HttpClient http;
  private final URI server;
  private final Machine machine;
  private final Random random;
  private final double loss;
  private String ticket = "";
  private long ticketUntil;

  /**
   * A link.
   *
   * @param loss the share of messages that get lost, for simulations
   */
  Link(
      Terminal terminal, HttpClient http, URI server, Machine machine, Random random, double loss) {
    this.terminal = terminal;
    this.http = http;
    this.server = server;
    this.machine = machine;
    this.random = random;
    this.loss = loss;
  }

  CompletableFuture<Answer> enrol(String code) {
    var identity = terminal.identity();
    SpeakerKey key = terminal.key();
    var proof =
        key.sign("firstline-enrol\n" + code + '\n' + identity.serial() + '\n' + key.publicKey());
    try {
      var body =
          Json.canonical(
              Map.of(
                  "code", code,
                  "serial", identity.serial(),
                  "publicKey", key.publicKey(),
                  "model", identity.model(),
                  "firmware", identity.firmware(),
                  "proof", proof));
      return post("/t/v1/enrol", body, null);
    } catch (Malformed e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  CompletableFuture<Answer> receipts(byte[] body) {
    var prefix = "firstline-receipts\n".getBytes(StandardCharsets.UTF_8);
    var signed = new byte[prefix.length + body.length];
    System.arraycopy(prefix, 0, signed, 0, prefix.length);
    System.arraycopy(body, 0, signed, prefix.length, body.length);
    return post("/t/v1/receipts", body, terminal.key().sign(signed));
  }

  private CompletableFuture<Answer> post(String path, byte[] body, @Nullable String signature) {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    if (signature != null) {
      request.header("Firstline-Signature", signature);
    }
    return send(request.build(), true);
  }

  CompletableFuture<Answer> assignment() {
    return send(get("/t/v1/assignment").timeout(PATIENCE).build(), true);
  }

  CompletableFuture<Answer> programme(String etag) {
    var request = get("/t/v1/programme").timeout(PATIENCE);
    if (!etag.isEmpty()) {
      request.header("If-None-Match", etag);
    }
    return send(request.build(), true);
  }

  /** Parked: its answer says when, but is no measure of a round trip. */
  CompletableFuture<Answer> wake(long revision) {
    return send(get("/t/v1/wake?rev=" + revision).timeout(PARKED).build(), false);
  }

  /** Parked for some seconds, as a wake-up is. */
  CompletableFuture<Answer> live(String stream, long number) {
    return send(get("/l/" + stream + '/' + number).timeout(PATIENCE).build(), false);
  }

  URI media(String sha256) {
    return server.resolve("/m/" + sha256);
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Authorization", "Speaker " + ticket());
  }

  private String ticket() {
    synchronized (terminal) {
      long now = terminal.now(machine.ticks().getAsLong()).time();
      if (ticket.isEmpty() || now > ticketUntil - TICKET / 4 || now < ticketUntil - TICKET) {
        ticketUntil = now + TICKET;
        var serial = terminal.identity().serial();
        var signed = terminal.key().sign("firstline-ticket\n" + serial + '\n' + ticketUntil);
        ticket = serial + '.' + ticketUntil + '.' + signed;
      }
      return ticket;
    }
  }

  private CompletableFuture<Answer> send(HttpRequest request, boolean measures) {
    if (lost()) {
      return CompletableFuture.completedFuture(Answer.NONE);
    }
    long before = machine.ticks().getAsLong();
    return http.sendAsync(request, answer -> new LimitedBody(GREATEST_BODY))
        .handle((response, failure) -> answer(response, before, measures));
  }

  private Answer answer(@Nullable HttpResponse<byte[]> response, long before, boolean measures) {
    if (response == null || lost()) {
      return Answer.NONE;
    }
    var time = number(response, "Firstline-Time");
    long after = machine.ticks().getAsLong();
    if (time > 0 && measures) {
      synchronized (terminal) {
        terminal.answered(time, before, after);
      }
    }
    if (response.statusCode() == 401) {
      synchronized (terminal) {
        ticket = "";
      }
    }
    return new Answer(
        response.statusCode(),
        response.body(),
        response.headers().firstValue("ETag").orElse(""),
        Math.min(GREATEST_RETRY, number(response, "Retry-After") * 1_000));
  }

  private static long number(HttpResponse<?> response, String header) {
    var value = response.headers().firstValue(header).orElse("");
    return value.matches("[0-9]{1,15}") ? Long.parseLong(value) : 0;
  }

  private boolean lost() {
    return loss > 0 && random.nextDouble() < loss;
  }
}
