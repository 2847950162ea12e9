package firstline.publicity.share;

import firstline.persistence.job.Jobs;
import firstline.persistence.job.Progress;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.publicity.PublicityRights;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * {@code /console/publicity/materials.zip}: with {@code number}s it begins to pack them, with a
 * {@code job} it gives what was packed.
 */
@WebServlet("/console/publicity/materials.zip")
public class PackServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 200;

  /** What is ready, and which versions are in it. */
  private record Packed(Path file, List<UUID> versions) {}

  @Inject private transient PackSeveral packSeveral;
  @Inject private transient Jobs jobs;
  @Inject private transient Desk desk;

  @Override
  @Requirement("R66.5")
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!desk.may(PublicityRights.READ)) {
      throw new NotFound();
    }
    var numbers =
        Arrays.stream(
                Objects.requireNonNullElse(request.getParameterValues("number"), new String[0]))
            .filter(number -> number.matches("M-[0-9]{4}-[0-9]{4,9}"))
            .distinct()
            .toList();
    if (numbers.isEmpty()) {
      throw new Refusal("catalogue.several-none");
    }
    if (numbers.size() > MOST) {
      throw new Refusal("catalogue.several-many", MOST);
    }
    var job = jobs.start(progress -> packed(numbers, progress));
    response.sendRedirect("/console/publicity/pack?job=" + job);
  }

  private Packed packed(List<String> numbers, Progress progress) throws IOException {
    var file = Files.createTempFile("firstline-pack", ".zip");
    file.toFile().deleteOnExit();
    try (var out = Files.newOutputStream(file)) {
      return new Packed(file, packSeveral.write(numbers, out, progress));
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var job = Objects.requireNonNullElse(request.getParameter("job"), "");
    if (!job.matches("[0-9a-f-]{36}")
        || !(jobs.status(UUID.fromString(job)).result() instanceof Packed packed)) {
      throw new NotFound();
    }
    if (!packSeveral.isOut(packed.versions())) {
      throw new Refusal("share.pack-recalled");
    }
    var file = packed.file();
    response.setContentType("application/zip");
    response.setHeader("Content-Disposition", "attachment; filename=\"materials.zip\"");
    response.setContentLengthLong(Files.size(file));
    Files.copy(file, response.getOutputStream());
  }
}
