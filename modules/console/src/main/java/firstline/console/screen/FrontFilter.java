package firstline.console.screen;

import firstline.persistence.database.StatementCount;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.setting.Settings;
import firstline.persistence.words.Language;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Before every page: language, theme and density; posts from foreign sites refused. After it: what
 * the page threw becomes the right error page.
 */
public class FrontFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

  /** For tests and benches: how many statements a page took, as a header. */
  private static final boolean TIMED =
      ConfigProvider.getConfig()
          .getOptionalValue("firstline.server-timing", Boolean.class)
          .orElse(Boolean.FALSE);

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Inject private transient Language language;
  @Inject private transient Preferences preferences;
  @Inject private transient Desk desk;
  @Inject private transient Incidents incidents;
  @Inject private transient Bell bell;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    request.setCharacterEncoding(StandardCharsets.UTF_8.name());
    // For the modules' own throttles, which know no proxies.
    request.setAttribute("firstline.client-address", ClientAddress.of(request));
    if ("TRACE".equals(request.getMethod())) {
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    if (foreignPost(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    // No record holds the character 0, and the database takes it for a fault.
    if (Objects.requireNonNullElse(request.getQueryString(), "").contains("%00")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    prefer(request, response);
    if (TIMED) {
      response.setBufferSize(4 << 20);
      StatementCount.reset();
    }
    try {
      chain.doFilter(request, SecurityHeaders.onePolicy(response));
      if (TIMED && !response.isCommitted()) {
        response.setHeader("Server-Timing", "sql;desc=" + StatementCount.now());
      }
    } catch (ServletException | RuntimeException e) {
      answer(request, response, e);
    } finally {
      if (!SAFE.contains(request.getMethod())) {
        desk.signedIn().ifPresent(bell::letGo);
      }
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
      throws IOException {
    var refusal = refusal(failure);
    if (response.isCommitted()) {
      incidents.note(failure);
    } else if (refusal instanceof NotFound) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (refusal != null && refusal.code().equals("sign-in.required")) {
      response.sendRedirect("/sign-in");
    } else if (refusal != null) {
      request.setAttribute(Incidents.REFUSAL, refusal);
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      request.setAttribute(Incidents.ID, incidents.note(failure));
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }
  }

  /** The refusal under what Faces and EL wrapped around it, if there is one. */
  static @Nullable Refusal refusal(@Nullable Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
    }
    return null;
  }

  /**
   * Browsers say where a post comes from; programs with a token say nothing and carry no cookie.
   */
  private static boolean foreignPost(HttpServletRequest request) {
    if (SAFE.contains(request.getMethod())) {
      return false;
    }
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    var origin = request.getHeader("Origin");
    return origin != null
        && !origin.replaceFirst("^https?://", "").equals(request.getHeader("Host"));
  }

  private void prefer(HttpServletRequest request, HttpServletResponse response) {
    // A post is not looked into here: its body may be larger than a form's.
    var chosen = request.getMethod().equals("GET") ? request.getParameter("lang") : null;
    if (chosen != null) {
      response.addCookie(cookie("fl-lang", chosen.startsWith("en") ? "en" : "zh"));
    }
    var fromCookie = (String) null;
    for (var cookie : Objects.requireNonNullElse(request.getCookies(), new Cookie[0])) {
      switch (cookie.getName()) {
        case "fl-theme" -> preferences.theme(cookie.getValue());
        case "fl-rail" -> preferences.rail(cookie.getValue());
        case "fl-density" -> preferences.density(cookie.getValue());
        case "fl-lang" -> fromCookie = cookie.getValue();
        default -> {
          // Not ours.
        }
      }
    }
    if (chosen != null) {
      language.choose(chosen);
    } else if (fromCookie != null) {
      language.choose(fromCookie);
    } else {
      language.choose(
          desk.signedIn()
              .map(OfficerOnDuty::language)
              .orElse(accepted(request.getHeader("Accept-Language"))));
    }
  }

  private static String accepted(@Nullable String header) {
    return header != null && header.startsWith("en") ? "en" : "zh";
  }

  /**
   * The cookie that carries a kept choice of the screen ({@code theme}, {@code density}, {@code
   * rail}).
   */
  public static Cookie kept(String name, String value) {
    return cookie("fl-" + name, value);
  }

  private static Cookie cookie(String name, String value) {
    var cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setMaxAge(YEAR);
    cookie.setSecure(Settings.current().secure());
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}
