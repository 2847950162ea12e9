package firstline.broadcast.proof;

import java.util.List;

/**
 * What became of the planned plays: planned = finished + pre-empted + skipped + failed +
 * interrupted + unknown. What nobody handed in is unknown, and never played.
 */
public record Identity(
    long planned,
    long finished,
    long preEmpted,
    long skipped,
    long failed,
    long interrupted,
    long unknown) {

  /** Of nothing. */
  public static final Identity NONE = new Identity(0, 0, 0, 0, 0, 0, 0);

  /** From what was planned and its ends; what is left is unknown. */
  public static Identity of(
      long planned, long finished, long preEmpted, long skipped, long failed, long interrupted) {
    return new Identity(
        planned,
        finished,
        preEmpted,
        skipped,
        failed,
        interrupted,
        planned - finished - preEmpted - skipped - failed - interrupted);
  }

  /** Both together. */
  public Identity plus(Identity other) {
    return new Identity(
        planned + other.planned,
        finished + other.finished,
        preEmpted + other.preEmpted,
        skipped + other.skipped,
        failed + other.failed,
        interrupted + other.interrupted,
        unknown + other.unknown);
  }

  /** One part of it. */
  public record Part(String end, long count) {}

  /** The parts in their order. */
  public List<Part> parts() {
    return List.of(
        new Part("FINISHED", finished),
        new Part("PRE_EMPTED", preEmpted),
        new Part("SKIPPED", skipped),
        new Part("FAILED", failed),
        new Part("INTERRUPTED", interrupted),
        new Part("UNKNOWN", unknown));
  }

  /** Share that was finished in percent, from 0 to 100; of nothing planned 0. */
  public int coverage() {
    return planned == 0 ? 0 : (int) (100 * finished / planned);
  }
}
