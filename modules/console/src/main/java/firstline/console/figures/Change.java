package firstline.console.figures;

/** A number and the one before it. */
public record Change(long now, long before) {
  /** Which way it went. Words: {@code change.<name>}. */
  public enum Way {
    UP,
    DOWN,
    SAME
  }

  public Way way() {
    return now > before ? Way.UP : now < before ? Way.DOWN : Way.SAME;
  }

  /** By how much, without a sign. */
  public long by() {
    return Math.abs(now - before);
  }

  /** The same in percent of the number before, rounded; -1 if there was none. */
  public long percent() {
    return before == 0 ? -1 : Math.round(100.0 * by() / Math.abs(before));
  }
}
