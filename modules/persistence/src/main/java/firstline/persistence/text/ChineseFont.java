package firstline.persistence.text;

import firstline.persistence.refusal.Refusal;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A font of this machine that can draw Chinese; a server may well have none. */
public final class ChineseFont {
  private static final String SAMPLE = "第一线辟谣不实属实，。《》饕餮";
  private static final List<String> LIKED =
      List.of(
          "Noto Sans CJK SC",
          "Noto Sans SC",
          "Source Han Sans SC",
          "PingFang SC",
          "Microsoft YaHei",
          "WenQuanYi Micro Hei",
          "SimHei");

  static {
    // Nobody sits before a server: pictures are drawn in memory.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  private ChineseFont() {}

  /** The font in its plain form, any size; looked for once. */
  public static Optional<Font> find() {
    return Found.FONT;
  }

  /**
   * The font, if the machine has one.
   *
   * @throws Refusal {@code release.no-chinese-font} otherwise
   */
  public static Font require(Optional<Font> found) {
    return found.orElseThrow(() -> new Refusal("release.no-chinese-font"));
  }

  private static final class Found {
    static final Optional<Font> FONT = look();

    private static Optional<Font> look() {
      try {
        var families =
            Arrays.asList(
                GraphicsEnvironment.getLocalGraphicsEnvironment()
                    .getAvailableFontFamilyNames(Locale.ROOT));
        return Stream.concat(LIKED.stream().filter(families::contains), families.stream())
            .map(family -> new Font(family, Font.PLAIN, 12))
            .filter(font -> font.canDisplayUpTo(SAMPLE) < 0)
            .findFirst();
      } catch (LinkageError | InternalError e) {
        // No library for fonts at all: a JDK without them, or a container without fontconfig.
        return Optional.empty();
      }
    }
  }
}
