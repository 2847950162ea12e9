package firstline.speaker.network;

import java.util.function.LongSupplier;

/**
 * The machine's two clocks.
 *
 * @param ticks monotonic milliseconds
 * @param wall Unix milliseconds, as wrong as somebody set them
 */
public record Machine(LongSupplier ticks, LongSupplier wall) {

  /** The real one. */
  public static Machine real(LongSupplier wall) {
    return new Machine(() -> System.nanoTime() / 1_000_000, wall);
  }
}
