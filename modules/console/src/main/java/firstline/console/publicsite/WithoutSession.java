package firstline.console.publicsite;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request for a public page. Faces and PrimeFaces want a session even for a transient view; they
 * get one that is forgotten with the request, so that no visitor gets a cookie and no crowd fills
 * the memory.
 */
class WithoutSession extends HttpServletRequestWrapper {
  private @Nullable HttpSession session;

  WithoutSession(HttpServletRequest request) {
    super(request);
  }

  @Override
  public @Nullable HttpSession getSession(boolean create) {
    if (session == null && create) {
      session = forgotten();
    }
    return session;
  }

  @Override
  public HttpSession getSession() {
    return Objects.requireNonNull(getSession(true));
  }

  private HttpSession forgotten() {
    var context = getServletContext();
    Map<String, Object> attributes = new HashMap<>();
    return (HttpSession)
        Proxy.newProxyInstance(
            WithoutSession.class.getClassLoader(),
            new Class<?>[] {HttpSession.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getAttribute" -> attributes.get((String) arguments[0]);
                  case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                  case "removeAttribute" -> attributes.remove((String) arguments[0]);
                  case "getAttributeNames" -> Collections.enumeration(attributes.keySet());
                  case "getId" -> "none";
                  case "isNew" -> true;
                  case "getServletContext" -> context;
                  case "getCreationTime", "getLastAccessedTime" -> 0L;
                  case "getMaxInactiveInterval" -> 1;
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "equals" -> proxy == arguments[0];
                  case "toString" -> "no session";
                  default -> null;
                });
  }
}
