package firstline.rumour.release;

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
 * {@code /console/rumour/package?id=…}: what an officer takes along; {@code part} for a picture.
 */
@WebServlet("/console/rumour/package")
public class PackageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  @Inject private transient OpenPackage openPackage;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var id = Objects.requireNonNullElse(request.getParameter("id"), "");
    if (!ID.matcher(id).matches()) {
      throw new NotFound();
    }
    var part = Objects.requireNonNullElse(request.getParameter("part"), "");
    var taken = openPackage.open(UUID.fromString(id), part);
    response.setHeader("Cache-Control", "private, no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType(taken.mediaType());
    response.setHeader(
        "Content-Disposition",
        (part.isEmpty() ? "attachment" : "inline") + "; filename=\"" + taken.name() + '"');
    response.getOutputStream().write(taken.content());
  }
}
