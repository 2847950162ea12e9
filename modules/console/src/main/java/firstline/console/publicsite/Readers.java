package firstline.console.publicsite;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Tells people from programs by what programs say of themselves. It is a figure for the house, not
 * a defence: who hides is counted as a person.
 */
final class Readers {
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?<!cu)bot\\b|bot/|spider|crawl|slurp|archiver|preview|monitor|uptime|lighthouse|headless"
              + "|curl/|wget/|python|java/|okhttp|go-http-client|libwww|httpclient|scrapy|fetch",
          Pattern.CASE_INSENSITIVE);

  private Readers() {}

  /** True unless the request says that a program makes it, or a browser before anybody looks. */
  static boolean isPerson(HttpServletRequest request) {
    var agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
    var purpose =
        Objects.requireNonNullElse(request.getHeader("Sec-Purpose"), "")
            + Objects.requireNonNullElse(request.getHeader("Purpose"), "");
    return !agent.isBlank() && !PROGRAM.matcher(agent).find() && !purpose.contains("prefetch");
  }
}
