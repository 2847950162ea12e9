package firstline.market.dossier;

import firstline.persistence.sheet.SheetFile;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /console/market/inspection-document?id=&form=&as=}: a document of an inspection. */
@WebServlet("/console/market/inspection-document")
public class InspectionDocumentServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient WriteInspectionDocuments writeDocuments;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    writeDocuments
        .write(
            DocumentServlet.id(request),
            DocumentServlet.of(request, "form", InspectionForm.values()),
            DocumentServlet.of(request, "as", SheetFile.Format.values()))
        .send(response);
  }
}
