package firstline.rumour.match;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.database.TestFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What {@code ./firstline bench match} runs: the quality of the matching on a collection with known
 * answers, and its speed on a million rebuttals, on a database and an index of their own.
 *
 * <p>Weights and thresholds were chosen on the learning half of the questions; the figures that
 * count are those of the reporting half.
 *
 * <p>Arguments: the folder of a collection (docs.tsv, queries.tsv, qrels), or "-"; how many
 * rebuttals to measure the speed on, 0 for none.
 */
public final class MatchBench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final int DEEP = 100;

  private MatchBench() {}

  public static void main(String[] arguments) throws IOException {
    var sql = TestDatabase.keptOwner();
    SomethingPublished.house(sql);
    if (!arguments[0].equals("-")) {
      quality(KnownAnswers.publish(sql, Path.of(arguments[0])));
    }
    say(
        "load of the machine %.1f",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    var count = Integer.parseInt(arguments[1]);
    if (count > 0) {
      MatchSpeed.measure(sql, count);
    }
    System.exit(0);
  }

  private static void quality(KnownAnswers known) throws IOException {
    for (var meaning : List.of(false, true)) {
      try (var index = open(known, meaning)) {
        var legs = new TwoLegs(index.index());
        for (var reporting : List.of(false, true)) {
          var name = meaning ? "words and meaning" : "words alone";
          measure(
              name + (reporting ? ", reporting half" : ", learning half"),
              legs,
              known,
              known.half(reporting));
        }
      }
    }
    Repeats.measure(known);
  }

  /** An index that is closed by the end of a block. */
  record Opened(MatchIndex index, TestFolder folder) implements AutoCloseable {
    @Override
    public void close() {
      index.close();
      folder.close();
    }
  }

  /** A new index of everything that is published, its vectors too. */
  static Opened open(KnownAnswers known, boolean meaning) throws IOException {
    var folder = TestFolder.named("match-bench");
    var index = new MatchIndex(known.sql(), folder.path(), meaning);
    var began = System.nanoTime();
    index.words();
    var words = seconds(began);
    began = System.nanoTime();
    index.embed();
    index.keep();
    say("%d rebuttals: words %.1f s, vectors %.1f s", known.size(), words, seconds(began));
    return new Opened(index, folder);
  }

  private static void measure(
      String name, TwoLegs matching, KnownAnswers known, Collection<String> keys) {
    var reciprocal = 0.0;
    var within = new int[DEEP + 1];
    var nanos = new ArrayList<Long>();
    for (var key : keys) {
      var began = System.nanoTime();
      var ranked = matching.ranked(known.question(key), DEEP);
      nanos.add(System.nanoTime() - began);
      for (var place = 0; place < ranked.size(); place++) {
        if (known.answers(key).contains(ranked.get(place))) {
          reciprocal += 1.0 / (place + 1);
          for (var deep = place + 1; deep <= DEEP; deep++) {
            within[deep]++;
          }
          break;
        }
      }
    }
    var count = (double) keys.size();
    say(
        "%s: %d questions, MRR %.3f, among the first 1/5/10/50 %.3f %.3f %.3f %.3f; %s",
        name,
        keys.size(),
        reciprocal / count,
        within[1] / count,
        within[5] / count,
        within[10] / count,
        within[50] / count,
        percentiles(nanos));
  }

  static void say(String line, Object... values) {
    OUT.printf(Locale.ROOT, line + "%n", values);
  }

  static String percentiles(List<Long> nanos) {
    var sorted = nanos.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p99 %.1f ms",
        sorted.get(sorted.size() / 2) / 1e6,
        sorted.get(sorted.size() * 99 / 100) / 1e6);
  }

  /**
   * Seconds of processor time of this process: where others work too, it says more than a clock.
   */
  static double processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
