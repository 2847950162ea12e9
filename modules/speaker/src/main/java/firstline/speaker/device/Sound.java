package firstline.speaker.device;

import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Play;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One sounding.
 *
 * @param from milliseconds into the first part
 */
public record Sound(Play play, Item item, List<Part> parts, long from) {

  /**
   * One file.
   *
   * @param length milliseconds; 0 when nobody knows
   */
  public record Part(Path file, long length) {}

  public Sound {
    parts = List.copyOf(parts);
  }

  /** All parts, from so many milliseconds on: what was heard in whole is left out. */
  static Sound from(Play play, Item item, List<Part> all, long from) {
    var left = new ArrayList<>(all);
    long rest = from;
    while (left.size() > 1 && left.get(0).length() > 0 && rest >= left.get(0).length()) {
      rest -= left.remove(0).length();
    }
    return new Sound(play, item, left, rest);
  }
}
