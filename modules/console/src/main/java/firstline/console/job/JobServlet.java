package firstline.console.job;

import firstline.persistence.api.JsonAnswer;
import firstline.persistence.job.Jobs;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;

/**
 * One's own job: GET {@code /console/jobs/{id}} answers {@code {"state", "done", "total"}}; POST
 * asks it to stop and goes back to {@code to}.
 */
@WebServlet("/console/jobs/*")
public class JobServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Jobs jobs;

  @Override
  @Requirement("R22.10")
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var status = jobs.status(id(request));
    JsonAnswer.send(
        response,
        Json.createObjectBuilder()
            .add("state", status.state().name())
            .add("done", status.done())
            .add("total", status.total()));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    jobs.cancel(id(request));
    var to = Objects.requireNonNullElse(request.getParameter("to"), "");
    response.sendRedirect(to.startsWith("/console/") ? to : "/console/home");
  }

  private static UUID id(HttpServletRequest request) {
    var path = Objects.requireNonNullElse(request.getPathInfo(), "");
    if (!path.matches("/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new NotFound();
    }
    return UUID.fromString(path.substring(1));
  }
}
