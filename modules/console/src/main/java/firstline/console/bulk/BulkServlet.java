package firstline.console.bulk;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.screen.Screen;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * {@code /console/bulk-step}: POST with {@code list}, {@code path}, {@code query}, {@code step} and
 * {@code pick}s or {@code all} tries the step, with its inputs as {@code step:input}; POST with the
 * {@code job} that tried takes it. Both go to the job's page.
 */
@WebServlet("/console/bulk-step")
public class BulkServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient WorkOnMany work;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var tried = text(request, "job");
    var job = tried.isEmpty() ? work.tryOut(command(request)) : work.run(id(tried));
    response.sendRedirect("/console/bulk?job=" + job + "&from=" + Screen.encode(from(request)));
  }

  /** The list as it was, to go back to. */
  private static String from(HttpServletRequest request) {
    var query = text(request, "query");
    return text(request, "path") + (query.isEmpty() ? "" : "?" + query);
  }

  private static WorkOnMany.Command command(HttpServletRequest request) {
    var step = text(request, "step");
    var typed = new HashMap<String, String>();
    for (var name : request.getParameterMap().keySet()) {
      if (name.startsWith(step + ":")) {
        typed.put(name.substring(step.length() + 1), text(request, name).strip());
      }
    }
    return new WorkOnMany.Command(
        text(request, "list"),
        step,
        text(request, "path"),
        text(request, "query"),
        !text(request, "all").isEmpty(),
        List.of(Objects.requireNonNullElse(request.getParameterValues("pick"), new String[0])),
        Map.copyOf(typed));
  }

  private static UUID id(String text) {
    if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new NotFound();
    }
    return UUID.fromString(text);
  }

  private static String text(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "");
  }
}
