package firstline.publicity.ledger;

import java.util.List;

/** Where the copies of a batch are: printed = stock + handed out + destroyed + lost. */
public record Balance(long printed, long stock, long handedOut, long destroyed, long lost) {
  /**
   * One part of it. Words: {@code ledger.part.<name>}.
   *
   * @param kind of the movements that made it; empty for what is still there
   */
  public record Part(String name, String kind, long count) {}

  /** The parts in their order. */
  public List<Part> parts() {
    return List.of(
        new Part("STOCK", "", stock),
        new Part("HANDED_OUT", "HAND_OUT", handedOut),
        new Part("DESTROYED", "DESTROY", destroyed),
        new Part("LOST", "LOSE", lost));
  }
}
