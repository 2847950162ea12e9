package firstline.console.bulletin;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.sheet.SheetFile;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;

/** {@code /console/bulletin-paper?id=&as=pdf|docx}: a bulletin as an official paper. */
@WebServlet("/console/bulletin-paper")
public class BulletinPaperServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient BulletinQueries queries;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var id = Objects.requireNonNullElse(request.getParameter("id"), "");
    if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new NotFound();
    }
    var view = queries.one(UUID.fromString(id));
    SheetFile.of(
            BulletinPaper.of(view),
            "docx".equals(request.getParameter("as"))
                ? SheetFile.Format.DOCX
                : SheetFile.Format.PDF,
            view.line().number().isEmpty() ? "draft" : view.line().number())
        .send(response);
  }
}
