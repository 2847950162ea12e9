package firstline.console.publicsite;

import firstline.console.screen.Preferences;
import firstline.persistence.publication.PageServed;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Language;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * In an emergency everybody asks for the same few pages. Each is rendered once every two seconds at
 * most and served from memory in between, compressed, with an ETag, without a session or a cookie.
 *
 * <p>Whoever counts readers is told of each page that a person was shown, whether it came from
 * memory or not. An answer "not modified" counts: it is somebody who looks again, since no page may
 * be shown from a browser's own copy without asking. A HEAD does not: nobody is shown anything.
 */
public class PublicPages extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient PageMemory memory;
  @Inject private transient Language language;
  @Inject private transient Preferences preferences;
  @Inject private transient Event<PageServed> served;

  @Override
  @Requirement("R8.13")
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!"GET".equals(request.getMethod()) || !isPublic(request.getRequestURI())) {
      chain.doFilter(
          isForm(request.getRequestURI()) || isLink(request.getRequestURI())
              ? new WithoutSession(request)
              : request,
          response);
      return;
    }
    var key =
        request.getRequestURI()
            + '?'
            + Objects.requireNonNullElse(request.getQueryString(), "")
            + ' '
            + language.tag()
            + ' '
            + preferences.getTheme();
    var page = memory.fresh(key);
    if (page == null) {
      var kept = new KeptResponse(response);
      chain.doFilter(new WithoutSession(request), kept);
      if (!kept.isPlain()) {
        kept.passOn();
        return;
      }
      page = memory.keep(key, kept.body(), Objects.requireNonNullElse(kept.getContentType(), ""));
    }
    serve(page, request, response);
    if (Readers.isPerson(request)) {
      served.fire(new PageServed(request.getRequestURI()));
    }
  }

  /** The public's form is made anew for everybody, and still nobody gets a cookie. */
  private static boolean isForm(String path) {
    return path.startsWith("/rumours/report");
  }

  /** Who has a link is nobody that the house knows. */
  private static boolean isLink(String path) {
    return path.startsWith("/u/") || path.startsWith("/share/");
  }

  private static boolean isPublic(String path) {
    return path.equals("/")
        || path.equals("/rumours")
        || (path.startsWith("/rumours/") && !isForm(path))
        // The dump of all reviews is a stream too long to keep.
        || (path.startsWith("/feeds/") && !path.equals("/feeds/claimreview.json"))
        || path.startsWith("/programme/")
        || path.startsWith("/materials")
        || path.startsWith("/bulletins")
        || path.equals("/notices");
  }

  private static void serve(
      PageMemory.Kept page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("ETag", page.tag());
    response.setHeader("Vary", "Accept-Language, Accept-Encoding, Cookie");
    response.setHeader("Cache-Control", "no-cache");
    if (page.tag().equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(page.type());
    var zipped =
        Objects.requireNonNullElse(request.getHeader("Accept-Encoding"), "").contains("gzip");
    if (zipped) {
      response.setHeader("Content-Encoding", "gzip");
    }
    var body = zipped ? page.zipped() : page.plain();
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
