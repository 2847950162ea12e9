package firstline.rumour.typing;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Objects;

/**
 * POST {@code /console/rumour/typed}: keeps the posted fields under {@code subject} and answers
 * 204; the console's script sends them every few seconds while somebody types.
 */
@WebServlet("/console/rumour/typed")
public class TypedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient KeepTyped keepTyped;

  @Override
  @Requirement("R2.13")
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var fields = new LinkedHashMap<String, String>();
    request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
    var subject = Objects.requireNonNullElse(fields.remove("subject"), "");
    try {
      keepTyped.keep(new KeepTyped.Command(subject, fields));
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } catch (Refusal refusal) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
