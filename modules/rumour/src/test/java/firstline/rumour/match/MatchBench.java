package firstline.rumour.match;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What {@code ./firstline bench match} runs: the quality of the matching on a collection with known
 * answers, and its speed on a million rebuttals, on a database and an index of their own.
 *
 * <p>Arguments: the folder of a collection (docs.tsv, queries.tsv, qrels), or "-"; how many
 * rebuttals to measure the speed on, 0 for none.
 */
public final class MatchBench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final int DEEP = 100;

  private MatchBench() {}

  public static void main(String[] arguments) throws IOException {
    var sql = TestDatabase.owner();
    SomethingPublished.house(sql);
    if (!arguments[0].equals("-")) {
      quality(sql, Path.of(arguments[0]));
    }
    var count = Integer.parseInt(arguments[1]);
    if (count > 0) {
      speed(sql, count);
    }
    System.exit(0);
  }

  private static void quality(Sql sql, Path collection) throws IOException {
    var ids = new HashMap<String, UUID>();
    var lines = new ArrayList<Object[]>();
    for (var line : Files.readAllLines(collection.resolve("docs.tsv"))) {
      var parts = line.split("\t", -1);
      var id = UUID.nameUUIDFromBytes(parts[0].getBytes(StandardCharsets.UTF_8));
      ids.put(parts[0], id);
      var sources = System.getenv("BENCH_SOURCES") == null ? "" : parts[3];
      lines.add(new Object[] {id, parts[2], start(parts[2], 60), parts[2], sources, "[]"});
    }
    SomethingPublished.publish(sql, lines);
    var answers = new HashMap<String, Set<UUID>>();
    for (var line : Files.readAllLines(collection.resolve("qrels"))) {
      var parts = line.split("\\s+");
      answers.computeIfAbsent(parts[0], key -> new HashSet<>()).add(ids.get(parts[2]));
    }
    var questions = new HashMap<String, String>();
    for (var line : Files.readAllLines(collection.resolve("queries.tsv"))) {
      var tab = line.indexOf('\t');
      questions.put(line.substring(0, tab), line.substring(tab + 1));
    }
    for (var meaning : List.of(false, true)) {
      var index = new MatchIndex(sql, Files.createTempDirectory("match-bench"), meaning);
      var began = System.nanoTime();
      index.words();
      var words = seconds(began);
      began = System.nanoTime();
      index.embed();
      index.keep();
      OUT.printf(
          Locale.ROOT,
          "%d rebuttals: words %.1f s, vectors %.1f s%n",
          ids.size(),
          words,
          seconds(began));
      measure(
          meaning ? "words and meaning" : "words alone", new TwoLegs(index), questions, answers);
      index.close();
    }
    for (var meaning : List.of(false, true)) {
      repeats(sql, meaning, questions, answers);
    }
  }

  /**
   * Half of the questions become known wordings of their answers, and are asked again as people
   * pass them on; the other half is asked with its answers left out: nobody has answered those.
   */
  private static void repeats(
      Sql sql, boolean meaning, Map<String, String> questions, Map<String, Set<UUID>> answers)
      throws IOException {
    var known = new ArrayList<String>();
    var unknown = new ArrayList<String>();
    for (var key : questions.keySet().stream().sorted().toList()) {
      (known.size() <= unknown.size() ? known : unknown).add(key);
    }
    for (var key : known) {
      for (var answer : answers.getOrDefault(key, Set.of())) {
        sql.update(
            "insert into rumour_wording (id, rumour_id, hash, text, area_code, first_seen, last_seen,"
                + " count) select gen_random_uuid(), rumour_id, sha256(convert_to(?::text, 'UTF8')),"
                + " ?::text, area_code, now(), now(), 1 from rebuttal where id = ?",
            questions.get(key),
            questions.get(key),
            answer);
      }
    }
    var index = new MatchIndex(sql, Files.createTempDirectory("match-bench"), meaning);
    index.words();
    index.embed();
    index.keep();
    var matching = new TwoLegs(index);
    var seen = new ArrayList<double[]>();
    var random = new Random(20260101);
    var reciprocal = 0.0;
    for (var key : known) {
      for (var way = 0; way < 4; way++) {
        var question = matching.question(passedOn(questions.get(key), way, random));
        var found = question.isEmpty() ? List.<TwoLegs.Weighed>of() : matching.weigh(question, 20);
        for (var place = 0; place < found.size(); place++) {
          if (answers.get(key).contains(found.get(place).published().id())) {
            reciprocal += 1.0 / (place + 1);
            break;
          }
        }
        seen.add(features(question, found, answers.get(key), true));
      }
    }
    for (var key : unknown) {
      var question = matching.question(questions.get(key));
      var found =
          matching.weigh(question, 30).stream()
              .filter(one -> !answers.get(key).contains(one.published().id()))
              .toList();
      seen.add(features(question, found, Set.of(), false));
    }
    tiers(meaning, reciprocal / (4 * known.size()), seen);
    index.close();
  }

  private static double[] features(
      Question question, List<TwoLegs.Weighed> found, Set<UUID> answers, boolean known) {
    var tier = Matching.Tier.NONE;
    var right = false;
    var measures = new double[5];
    if (!found.isEmpty()) {
      var likeness = found.get(0).likeness();
      tier = likeness.tier(question.size());
      right = answers.contains(found.get(0).published().id());
      measures =
          new double[] {
            likeness.alike(),
            likeness.covered(),
            likeness.cosine(),
            likeness.otherNumbers() ? 1 : 0,
            likeness.score()
          };
    }
    return new double[] {
      known ? 1 : 0,
      right ? 1 : 0,
      measures[0],
      measures[1],
      measures[2],
      measures[3],
      question.size(),
      measures[4],
      tier.ordinal()
    };
  }

  private static void tiers(boolean meaning, double reciprocal, List<double[]> seen)
      throws IOException {
    var known = seen.stream().filter(one -> one[0] == 1).toList();
    var absent = seen.stream().filter(one -> one[0] == 0).toList();
    var joined = seen.stream().filter(one -> one[8] == Matching.Tier.ANSWERED.ordinal()).toList();
    OUT.printf(
        Locale.ROOT,
        "%s, %d repeats of known wordings: MRR %.3f; suggested %.3f; joined %.3f, rightly %.3f;"
            + " of %d never answered: suggested %.3f, joined %.3f%n",
        meaning ? "words and meaning" : "words alone",
        known.size(),
        reciprocal,
        share(known, one -> one[1] == 1 && one[8] < Matching.Tier.NONE.ordinal()),
        share(known, one -> one[1] == 1 && one[8] == Matching.Tier.ANSWERED.ordinal()),
        share(joined, one -> one[1] == 1),
        absent.size(),
        share(absent, one -> one[8] < Matching.Tier.NONE.ordinal()),
        share(absent, one -> one[8] == Matching.Tier.ANSWERED.ordinal()));
    var file = System.getenv("BENCH_FEATURES");
    if (file != null) {
      Files.write(
          Path.of(file + (meaning ? ".both" : ".words")),
          seen.stream().map(Arrays::toString).toList());
    }
  }

  private static double share(List<double[]> lines, Predicate<double[]> which) {
    return lines.stream().filter(which).count() / (double) Math.max(1, lines.size());
  }

  /** A rumour as it comes again: framed, cut short, with a part missing, retyped. */
  private static String passedOn(String text, int way, Random random) {
    return switch (way) {
      case 0 -> "【紧急扩散】刚刚收到的消息！" + text + " 请转发给家人朋友！";
      case 1 -> text.substring(0, Math.max(Math.min(text.length(), 12), text.length() * 6 / 10));
      case 2 ->
          Arrays.stream(text.split("(?<=[。！？!?，,\\s])"))
              .filter(part -> random.nextInt(10) < 7)
              .collect(Collectors.joining());
      default -> retyped(text, random);
    };
  }

  private static String retyped(String text, Random random) {
    var letters = new StringBuilder();
    for (var letter : text.toCharArray()) {
      var chance = random.nextInt(100);
      if (chance >= 8) {
        letters.append(chance < 16 ? "的了也就都".charAt(random.nextInt(5)) : letter);
      }
    }
    return letters.toString();
  }

  private static void measure(
      String name,
      TwoLegs matching,
      Map<String, String> questions,
      Map<String, Set<UUID>> answers) {
    var reciprocal = 0.0;
    var within = new int[DEEP + 1];
    var nanos = new ArrayList<Long>();
    for (var question : questions.entrySet()) {
      var began = System.nanoTime();
      var ranked = matching.ranked(question.getValue(), DEEP);
      nanos.add(System.nanoTime() - began);
      for (var place = 0; place < ranked.size(); place++) {
        if (answers.getOrDefault(question.getKey(), Set.of()).contains(ranked.get(place))) {
          reciprocal += 1.0 / (place + 1);
          within[place + 1]++;
          break;
        }
      }
    }
    var count = (double) questions.size();
    OUT.printf(
        Locale.ROOT,
        "%s: %d questions, MRR %.3f, among the first 1/5/10/50 %.3f %.3f %.3f %.3f; %s%n",
        name,
        questions.size(),
        reciprocal / count,
        Arrays.stream(within, 1, 2).sum() / count,
        Arrays.stream(within, 1, 6).sum() / count,
        Arrays.stream(within, 1, 11).sum() / count,
        Arrays.stream(within, 1, 51).sum() / count,
        percentiles(nanos));
  }

  /** As many made-up rebuttals, found by words and, with made-up vectors, by both legs. */
  private static void speed(Sql sql, int count) throws IOException {
    made(sql, count);
    var folder = Files.createTempDirectory("match-bench");
    for (var meaning : List.of(false, true)) {
      var index = new MatchIndex(sql, folder, meaning);
      var began = System.nanoTime();
      while (!built(index)) {
        Thread.onSpinWait();
      }
      index.keep();
      OUT.printf(
          Locale.ROOT,
          "%d rebuttals, %s: ready in %.1f s, %.0f MB on disk, %.0f MB of signs%n",
          count,
          meaning ? "opened again with vectors" : "built",
          seconds(began),
          megabytes(folder),
          index.signs().size() * 64 / 1e6);
      var matching = new Matching(index);
      var random = new Random(1);
      var nanos = new ArrayList<Long>();
      for (var i = 0; i < 600; i++) {
        var asked = words(random, 200);
        var start = System.nanoTime();
        matching.match(asked, 5);
        if (i >= 100) {
          nanos.add(System.nanoTime() - start);
        }
      }
      OUT.printf(
          Locale.ROOT,
          "%d rebuttals, %s, 200 characters: %s%n",
          count,
          meaning ? "both legs" : "words alone",
          percentiles(nanos));
      var id = UUID.randomUUID();
      var claim = words(random, 60) + id;
      SomethingPublished.publish(
          sql, List.<Object[]>of(new Object[] {id, claim, "事实", "说明", "来源", "[]"}));
      var since = System.nanoTime();
      while (!new TwoLegs(index).ranked(claim, 1).contains(id)) {
        Thread.onSpinWait();
      }
      OUT.printf(Locale.ROOT, "a new rebuttal is found after %.0f ms%n", seconds(since) * 1e3);
      index.close();
    }
  }

  private static boolean built(MatchIndex index) {
    try {
      index.words();
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }

  private static double megabytes(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum()
          / 1e6;
    }
  }

  /** Text of two-character words, the frequent ones often (Zipf). */
  private static String words(Random random, int letters) {
    var text = new StringBuilder();
    while (text.length() < letters) {
      var rank = (int) Math.pow(200_000, random.nextDouble());
      text.appendCodePoint(0x4E00 + rank * 7919 % 3_500)
          .appendCodePoint(0x4E00 + rank * 104_729 % 3_500);
      if (random.nextInt(8) == 0) {
        text.append('，');
      }
    }
    return text.substring(0, letters);
  }

  private static void made(Sql sql, int count) {
    var random = new Random(7);
    for (var done = 0; done < count; done += 10_000) {
      var lines = new ArrayList<Object[]>();
      var vectors = new ArrayList<Object[]>();
      for (var i = 0; i < Math.min(10_000, count - done); i++) {
        var id = new UUID(random.nextLong(), random.nextLong());
        lines.add(
            new Object[] {
              id, words(random, 40), words(random, 25), words(random, 100), "市政府", "[]"
            });
        var exact = new float[Embedder.DIMENSIONS];
        for (var k = 0; k < exact.length; k++) {
          exact[k] = (random.nextFloat() - 0.5f) * 0.15f;
        }
        var vector = Vector.of(exact);
        var signs = ByteBuffer.allocate(vector.signs().length * Long.BYTES);
        signs.asLongBuffer().put(vector.signs());
        vectors.add(new Object[] {id, new byte[] {1}, signs.array(), vector.scaled()});
      }
      SomethingPublished.publish(sql, lines);
      sql.batch(
          "insert into rumour_vector (rebuttal_id, piece, hash, signs, scaled)"
              + " values (?, 0, ?, ?, ?)",
          vectors);
    }
    sql.update("update rumour_change set embedded = true, vectors = pg_current_xact_id()");
    sql.update("vacuum analyze rebuttal");
    sql.update("vacuum analyze rebuttal_version");
    sql.update("vacuum analyze rumour_vector");
    sql.update("vacuum analyze rumour_change");
  }

  private static String percentiles(List<Long> nanos) {
    var sorted = nanos.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p99 %.1f ms",
        sorted.get(sorted.size() / 2) / 1e6,
        sorted.get(sorted.size() * 99 / 100) / 1e6);
  }

  private static String start(String text, int most) {
    return text.substring(0, Math.min(most, text.length()));
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
