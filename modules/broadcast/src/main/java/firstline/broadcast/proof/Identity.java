package firstline.broadcast.proof;

import firstline.persistence.database.Row;
import java.sql.SQLException;
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

  /** From six columns in the order of the record, unknown left out, the first at this place. */
  public static Identity of(Row row, int first) throws SQLException {
    return of(
        row.number(first),
        row.number(first + 1),
        row.number(first + 2),
        row.number(first + 3),
        row.number(first + 4),
        row.number(first + 5));
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
