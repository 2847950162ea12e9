package firstline.console.publicsite;

import firstline.console.screen.Preferences;
import firstline.persistence.words.Language;
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
 */
public class PublicPages extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient PageMemory memory;
  @Inject private transient Language language;
  @Inject private transient Preferences preferences;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!"GET".equals(request.getMethod()) || !isPublic(request.getRequestURI())) {
      chain.doFilter(request, response);
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
  }

  private static boolean isPublic(String path) {
    return path.equals("/")
        || path.equals("/rumours")
        || (path.startsWith("/rumours/") && !path.startsWith("/rumours/report"))
        || path.startsWith("/feeds/")
        || path.startsWith("/materials")
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
