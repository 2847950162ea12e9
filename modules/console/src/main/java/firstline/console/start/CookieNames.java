package firstline.console.start;

import firstline.persistence.setting.Settings;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Names the session cookie. Behind TLS it is {@code __Host-…}: the browser then insists on Secure,
 * path / and no domain (RFC 6265bis, section 4.1.3.2).
 */
public class CookieNames implements ServletContextListener {
  @Override
  public void contextInitialized(ServletContextEvent event) {
    var secure = Settings.current().secure();
    var cookie = event.getServletContext().getSessionCookieConfig();
    cookie.setName(secure ? "__Host-firstline" : "firstline");
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setPath("/");
    cookie.setAttribute("SameSite", "Lax");
  }
}
