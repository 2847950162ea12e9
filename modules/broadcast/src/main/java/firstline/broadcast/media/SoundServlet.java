package firstline.broadcast.media;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.media.KeepMedia.Made;
import firstline.persistence.api.JsonAnswer;
import firstline.persistence.file.FileAnswer;
import firstline.persistence.job.Jobs;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.words.Words;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Sounds for the console's script. POST with a part {@code file} (and {@code made=RECORDING} for
 * one), or with {@code text} and {@code language}, begins a job: {@code {"job": "…"}}; GET with
 * {@code job} tells {@code {"state", "done", "total"}} and at its end {@code "sound"} or {@code
 * "refusal"}, in words. GET with a hash as path gives the sound itself, with {@code as=opus} in its
 * smaller form.
 */
@WebServlet({"/console/broadcast/sounds", "/console/broadcast/sounds/*"})
@MultipartConfig(
    maxFileSize = MakeSound.LARGEST + 1,
    maxRequestSize = MakeSound.LARGEST + (1 << 20),
    fileSizeThreshold = 1 << 20)
public class SoundServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String HASH = "/[0-9a-f]{64}";
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Inject private transient MakeSound makeSound;
  @Inject private transient MediaQueries queries;
  @Inject private transient Jobs jobs;
  @Inject private transient Desk desk;
  @Inject private transient Words words;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = Objects.requireNonNullElse(request.getPathInfo(), "");
    if (path.matches(HASH)) {
      var opus = "opus".equals(request.getParameter("as"));
      FileAnswer.send(
          request, response, queries.listen(path.substring(1), opus), "private, max-age=3600");
      return;
    }
    var job = Objects.requireNonNullElse(request.getParameter("job"), "");
    if (!job.matches(ID)) {
      throw new NotFound();
    }
    JsonAnswer.send(response, HttpServletResponse.SC_OK, told(jobs.status(UUID.fromString(job))));
  }

  private JsonObjectBuilder told(Jobs.Status status) {
    var told =
        Json.createObjectBuilder()
            .add("state", status.state().name())
            .add("done", status.done())
            .add("total", status.total());
    if (status.result() instanceof String hash) {
      queries.of(List.of(hash)).forEach(line -> told.add("sound", sound(line)));
    }
    var refusal = status.refusal();
    if (refusal != null) {
      told.add("refusal", words.refusal(refusal));
    } else if (status.state() == Jobs.State.FAILED) {
      told.add("refusal", words.get("job.failed"));
    }
    return told;
  }

  private JsonObjectBuilder sound(MediaQueries.Line line) {
    return Json.createObjectBuilder()
        .add("sha256", line.sha256())
        .add("made", line.made())
        .add("name", line.name())
        .add("facts", line.clock() + " · " + words.of("media.loudness.value", line.loudness()));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (!desk.may(BroadcastRights.DRAFT)) {
      throw new NotFound();
    }
    try {
      JsonAnswer.send(
          response,
          HttpServletResponse.SC_ACCEPTED,
          Json.createObjectBuilder().add("job", begun(request).toString()));
    } catch (Refusal refusal) {
      JsonAnswer.send(
          response, 422, Json.createObjectBuilder().add("refusal", words.refusal(refusal)));
    }
  }

  private UUID begun(HttpServletRequest request) throws IOException, ServletException {
    var area = desk.officer().areaCode();
    try {
      var part = request.getPart("file");
      if (part == null) {
        return makeSound.fromText(
            Objects.requireNonNullElse(request.getParameter("text"), ""),
            "en".equals(request.getParameter("language")) ? "en" : "zh",
            area);
      }
      var made = "RECORDING".equals(request.getParameter("made")) ? Made.RECORDING : Made.UPLOAD;
      try (var content = part.getInputStream()) {
        return makeSound.fromFile(
            content, Objects.requireNonNullElse(part.getSubmittedFileName(), ""), made, area);
      }
    } catch (IllegalStateException e) {
      // The server's own limit (Jakarta Servlet 6.0, 3.2).
      throw new Refusal("file.too-large", MakeSound.LARGEST >> 20);
    }
  }
}
