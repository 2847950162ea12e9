package firstline.rumour.opendata;

import firstline.persistence.setting.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** All reviews: {@code /feeds/claimreview.json}. */
@WebServlet("/feeds/claimreview.json")
public class ReviewDumpServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Dump dump;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/ld+json;charset=UTF-8");
    if (dump.opens(request, response)) {
      try (var reviews = new ReviewDump(response.getOutputStream(), Settings.current().url())) {
        dump.write(reviews::write);
      }
    }
  }

  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response) {
    response.setContentType("application/ld+json;charset=UTF-8");
  }
}
