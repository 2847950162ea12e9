package firstline.broadcast.alert;

import firstline.persistence.setting.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The public feed {@code /feeds/alerts.atom}. */
@WebServlet("/feeds/alerts.atom")
public class AlertFeedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int ENTRIES = 100;

  @Inject private transient AlertQueries queries;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var entries = queries.published(ENTRIES);
    if (!entries.isEmpty()) {
      response.setDateHeader("Last-Modified", entries.get(0).updated().toEpochMilli());
    }
    response.setContentType("application/atom+xml;charset=UTF-8");
    response.getOutputStream().write(AlertFeed.of(entries, Settings.current().url()));
  }
}
