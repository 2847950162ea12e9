package firstline.publicity.upload;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.text.PlainText;
import firstline.publicity.material.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a file probably is, for its officer to mend.
 *
 * @param title the name without its ending
 */
record Guess(String title, Kind kind) {
  private static final int TITLE = 100;

  /** Longer by so much than high, or higher than long. */
  private static final double LONG = 2.5;

  private static final List<Map.Entry<Kind, String>> SAID =
      List.of(
          Map.entry(Kind.LEAFLET, "传单|单页|折页|手册|leaflet|flyer|brochure"),
          Map.entry(Kind.BANNER, "横幅|条幅|展架|banner"),
          Map.entry(Kind.INFOGRAPHIC, "图解|长图|一图|infographic"),
          Map.entry(Kind.POSTER, "海报|挂图|宣传画|poster"),
          Map.entry(Kind.ANIMATION, "动画|动漫|动图|animation|cartoon"),
          Map.entry(Kind.DOCUMENT, "文件|方案|通知|指南|document|guide|notice"));

  /**
   * Guesses by the words of the name, else by type and shape.
   *
   * @param width of a picture in pixels, else 0
   */
  @Requirement("R67.7")
  static Guess of(String name, String mediaType, int width, int height) {
    var dot = name.lastIndexOf('.');
    var line = PlainText.line((dot > 0 ? name.substring(0, dot) : name).replace('_', ' '));
    var title = PlainText.start(line.isEmpty() ? name : line, TITLE);
    var small = name.toLowerCase(Locale.ROOT);
    return new Guess(
        title,
        SAID.stream()
            .filter(said -> said.getKey().takes(mediaType))
            .filter(
                said -> List.of(said.getValue().split("\\|")).stream().anyMatch(small::contains))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseGet(() -> byType(mediaType, width, height)));
  }

  private static Kind byType(String mediaType, int width, int height) {
    if (mediaType.equals("image/gif")) {
      return Kind.ANIMATION;
    }
    if (mediaType.startsWith("image/")) {
      return width > LONG * height
          ? Kind.BANNER
          : height > LONG * width ? Kind.INFOGRAPHIC : Kind.POSTER;
    }
    if (mediaType.startsWith("video/")) {
      return Kind.FILM;
    }
    if (mediaType.startsWith("audio/")) {
      return Kind.AUDIO;
    }
    return mediaType.equals("application/pdf") ? Kind.LEAFLET : Kind.DOCUMENT;
  }
}
