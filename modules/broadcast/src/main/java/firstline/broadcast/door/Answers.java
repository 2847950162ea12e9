package firstline.broadcast.door;

import firstline.broadcast.fleet.Tickets;
import firstline.persistence.refusal.Invalid;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.words.Bundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** How a speaker is answered: always with the time, and in JSON. */
@ApplicationScoped
class Answers {
  /** Beyond any batch of 200 records and any enrolment. */
  private static final int LONGEST = 1 << 20;

  private static final Map<String, Integer> STATUS =
      Map.of(
          "not-found", 404,
          "speaker.key", 409,
          "speaker.retired", 410,
          "payload.too-large", 413,
          "receipts.most", 413,
          "throttled", 429,
          "receipts.busy", 503);

  @Inject private Clock clock;
  @Inject private Tickets tickets;

  /** Every answer tells the time (PROTOCOL.md, forms). */
  void time(HttpServletResponse response) {
    response.setHeader("Firstline-Time", Long.toString(clock.millis()));
    response.setHeader("Cache-Control", "no-store");
  }

  void json(HttpServletResponse response, int status, byte[] body) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** The refusal as a problem (RFC 9457) in both languages: who reads it sits far away. */
  void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
    var status = STATUS.getOrDefault(refusal.code(), 422);
    if (status == 429 || status == 503) {
      var seconds = refusal.arguments().stream().findFirst().orElse(5);
      response.setHeader("Retry-After", status == 429 ? seconds.toString() : "5");
    }
    var key = "refusal." + refusal.code();
    var detail =
        refusal instanceof Invalid invalid
            ? invalid.violations().toString()
            : Bundles.words("en", key, refusal.arguments())
                + " / "
                + Bundles.words("zh", key, refusal.arguments());
    var body =
        Json.createObjectBuilder()
            .add("type", "about:blank")
            .add("status", status)
            .add("code", refusal.code())
            .add("detail", detail)
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    json(response, status, body);
    response.setContentType("application/problem+json");
  }

  /** The speaker that asks with its ticket; without one it is answered already. */
  Optional<Tickets.Known> asked(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    time(response);
    var speaker = tickets.holder(request.getHeader("Authorization"));
    if (speaker.isEmpty()) {
      strange(response);
    }
    return speaker;
  }

  void strange(HttpServletResponse response) throws IOException {
    response.setHeader("WWW-Authenticate", "Speaker");
    json(
        response,
        HttpServletResponse.SC_UNAUTHORIZED,
        "{\"code\":\"speaker.ticket\"}".getBytes(StandardCharsets.UTF_8));
  }

  /** The body, if it is not too long. */
  byte[] body(HttpServletRequest request) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var buffer = new byte[8_192];
    var input = request.getInputStream();
    for (var read = input.read(buffer); read >= 0; read = input.read(buffer)) {
      bytes.write(buffer, 0, read);
      if (bytes.size() > LONGEST) {
        throw new Refusal("payload.too-large", LONGEST >> 20);
      }
    }
    return bytes.toByteArray();
  }

  static byte[] joined(String before, byte[] after) {
    var first = before.getBytes(StandardCharsets.UTF_8);
    var all = Arrays.copyOf(first, first.length + after.length);
    System.arraycopy(after, 0, all, first.length, after.length);
    return all;
  }
}
