package firstline.persistence.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** {@code Content-Disposition}: shown in the page or saved, and under which name (RFC 6266). */
final class Disposition {
  /** What RFC 8187 lets stand as it is, besides letters and digits. */
  private static final String PLAIN = "!#$&+-.^_`|~";

  private Disposition() {}

  /** Pictures, sound, films and PDF are shown; everything else is saved and never run here. */
  static String of(String mediaType, String name) {
    return (shown(mediaType) ? "inline" : "attachment")
        + "; filename=\""
        + ascii(name)
        + "\"; filename*=UTF-8''"
        + encoded(name);
  }

  private static boolean shown(String type) {
    return (type.startsWith("image/") && !type.startsWith("image/svg"))
        || type.startsWith("audio/")
        || type.startsWith("video/")
        || type.equals("application/pdf");
  }

  /** For readers that do not know the other form: without what a quoted string cannot hold. */
  private static String ascii(String name) {
    var text = new StringBuilder();
    name.codePoints()
        .map(point -> point < ' ' || point > '~' || "\"\\%".indexOf(point) >= 0 ? '_' : point)
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  private static String encoded(String name) {
    var text = new StringBuilder();
    for (var octet : name.getBytes(StandardCharsets.UTF_8)) {
      var plain =
          (octet >= '0' && octet <= '9')
              || (octet >= 'a' && octet <= 'z')
              || (octet >= 'A' && octet <= 'Z')
              || PLAIN.indexOf(octet) >= 0;
      text.append(
          plain ? String.valueOf((char) octet) : String.format(Locale.ROOT, "%%%02X", octet));
    }
    return text.toString();
  }
}
