package firstline.publicity.share;

import firstline.persistence.digest.Sha256;
import firstline.persistence.file.FileAnswer;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.setting.Settings;
import firstline.persistence.throttle.Throttle;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * {@code /share/{token}} and its {@code /file}. Once the password was right, a cookie of this very
 * path says so to the end of the browser's session; without a password there is none.
 */
@WebServlet("/share/*")
public class ShareServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  static final String VIEW = "firstline.publicity.share";
  private static final Pattern PATH =
      Pattern.compile("/(?<token>[A-Za-z0-9_-]{32})(?<file>/file)?");
  private static final String COOKIE = "fl-share";
  private static final int TRIES = 10;

  @Inject private transient ShareLinks links;
  @Inject private transient SharedVersions versions;
  @Inject private transient Throttle throttle;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    answer(request, response, false);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    answer(request, response, true);
  }

  @Requirement({"R66.1", "R66.2"})
  private void answer(HttpServletRequest request, HttpServletResponse response, boolean trying)
      throws ServletException, IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
    var path = PATH.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
    if (!path.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    var token = path.group("token");
    var found = links.living(token);
    if (found.isEmpty()) {
      // Whether there ever was one is nobody's business.
      response.sendError(HttpServletResponse.SC_GONE);
      return;
    }
    var link = found.get();
    if (trying && tried(token, link, request, response)) {
      return;
    }
    if (!admitted(token, link, request)) {
      forward("share-password", request, response);
      return;
    }
    show(link, path.group("file") != null, request, response);
  }

  private boolean tried(
      String token,
      ShareLinks.Living link,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    try {
      throttle.require("share " + link.id(), TRIES, Duration.ofMinutes(15));
    } catch (Refusal refusal) {
      response.sendRedirect("/share/" + token + "?wrong=many");
      return true;
    }
    var right = links.opens(link, Objects.requireNonNullElse(request.getParameter("password"), ""));
    if (right) {
      var cookie = new Cookie(COOKIE, proof(token, link));
      cookie.setPath("/share/" + token);
      cookie.setHttpOnly(true);
      cookie.setSecure(Settings.current().secure());
      cookie.setAttribute("SameSite", "Lax");
      response.addCookie(cookie);
    }
    response.sendRedirect("/share/" + token + (right ? "" : "?wrong=1"));
    return true;
  }

  private static boolean admitted(
      String token, ShareLinks.Living link, HttpServletRequest request) {
    if (link.passwordHash().isEmpty()) {
      return true;
    }
    var proof = proof(token, link).getBytes(StandardCharsets.US_ASCII);
    return Arrays.stream(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .anyMatch(
            cookie ->
                MessageDigest.isEqual(
                    cookie.getValue().getBytes(StandardCharsets.US_ASCII), proof));
  }

  /** Nobody can make it without the token and the password's hash, which never leaves the house. */
  private static String proof(String token, ShareLinks.Living link) {
    return Sha256.hex(Sha256.of(token + ' ' + link.passwordHash()));
  }

  private void show(
      ShareLinks.Living link,
      boolean file,
      HttpServletRequest request,
      HttpServletResponse response)
      throws ServletException, IOException {
    var shown = versions.one(link.version());
    request.setAttribute(VIEW, shown);
    if (shown.isGone()) {
      response.setStatus(HttpServletResponse.SC_GONE);
      forward("share-gone", request, response);
    } else if (file) {
      links.used(link.id());
      FileAnswer.send(request, response, versions.file(link.version()), "private, no-store");
    } else {
      links.used(link.id());
      forward("shared", request, response);
    }
  }

  private static void forward(String page, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request
        .getRequestDispatcher("/WEB-INF/publicity/" + page + ".xhtml")
        .forward(request, response);
  }
}
