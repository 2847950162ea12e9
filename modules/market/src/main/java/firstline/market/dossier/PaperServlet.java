package firstline.market.dossier;

import firstline.persistence.sheet.SheetFile;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /console/market/paper?id=&form=&as=}: a document of a letter, a measure or a referral as
 * it is now.
 */
@WebServlet("/console/market/paper")
public class PaperServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient WritePapers writePapers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    writePapers
        .write(
            DocumentServlet.id(request),
            DocumentServlet.of(request, "form", Paper.values()),
            DocumentServlet.of(request, "as", SheetFile.Format.values()))
        .send(response);
  }
}
