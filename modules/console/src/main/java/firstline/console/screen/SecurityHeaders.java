package firstline.console.screen;

import firstline.persistence.setting.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** The headers that stand on every answer: pages, files, redirects and refusals. */
public final class SecurityHeaders {
  private static final String CSP = "Content-Security-Policy";
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self';"
          + " style-src-attr 'unsafe-inline'; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'; script-src 'self'";

  private SecurityHeaders() {}

  /** Sets them; called before anything else sees the request. */
  public static void set(HttpServletRequest request, HttpServletResponse response) {
    var path = request.getRequestURI();
    var embedded = path.startsWith("/embed/");
    response.setHeader(
        CSP, embedded ? POLICY.replace("frame-ancestors 'none'", "frame-ancestors *") : POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (!embedded) {
      response.setHeader("X-Frame-Options", "DENY");
    }
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy",
        "camera=(), payment=(), usb=(), geolocation="
            + (path.equals("/console/market/on-site") ? "(self)" : "()")
            + ", microphone="
            + (records(path) ? "(self)" : "()"));
    if (Settings.current().secure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    if (path.startsWith("/console/")
        || path.startsWith("/api/")
        || path.startsWith("/session/")
        || path.startsWith("/sign-in")
        || path.startsWith("/first-run")) {
      response.setHeader("Cache-Control", "no-store");
    } else if (path.startsWith("/resources/") && request.getParameter("v") != null) {
      response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    }
    if (path.equals("/resources/firstline/phone-worker.js")) {
      // It answers for the one page that registers it, which lies elsewhere than its script.
      response.setHeader("Service-Worker-Allowed", "/console/");
    }
  }

  /** Pages on which an officer may speak into the microphone. */
  private static boolean records(String path) {
    return path.startsWith("/console/broadcast/media")
        || path.startsWith("/console/broadcast/schedule-form")
        || path.equals("/console/broadcast/live");
  }

  /**
   * PrimeFaces adds its policy, with the page's nonce, beside the one that is there; two policies
   * would both hold and forbid the nonce's scripts. So the later one replaces the earlier.
   */
  static HttpServletResponse onePolicy(HttpServletResponse response) {
    return new HttpServletResponseWrapper(response) {
      @Override
      public void addHeader(String name, String value) {
        if (CSP.equalsIgnoreCase(name)) {
          setHeader(name, value);
        } else {
          super.addHeader(name, value);
        }
      }
    };
  }
}
