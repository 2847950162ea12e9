package firstline.console.signin;

import firstline.console.screen.SecurityHeaders;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The authentication mechanism. It announces name and group on every request: the server's own form
 * mechanisms lose the groups under load (Payara issue 6145), which shows as a false 403.
 */
@ApplicationScoped
public class Door implements HttpAuthenticationMechanism {
  /** Session attribute: the secret of the officer's session. */
  static final String TOKEN = "firstline.session";

  /** Session attribute: id of the officer through whose eyes an administrator looks. */
  static final String LOOKING = "firstline.looking";

  /** Session attribute: the area to which the officer narrowed the console for now. */
  static final String AREA = "firstline.area";

  @Inject private OfficerSessions sessions;
  @Inject private ApiTokens tokens;
  @Inject private Desk desk;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    SecurityHeaders.set(request, response);
    var path = request.getRequestURI();
    if (path.startsWith("/jakarta.faces.resource/")) {
      return context.doNothing();
    }
    var officer = hasToken(request, path) ? bearer(request) : seated(request);
    if (officer.isPresent()) {
      desk.seat(officer.get());
      return context.notifyContainerAboutLogin(
          new CallerPrincipal(officer.get().username()), Set.of("officer"));
    }
    return context.isProtected() ? toSignIn(request, response, context) : context.doNothing();
  }

  /** Tokens open the interface for programs alone; whoever shows one is not asked for a session. */
  private static boolean hasToken(HttpServletRequest request, String path) {
    return request.getHeader("Authorization") != null
        && (path.startsWith("/api/") || path.equals("/openapi"));
  }

  private Optional<OfficerOnDuty> bearer(HttpServletRequest request) {
    var header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
        ? tokens.officer(header.substring("Bearer ".length()).strip())
        : Optional.empty();
  }

  private Optional<OfficerOnDuty> seated(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(TOKEN) instanceof String token)) {
      return Optional.empty();
    }
    var own = sessions.officer(token);
    if (own.isPresent() && session.getAttribute(LOOKING) instanceof UUID other) {
      desk.seat(own.get());
      return sessions.lookThrough(other).or(() -> own);
    }
    return session.getAttribute(AREA) instanceof AreaAtWork.Place place
        ? own.map(officer -> officer.within(place.code(), place.name(), place.path()))
        : own;
  }

  /** True if the session is narrowed to one area. */
  public static boolean narrowed(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(AREA) != null;
  }

  /** Secret of the officer's session in this browser; empty without one. */
  public static String session(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(TOKEN) instanceof String token ? token : "";
  }

  private static AuthenticationStatus toSignIn(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    try {
      var query = request.getQueryString();
      var wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
      var to =
          "GET".equals(request.getMethod())
              ? "?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)
              : "";
      response.sendRedirect(request.getContextPath() + "/sign-in" + to);
      return AuthenticationStatus.SEND_CONTINUE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
