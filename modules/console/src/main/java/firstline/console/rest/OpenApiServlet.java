package firstline.console.rest;

import firstline.persistence.right.Desk;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** {@code /openapi} for signed-in callers: what the interface offers is not for strangers. */
@WebServlet("/openapi")
public class OpenApiServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Desk desk;
  @Inject private transient BeanManager beans;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    if (desk.signedIn().isEmpty()) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"firstline\"");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    var resources =
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .<Class<?>>map(Bean::getBeanClass)
            .filter(type -> type.isAnnotationPresent(Path.class))
            .collect(Collectors.toSet());
    response.setContentType("application/json");
    response
        .getOutputStream()
        .write(OpenApi.of(resources).toString().getBytes(StandardCharsets.UTF_8));
  }
}
