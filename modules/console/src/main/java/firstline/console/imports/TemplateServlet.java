package firstline.console.imports;

import firstline.persistence.imports.ImportFile;
import firstline.persistence.tabular.XlsxWriter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;

/** {@code /console/import-template?list=…&format=…}: an empty table to fill in. */
@WebServlet("/console/import-template")
public class TemplateServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient BringTable bring;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var table = bring.one(Objects.requireNonNullElse(request.getParameter("list"), ""));
    var sheet = !"CSV".equals(request.getParameter("format"));
    var out = new ByteArrayOutputStream();
    ImportFile.template(table, sheet, out);
    response.setContentType(sheet ? XlsxWriter.TYPE : "text/csv;charset=UTF-8");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"" + table.name() + (sheet ? ".xlsx\"" : ".csv\""));
    response.setContentLength(out.size());
    out.writeTo(response.getOutputStream());
  }
}
