package firstline.console.screen;

import firstline.persistence.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Addresses of our own style, script and icons, with their hash: cached for a year, never stale.
 */
@Named
@ApplicationScoped
public class Assets {
  private static final String FOLDER = "/resources/firstline/";

  @Inject private ServletContext context;
  private final Map<String, String> hrefs = new ConcurrentHashMap<>();

  /** The address of a file of the folder, such as {@code firstline.css}. */
  public String href(String name) {
    return hrefs.computeIfAbsent(name, this::hashed);
  }

  private String hashed(String name) {
    try (var stream = context.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IllegalArgumentException("no asset " + name);
      }
      var hash = Sha256.of(stream.readAllBytes());
      return FOLDER + name + "?v=" + HexFormat.of().formatHex(hash, 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
