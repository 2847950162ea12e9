package firstline.speaker.network;

import java.util.function.LongSupplier;

/**
 * The machine's two clocks.
 *
 * @param ticks monotonic milliseconds
 * @param wall Unix milliseconds, as wrong as somebody set them
 * @param speed how many of these milliseconds pass in a real one; 1 but in a simulation
 */
public record Machine(LongSupplier ticks, LongSupplier wall, int speed) {

  /** The real one. */
  public static Machine real(LongSupplier wall) {
    return new Machine(() -> System.nanoTime() / 1_000_000, wall, 1);
  }

  /**
   * One whose time runs faster.
   *
   * @param real Unix milliseconds of the true clock at some moment
   * @param shown what this one showed then
   */
  public static Machine fast(LongSupplier wall, long real, long shown, int speed) {
    return new Machine(
        () -> System.nanoTime() / 1_000_000 * speed,
        () -> shown + (wall.getAsLong() - real) * speed,
        speed);
  }

  /** The same with another wall clock. */
  public Machine with(LongSupplier otherWall) {
    return new Machine(ticks, otherWall, speed);
  }

  /** How long to wait for so many of its milliseconds; real microseconds. */
  public long micros(long milliseconds) {
    return milliseconds * 1_000 / speed;
  }
}
