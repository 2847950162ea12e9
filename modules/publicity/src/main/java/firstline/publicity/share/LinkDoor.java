package firstline.publicity.share;

import firstline.persistence.digest.Sha256;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.setting.Settings;
import firstline.persistence.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/**
 * The password at a link. Once it was right, a cookie of the link's very path says so to the end of
 * the browser's session; without a password there is none.
 */
@ApplicationScoped
class LinkDoor {
  private static final String COOKIE = "fl-share";
  private static final int TRIES = 10;

  /**
   * What is behind it.
   *
   * @param path of its page, such as {@code /share/<token>}
   * @param passwordHash PBKDF2; empty for none
   */
  record Lock(UUID id, String path, String passwordHash) {
    /**
     * Nobody can make it without the token and the password's hash, which never leaves the house.
     */
    private String proof() {
      return Sha256.hex(Sha256.of(path.substring(path.lastIndexOf('/') + 1) + ' ' + passwordHash));
    }
  }

  @Inject private Throttle throttle;
  @Inject private Pbkdf2PasswordHash hashes;

  /** Headers of every answer at a link: the address is a secret, and what it shows may end. */
  static void close(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  /** Answers a try of the password by leading back to the page. */
  @Requirement({"R66.2", "R66.3"})
  void tried(Lock lock, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      throttle.require("share " + lock.id(), TRIES, Duration.ofMinutes(15));
    } catch (Refusal refusal) {
      response.sendRedirect(lock.path() + "?wrong=many");
      return;
    }
    var right = opens(lock, Objects.requireNonNullElse(request.getParameter("password"), ""));
    if (right) {
      var cookie = new Cookie(COOKIE, lock.proof());
      cookie.setPath(lock.path());
      cookie.setHttpOnly(true);
      cookie.setSecure(Settings.current().secure());
      cookie.setAttribute("SameSite", "Lax");
      response.addCookie(cookie);
    }
    response.sendRedirect(lock.path() + (right ? "" : "?wrong=1"));
  }

  private boolean opens(Lock lock, String password) {
    return lock.passwordHash().isEmpty()
        || hashes.verify(password.toCharArray(), lock.passwordHash());
  }

  /** True if there is no password, or the browser proves that it was right. */
  boolean admits(Lock lock, HttpServletRequest request) {
    if (lock.passwordHash().isEmpty()) {
      return true;
    }
    var proof = lock.proof().getBytes(StandardCharsets.US_ASCII);
    return Arrays.stream(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .anyMatch(
            cookie ->
                MessageDigest.isEqual(
                    cookie.getValue().getBytes(StandardCharsets.US_ASCII), proof));
  }

  static void forward(String page, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request
        .getRequestDispatcher("/WEB-INF/publicity/" + page + ".xhtml")
        .forward(request, response);
  }
}
