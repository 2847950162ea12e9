package firstline.rumour.rumour;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.text.PlainText;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where the fact comes from.
 *
 * @param name the organisation
 * @param url http or https, or empty
 */
public record Source(String name, String url) {
  private static final int NAME = 200;
  private static final int URL = 1_000;

  public Source {
    name = PlainText.line(name);
    url = PlainText.line(url);
    if (name.isEmpty() || name.length() > NAME) {
      throw new Refusal("rebuttal.source-name", NAME);
    }
    if (!url.isEmpty() && (url.length() > URL || !web(url))) {
      throw new Refusal("rebuttal.source-url", url);
    }
  }

  private static boolean web(String url) {
    try {
      var uri = new URI(url);
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
