package firstline.console.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Root of the interface for programs. Every resource in every jar of the WAR belongs to it. */
@ApplicationPath(Api.ROOT)
public class Api extends Application {
  static final String ROOT = "/api/v1";

  @Override
  public Map<String, Object> getProperties() {
    // The document for programs is OpenAPI's, and it is for signed-in callers.
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
