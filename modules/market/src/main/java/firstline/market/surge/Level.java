package firstline.market.surge;

/** How far it stands out, the mildest first. Words: {@code surge.level.<name>}. */
public enum Level {
  WATCH,
  ALERT,
  CRISIS;

  /** The level of a value that has at least reached {@code watch}. */
  static Level of(double value, double alert, double crisis) {
    return value >= crisis ? CRISIS : value >= alert ? ALERT : WATCH;
  }
}
