package firstline.publicity.rendition;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was made of a file.
 *
 * @param facts what was found out on the way
 * @param fingerprint of how its first picture looks, or null
 */
record Made(List<One> files, Facts facts, @Nullable Long fingerprint) {
  /** One rendition; they are counted from 1 where a role has several. */
  record One(Role role, int ordinal, Path file) {}

  /**
   * Facts; 0 or empty where it has none.
   *
   * @param width in pixels, as it is seen
   * @param colour the one that is seen most, as {@code #rrggbb}
   */
  record Facts(int width, int height, String colour, int pages, int seconds) {
    static final Facts NONE = new Facts(0, 0, "", 0, 0);

    /** A square within a tenth. */
    String orientation() {
      if (width == 0 || height == 0) {
        return "";
      }
      return width > 1.1 * height ? "LANDSCAPE" : height > 1.1 * width ? "PORTRAIT" : "SQUARE";
    }
  }
}
