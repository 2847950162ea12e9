package firstline.console.file;

import firstline.persistence.file.FileAnswer;
import firstline.persistence.file.OpenFile;
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
 * {@code /files/{id}} for officers. What is refused, the front filter answers: a stranger gets the
 * page for what is not there.
 */
@WebServlet("/files/*")
public class FileServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern ID = Pattern.compile("/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  @Inject private transient OpenFile files;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = Objects.requireNonNullElse(request.getPathInfo(), "");
    if (!ID.matcher(path).matches()) {
      throw new NotFound();
    }
    // Asked again each time: a right can be lost.
    var opened = files.open(UUID.fromString(path.substring(1)));
    FileAnswer.send(request, response, opened, "private, no-cache");
  }
}
