package firstline.broadcast.alert;

import firstline.persistence.refusal.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A public message as CAP 1.2: {@code /alerts/<id>.xml}. The id is ours, since a sender's
 * identifier may hold what an address may not.
 */
@WebServlet("/alerts/*")
public class AlertServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH =
      Pattern.compile("/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\\.xml");

  @Inject private transient AlertQueries queries;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = PATH.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
    if (!path.matches()) {
      throw new NotFound();
    }
    var cap = queries.published(UUID.fromString(path.group(1)));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType(AlertFeed.CAP + ";charset=UTF-8");
    response.getOutputStream().write(CapWriter.write(cap));
  }
}
