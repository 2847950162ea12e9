package firstline.rumour.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Single ideographs of a question, weighed as BM25 does. Each says little, but two wordings of one
 * thing share many that stand in other company. They only put the nearest in order: an index of
 * them would be as large as that of the pairs.
 *
 * <p>How rare an ideograph is, is a property of the language ({@code letters.txt}: line n has those
 * whose idf is n/2), not of the collection: drawn from 200 of its documents or from all 12,262, the
 * ranking was the same.
 */
final class Letters {
  /** How much the single ideographs weigh against the pairs. */
  static final double WEIGHT = 0.35;

  private static final double STEP = 0.5;
  private static final double RARE = 7.5;
  private static final int MOST = 64;
  private static final double K1 = 1.2;
  private static final double B = 0.6;
  private static final double MEAN_LENGTH = 80;
  private static final Map<Integer, Double> IDF = read();

  private final Map<Integer, Double> weights;

  /** The rarest ideographs of the folded question; a repeated one counts for at most two. */
  Letters(String folded) {
    weights =
        counts(folded).entrySet().stream()
            .sorted(
                Comparator.comparingDouble((Map.Entry<Integer, Integer> one) -> -idf(one.getKey()))
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST)
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    one ->
                        2.0
                            * one.getValue()
                            / (one.getValue() + 1)
                            * Math.pow(idf(one.getKey()), 1.3)));
  }

  /** How much a folded text has of them, on the scale of the index's scores. */
  double score(String folded) {
    var counts = counts(folded);
    var length = counts.values().stream().mapToInt(Integer::intValue).sum();
    var norm = K1 * (1 - B + B * length / MEAN_LENGTH);
    return counts.entrySet().stream()
        .mapToDouble(
            one ->
                weights.getOrDefault(one.getKey(), 0.0) * one.getValue() / (one.getValue() + norm))
        .sum();
  }

  private static double idf(int letter) {
    return IDF.getOrDefault(letter, RARE);
  }

  private static Map<Integer, Integer> counts(String folded) {
    var counts = new HashMap<Integer, Integer>();
    folded
        .codePoints()
        .filter(Character::isIdeographic)
        .forEach(letter -> counts.merge(letter, 1, Integer::sum));
    return counts;
  }

  private static Map<Integer, Double> read() {
    var idf = new HashMap<Integer, Double>();
    var stream = Objects.requireNonNull(Letters.class.getResourceAsStream("letters.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      var value = 0.0;
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var here = value;
        line.codePoints().forEach(letter -> idf.put(letter, here));
        value += STEP;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(idf);
  }
}
