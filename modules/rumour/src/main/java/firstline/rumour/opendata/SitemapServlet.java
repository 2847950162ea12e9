package firstline.rumour.opendata;

import firstline.persistence.publication.PublicPlaceContribution;
import firstline.persistence.setting.Settings;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** {@code /sitemap.xml}, and {@code /robots.txt} which names it. */
@WebServlet({"/sitemap.xml", "/robots.txt"})
public class SitemapServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String ROBOTS =
      """
      User-agent: *
      Disallow: /console/
      Disallow: /api/
      Disallow: /session/
      Disallow: /sign-in
      Disallow: /rumours/report?
      Disallow: /rumours?

      Sitemap: %s
      """;

  @Inject private transient FeedQueries queries;
  @Inject @Any private transient Instance<PublicPlaceContribution> contributions;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var site = Settings.current().url();
    response.setHeader("Cache-Control", "max-age=600");
    if (request.getServletPath().equals("/robots.txt")) {
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().write(ROBOTS.replace("%s", site.resolve("/sitemap.xml").toString()));
      return;
    }
    var after = request.getParameter("after");
    if (after != null && !after.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("application/xml;charset=UTF-8");
    var others = contributions.stream().flatMap(one -> one.places().stream()).toList();
    new Sitemap(queries, others, site, Sitemap.PART)
        .write(response.getOutputStream(), after == null ? null : UUID.fromString(after));
  }
}
