package firstline.rumour.opendata;

import firstline.persistence.setting.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The public feed {@code /feeds/rebuttals.atom}. */
@WebServlet("/feeds/rebuttals.atom")
public class AtomServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int ENTRIES = 100;

  @Inject private transient FeedQueries queries;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var entries = queries.changes(ENTRIES);
    if (!entries.isEmpty()) {
      response.setDateHeader("Last-Modified", entries.get(0).updated().toEpochMilli());
    }
    response.setContentType("application/atom+xml;charset=UTF-8");
    response.getOutputStream().write(AtomFeed.of(entries, Settings.current().url()));
  }
}
