package firstline.publicity.catalogue;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What the catalogue's address finds, as a table: {@code /console/publicity/materials.csv}. */
@WebServlet("/console/publicity/materials.csv")
public class MetadataServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient MetadataTable table;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var asked =
        Asked.read(
            Objects.requireNonNullElse(request.getParameter("q"), ""),
            name ->
                List.of(
                    Objects.requireNonNullElse(request.getParameterValues(name), new String[0])));
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"materials.csv\"");
    try (var out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
      table.write(asked, out);
    }
  }
}
