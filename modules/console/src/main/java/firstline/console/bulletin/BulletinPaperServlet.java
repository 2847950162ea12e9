package firstline.console.bulletin;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.sheet.SheetDocx;
import firstline.persistence.sheet.SheetPdf;
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
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  @Inject private transient BulletinQueries queries;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var id = Objects.requireNonNullElse(request.getParameter("id"), "");
    if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new NotFound();
    }
    var view = queries.one(UUID.fromString(id));
    var sheet = BulletinPaper.of(view);
    var docx = "docx".equals(request.getParameter("as"));
    var bytes = docx ? SheetDocx.write(sheet) : SheetPdf.write(sheet).bytes();
    var name = (view.line().number().isEmpty() ? "draft" : view.line().number());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType(docx ? DOCX : "application/pdf");
    response.setHeader(
        "Content-Disposition", "inline; filename=\"" + name + (docx ? ".docx\"" : ".pdf\""));
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
