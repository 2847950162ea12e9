package firstline.market.dossier;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.sheet.SheetFile;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/**
 * {@code /console/market/document?id=&form=&as=}: a document of a record as it is now; and {@code
 * /console/market/archive?id=}: the whole file of a closed one.
 */
@WebServlet({"/console/market/document", "/console/market/archive"})
public class DocumentServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Documents documents;
  @Inject private transient WriteDocuments cases;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var id = id(request);
    if (request.getServletPath().endsWith("/archive")) {
      if (!cases.isClosed(id)) {
        throw new NotFound();
      }
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setContentType("application/zip");
      response.setHeader("Content-Disposition", "attachment; filename=\"" + id + ".zip\"");
      cases.archive(id, response.getOutputStream());
      return;
    }
    documents
        .write(id, of(request, "form", Form.values()), of(request, "as", SheetFile.Format.values()))
        .send(response);
  }

  private static UUID id(HttpServletRequest request) {
    var id = Objects.requireNonNullElse(request.getParameter("id"), "");
    if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new NotFound();
    }
    return UUID.fromString(id);
  }

  private static <T extends Enum<T>> T of(HttpServletRequest request, String name, T[] values) {
    return Arrays.stream(values)
        .filter(one -> one.name().equals(request.getParameter(name)))
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
