package firstline.console.screen;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * From where a request comes. Behind a proxy that is the last entry of {@code X-Forwarded-For},
 * believed only if the proxy is this machine or named in {@code firstline.proxies}: anybody else
 * could write there what they like and so escape the throttle.
 */
public final class ClientAddress {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");
  private static final Set<String> PROXIES =
      Set.of(
          ConfigProvider.getConfig(ClientAddress.class.getClassLoader())
              .getOptionalValue("firstline.proxies", String[].class)
              .orElse(new String[0]));

  private ClientAddress() {}

  /** The address as text. */
  public static String of(HttpServletRequest request) {
    var peer = request.getRemoteAddr();
    var forwarded = request.getHeader("X-Forwarded-For");
    if (forwarded == null || !(LOOPBACK.contains(peer) || PROXIES.contains(peer))) {
      return peer;
    }
    var last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    return last.matches("[0-9a-fA-F.:]{2,45}") ? last : peer;
  }
}
