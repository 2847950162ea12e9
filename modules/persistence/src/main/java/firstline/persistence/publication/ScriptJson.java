package firstline.persistence.publication;

import java.util.Locale;

/** JSON inside a script element of a page, such as JSON-LD. */
public final class ScriptJson {
  private ScriptJson() {}

  /** The same JSON, safe inside a script element whatever its strings contain. */
  public static String safe(String json) {
    var safe = new StringBuilder(json.length() + 64);
    json.chars()
        .forEach(
            letter -> {
              // Nothing that ends the script, and nothing that a writer of HTML turns into a name.
              var harmless =
                  letter < 0x7f
                      ? letter != '<' && letter != '>' && letter != '&'
                      : letter > 0xff && letter != 0x2028 && letter != 0x2029;
              if (harmless) {
                safe.append((char) letter);
              } else {
                safe.append(String.format(Locale.ROOT, "\\u%04x", letter));
              }
            });
    return safe.toString();
  }
}
