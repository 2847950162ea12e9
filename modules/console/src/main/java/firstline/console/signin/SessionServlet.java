package firstline.console.signin;

import firstline.console.kept.KeptViews;
import firstline.console.screen.ClientAddress;
import firstline.console.screen.FrontFilter;
import firstline.persistence.refusal.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes the sign-in forms: plain posts, so that they work without JavaScript and after a session
 * ran out. Cross-site posts were refused by {@code SameSite} and by the origin filter before.
 */
@WebServlet("/session/*")
public class SessionServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String WAITING = "firstline.waiting";
  private static final String SECRET = "firstline.enrolment";
  private static final String ATTEMPT = "firstline.openid";

  @Inject private transient SignIn signIn;
  @Inject private transient SecondFactor factor;
  @Inject private transient OfficerSessions sessions;
  @Inject private transient LookThrough lookThrough;
  @Inject private transient OpenId openId;
  @Inject private transient KeptViews views;
  @Inject private transient AreaAtWork areas;
  @Inject private transient PasswordPolicy policy;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var step = Objects.requireNonNullElse(request.getPathInfo(), "");
    try {
      switch (step) {
        case "/sign-in" -> signIn(request, response);
        case "/code" -> code(request, response);
        case "/enrol" -> enrol(request, response);
        case "/sign-out" -> signOut(request, response, false);
        case "/sign-out-everywhere" -> signOut(request, response, true);
        case "/look" -> look(request, response);
        case "/factor" -> setUp(request, response);
        case "/area" -> area(request, response);
        case "/look-end" -> {
          request.getSession().removeAttribute(Door.LOOKING);
          response.sendRedirect("/console/home");
        }
        default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
      }
    } catch (Refusal refusal) {
      var page = step.equals("/code") || step.equals("/enrol") ? "/sign-in-code" : "/sign-in";
      response.sendRedirect(
          page + "?refused=" + encode(refusal.code()) + to("&to=", text(request, "to")));
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var step = Objects.requireNonNullElse(request.getPathInfo(), "");
    try {
      switch (step) {
        case "/openid" -> {
          var begun = openId.begin(text(request, "to"));
          request.getSession().setAttribute(ATTEMPT, begun.attempt());
          response.sendRedirect(begun.address().toString());
        }
        case "/openid-back" -> back(request, response);
        default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
      }
    } catch (Refusal refusal) {
      response.sendRedirect("/sign-in?refused=" + encode(refusal.code()));
    }
  }

  /** The provider sends the visitor back; each attempt is good for one return. */
  private void back(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(ATTEMPT) instanceof OpenId.Attempt attempt)) {
      throw new Refusal("sign-in.failed");
    }
    session.removeAttribute(ATTEMPT);
    var username = openId.finish(attempt, Objects.requireNonNullElse(request.getQueryString(), ""));
    var outcome = signIn.vouched(new SignIn.Vouched(username, ClientAddress.of(request)));
    goOn(request, response, outcome, attempt.to());
  }

  private void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var outcome =
        signIn.check(
            new SignIn.Command(
                text(request, "username"), text(request, "password"), ClientAddress.of(request)));
    goOn(request, response, outcome, text(request, "to"));
  }

  private void goOn(
      HttpServletRequest request, HttpServletResponse response, SignIn.Outcome outcome, String to)
      throws IOException {
    if (outcome.next() == SignIn.Next.DONE) {
      enter(request, response, outcome.officer(), to);
      return;
    }
    var session = renewed(request);
    session.setAttribute(WAITING, outcome.officer());
    if (outcome.next() == SignIn.Next.ENROL) {
      session.setAttribute(SECRET, Base64.getEncoder().encodeToString(Totp.secret()));
    }
    response.sendRedirect("/sign-in-code" + to("?to=", to));
  }

  private void code(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var officer = waiting(request);
    factor.check(new SecondFactor.Command(officer, text(request, "code")));
    enter(request, response, officer, text(request, "to"));
  }

  private void enrol(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var officer = waiting(request);
    var secret = secret(request);
    if (secret == null) {
      throw new Refusal("sign-in.failed");
    }
    factor.enrol(
        new SecondFactor.Enrolment(
            officer, Base64.getDecoder().decode(secret), text(request, "code")));
    enter(request, response, officer, text(request, "to"));
  }

  /** An officer who is signed in wants a second factor. */
  private void setUp(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var session = request.getSession();
    session.setAttribute(WAITING, factor.wanted());
    session.setAttribute(SECRET, Base64.getEncoder().encodeToString(Totp.secret()));
    response.sendRedirect("/sign-in-code?to=/console/me");
  }

  private void enter(
      HttpServletRequest request, HttpServletResponse response, UUID officer, String to)
      throws IOException {
    var token =
        sessions.open(
            new OfficerSessions.Opening(
                officer,
                ClientAddress.of(request),
                Objects.requireNonNullElse(request.getHeader("User-Agent"), "")));
    if (!Door.session(request).isEmpty()) {
      sessions.end(Door.session(request));
    }
    renewed(request).setAttribute(Door.TOKEN, token);
    views
        .screen(officer)
        .forEach((name, value) -> response.addCookie(FrontFilter.kept(name, value)));
    var wanted = to.startsWith("/console/") ? to : "/console/home";
    response.sendRedirect(policy.overdue(officer) ? "/console/me" : wanted);
  }

  private void signOut(HttpServletRequest request, HttpServletResponse response, boolean everywhere)
      throws IOException {
    var session = request.getSession(false);
    if (session != null) {
      if (everywhere && session.getAttribute(Door.TOKEN) != null) {
        sessions.endAll();
      } else if (session.getAttribute(Door.TOKEN) instanceof String token) {
        sessions.end(token);
      }
      session.invalidate();
    }
    response.sendRedirect("/sign-in?left=1");
  }

  private void look(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var chosen = text(request, "officer");
    if (!chosen.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    var other = UUID.fromString(chosen);
    lookThrough.begin(other);
    request.getSession().setAttribute(Door.LOOKING, other);
    response.sendRedirect("/console/home");
  }

  /**
   * Narrows this session to one area, or widens it again to all that the officer's rights cover.
   */
  private void area(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var session = request.getSession();
    var chosen =
        text(request, "all").isEmpty()
            ? areas.place(text(request, "area-at-work"))
            : Optional.<AreaAtWork.Place>empty();
    if (chosen.isPresent()) {
      session.setAttribute(Door.AREA, chosen.get());
    } else {
      session.removeAttribute(Door.AREA);
    }
    response.sendRedirect("/console/home");
  }

  private static UUID waiting(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null && session.getAttribute(WAITING) instanceof UUID officer) {
      return officer;
    }
    throw new Refusal("sign-in.failed");
  }

  /** The secret that the enrolment page shows, in base 64; null outside an enrolment. */
  static @Nullable String secret(HttpServletRequest request) {
    var session = request.getSession(false);
    return session == null ? null : (String) session.getAttribute(SECRET);
  }

  /** A new session id at every step up: no session that somebody else planted lives on. */
  private static HttpSession renewed(HttpServletRequest request) {
    var old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    return request.getSession(true);
  }

  private static String text(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "");
  }

  private static String to(String joint, String to) {
    return to.startsWith("/console/") ? joint + encode(to) : "";
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
