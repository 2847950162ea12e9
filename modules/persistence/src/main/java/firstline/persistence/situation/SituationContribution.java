package firstline.persistence.situation;

import java.util.List;

/**
 * A module tells a duty leader what counts now, within the rights and areas of the officer at the
 * desk; one statement each, since a board asks again and again. Without the right to read: nothing.
 */
public interface SituationContribution {
  /**
   * A number on the board.
   *
   * @param key words: {@code situation.<key>}
   * @param order place on the board
   * @param compared what the number is held against
   * @param against the other number
   * @param pressing true if the number itself calls for somebody
   * @param href where it is counted from
   */
  record Tile(
      String key,
      int order,
      long value,
      Compared compared,
      long against,
      boolean pressing,
      String href) {}

  /** What a number is held against. Words: {@code situation.<name>}. */
  enum Compared {
    /** The same count of the day before. */
    YESTERDAY,
    /** All of which the number is a part. */
    OF
  }

  /**
   * What presses in an area, whatever its level.
   *
   * @param key words: {@code situation.heat.<key>}
   */
  record Heat(String key, String areaCode, long count) {}

  /**
   * The numbers.
   *
   * @param root path of the area that the board shows; the caller has seen to it that it is within
   *     the officer's own
   */
  List<Tile> tiles(String root);

  /** What presses, below the area with this path. */
  List<Heat> heat(String root);
}
