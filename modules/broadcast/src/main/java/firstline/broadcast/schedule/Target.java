package firstline.broadcast.schedule;

import java.util.List;

/**
 * Where something is to be heard, or is not.
 *
 * @param target 12-digit code of an area, which stands for all below it, or the id of a group
 */
public record Target(boolean included, Kind kind, String target) {
  /** What a target names. */
  public enum Kind {
    AREA,
    GROUP
  }

  /** The areas with these codes. */
  public static List<Target> areas(List<String> codes) {
    return codes.stream().map(code -> new Target(true, Kind.AREA, code)).toList();
  }
}
