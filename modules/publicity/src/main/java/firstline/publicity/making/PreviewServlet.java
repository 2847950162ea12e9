package firstline.publicity.making;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * {@code /console/publicity/making.png?number=&language=&form=&hash=}: what would be made. The hash
 * stands for the text, so that a newer one has another address.
 */
@WebServlet("/console/publicity/making.png")
public class PreviewServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient PreviewLine previewLine;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var picture =
        previewLine.preview(
            text(request, "number"), text(request, "language"), text(request, "form"));
    response.setContentType("image/png");
    response.setHeader("Cache-Control", "private, max-age=3600");
    response.setContentLength(picture.length);
    response.getOutputStream().write(picture);
  }

  private static String text(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "");
  }
}
