package firstline.market.clock;

/**
 * What happened to a running term.
 *
 * @param amount of an extension whose length the decision sets, in the rule's units; 0 otherwise
 */
public record TermEvent(Kind kind, Moment at, int amount) {
  /** What can happen. */
  public enum Kind {
    EXTENDED,
    SUSPENDED,
    RESUMED
  }
}
