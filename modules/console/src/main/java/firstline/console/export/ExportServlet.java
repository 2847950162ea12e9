package firstline.console.export;

import firstline.persistence.job.Jobs;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/**
 * {@code /console/list-file}: POST with {@code list}, {@code query} and {@code format} begins a job
 * and goes to its page; GET with the {@code job} gives the file to its owner.
 */
@WebServlet("/console/list-file")
public class ExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient TakeListAlong take;
  @Inject private transient Jobs jobs;
  @Inject private transient Clock clock;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var wanted = text(request, "format");
    var format =
        Arrays.stream(Format.values())
            .filter(one -> one.name().equals(wanted))
            .findFirst()
            .orElseThrow(NotFound::new);
    var job =
        take.begin(
            new TakeListAlong.Command(text(request, "list"), format, text(request, "query")));
    response.sendRedirect("/console/export?job=" + job);
  }

  @Override
  @Requirement("R105.7")
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var job = text(request, "job");
    if (!job.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        || !(jobs.status(UUID.fromString(job)).result() instanceof TakeListAlong.Taken taken)
        || clock.instant().isAfter(taken.until())
        || !Files.exists(taken.file())) {
      throw new NotFound();
    }
    response.setContentType(taken.format().type());
    response.setHeader("Content-Disposition", "attachment; filename=\"" + taken.name() + "\"");
    response.setContentLengthLong(Files.size(taken.file()));
    Files.copy(taken.file(), response.getOutputStream());
  }

  private static String text(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "");
  }
}
