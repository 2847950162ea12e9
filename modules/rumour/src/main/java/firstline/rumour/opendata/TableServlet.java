package firstline.rumour.opendata;

import firstline.persistence.setting.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** All rebuttals as a table: {@code /rumours.csv}. */
@WebServlet("/rumours.csv")
public class TableServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Dump dump;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    head(response);
    if (dump.opens(request, response)) {
      try (var out =
          new BufferedWriter(
              new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
        dump.write(new RebuttalTable(out, Settings.current().url())::write);
      }
    }
  }

  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response) {
    head(response);
  }

  private static void head(HttpServletResponse response) {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"rumours.csv\"");
  }
}
