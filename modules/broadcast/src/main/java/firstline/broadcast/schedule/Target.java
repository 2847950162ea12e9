package firstline.broadcast.schedule;

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
}
