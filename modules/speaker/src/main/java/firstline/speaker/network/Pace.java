package firstline.speaker.network;

import java.util.Random;

/** Waits that differ from speaker to speaker, so that they do not all come at once. */
final class Pace {
  private static final long SHORTEST = 2_000;
  private static final int MOST_DOUBLINGS = 5;

  private final Random random;
  private int failures;

  Pace(Random random) {
    this.random = random;
  }

  /** Anything between, both ends included; milliseconds. */
  long between(long least, long most) {
    return least + (long) (random.nextDouble() * (most - least + 1));
  }

  /** That long, moved by up to a fifth. */
  long about(long wait) {
    return between(wait - wait / 5, wait + wait / 5);
  }

  /** The wait after one more failure: up to about a minute. */
  synchronized long backOff() {
    failures = Math.min(failures + 1, MOST_DOUBLINGS);
    long most = SHORTEST << failures;
    return between(most / 2, most);
  }

  synchronized void succeeded() {
    failures = 0;
  }
}
