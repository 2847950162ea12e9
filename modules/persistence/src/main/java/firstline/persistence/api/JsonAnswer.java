package firstline.persistence.api;

import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the console's own scripts are answered: an object that nobody keeps. */
public final class JsonAnswer {
  private JsonAnswer() {}

  /** Sends the object with the status of HTTP. */
  public static void send(HttpServletResponse response, int status, JsonObjectBuilder object)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(object.build().toString());
  }

  /** Sends the object with 200. */
  public static void send(HttpServletResponse response, JsonObjectBuilder object)
      throws IOException {
    send(response, HttpServletResponse.SC_OK, object);
  }
}
