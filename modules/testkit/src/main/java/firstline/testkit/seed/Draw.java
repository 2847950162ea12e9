package firstline.testkit.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** Draws the values of one case; the same seed draws the same values. */
public final class Draw {
  private static final String LETTERS = "abcXYZ019 _-'\"%<&;第一线口罩病毒İıß\u00e9\u200b😀";

  private final long seed;
  private final Random random;

  Draw(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  public long seed() {
    return seed;
  }

  /** From {@code least} to {@code most}, both included. */
  public int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  public <T> T of(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  @SafeVarargs
  public final <T> T of(T... values) {
    return values[random.nextInt(values.length)];
  }

  /** Between {@code least} and {@code most} values, each made from this draw. */
  public <T> List<T> list(int least, int most, Function<Draw, T> make) {
    var values = new ArrayList<T>();
    for (var i = between(least, most); i > 0; i--) {
      values.add(make.apply(this));
    }
    return values;
  }

  /** The values in another order. */
  public <T> List<T> shuffled(List<T> values) {
    var shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** Text with the characters that hurt: quotes, markup, Chinese, Turkish i, an emoji. */
  public String text(int least, int most) {
    var characters = LETTERS.codePoints().toArray();
    var text = new StringBuilder();
    for (var i = between(least, most); i > 0; i--) {
      text.appendCodePoint(characters[random.nextInt(characters.length)]);
    }
    return text.toString();
  }

  public UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  /** Within {@code spread} after the first instant, to the microsecond, as PostgreSQL stores. */
  public Instant instant(Instant first, Duration spread) {
    var micros = spread.toNanos() / 1_000;
    return first.plusNanos((long) (random.nextDouble() * micros) * 1_000);
  }

  /** For what this kit does not draw. */
  public Random random() {
    return random;
  }
}
