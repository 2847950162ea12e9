package firstline.rumour.opendata;

import firstline.persistence.setting.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The public feed {@code /feeds/rebuttals.json}. */
@WebServlet("/feeds/rebuttals.json")
public class JsonFeedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int ENTRIES = 100;

  @Inject private transient FeedQueries queries;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/feed+json;charset=UTF-8");
    response
        .getOutputStream()
        .write(JsonFeed.of(queries.changes(ENTRIES), Settings.current().url()));
  }
}
