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
