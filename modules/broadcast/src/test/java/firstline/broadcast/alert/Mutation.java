package firstline.broadcast.alert;

import firstline.testkit.seed.Draw;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** A message with something done to it: to its bytes, its characters or its elements. */
final class Mutation {
  private static final Pattern LEAF = Pattern.compile("<(\\w+)>[^<]*</\\1>");
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "9".repeat(400),
          "1900-01-01T00:00:00+08:00",
          "9999-12-31T23:59:59-14:00",
          "2026-02-30T00:00:00+08:00",
          "2026-01-01T24:00:00+08:00",
          "2026-01-01T00:00:00+99:99",
          "0000-01-01T00:00:00+08:00",
          "NaN,NaN NaN",
          "1,2 3,4 5,6 1,2",
          "a,b,c",
          "a,b,2026-01-01T00:00:00+08:00",
          "&amp;&#x20000;",
          "&#0;",
          "&lt;!DOCTYPE",
          "Actual",
          "Public",
          "]]>",
          "<![CDATA[<a>]]>",
          "<?x y?>",
          "<!-- c -->");

  private Mutation() {}

  static byte[] of(Draw draw) {
    var message =
        draw.chance(0.5)
            ? SampleCaps.RAIN
            : new String(CapWriter.write(SampleCaps.any(draw)), StandardCharsets.UTF_8);
    for (var i = draw.between(1, 3); i > 0; i--) {
      message = changed(message, draw);
    }
    var bytes = message.getBytes(StandardCharsets.UTF_8);
    if (draw.chance(0.2)) {
      bytes[draw.between(0, bytes.length - 1)] = (byte) draw.between(0, 255);
    }
    return bytes;
  }

  private static String changed(String message, Draw draw) {
    var leaves = LEAF.matcher(message).results().toList();
    if (leaves.isEmpty()) {
      return message;
    }
    var leaf = draw.of(leaves);
    var before = message.substring(0, leaf.start());
    var after = message.substring(leaf.end());
    var name = leaf.group(1);
    return switch (draw.between(0, 7)) {
      case 0 -> before + after;
      case 1 -> before + leaf.group() + leaf.group() + after;
      case 2 -> before + '<' + name + '>' + draw.of(VALUES) + "</" + name + '>' + after;
      case 3 -> before + leaf.group().replace(name, draw.of(SampleCaps.ELEMENTS)) + after;
      case 4 -> before + after.replaceFirst("(<\\w+>)", "$1" + leaf.group().replace("$", ""));
      case 5 ->
          before
              + "<"
              + name
              + " a='b'>"
              + draw.text(0, 5).replace("<", "")
              + "</"
              + name
              + ">"
              + after;
      case 6 -> message.substring(0, draw.between(0, message.length()));
      default -> before + draw.of(VALUES) + leaf.group() + after;
    };
  }
}
