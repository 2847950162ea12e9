package firstline.rumour.match;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestFolder;
import firstline.persistence.digest.Sha256;
import firstline.persistence.refusal.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** How fast a question is answered among made-up rebuttals, and how soon a new one is found. */
final class MatchSpeed {
  private MatchSpeed() {}

  /** As many made-up rebuttals, found by words and, with made-up vectors, by both legs. */
  static void measure(Sql sql, int count) throws IOException {
    made(sql, count);
    try (var folder = TestFolder.named("match-bench")) {
      measure(sql, count, folder.path());
    }
  }

  private static void measure(Sql sql, int count, Path folder) throws IOException {
    // Measured on an index that lies still: after the building its parts are merged for a while.
    opened(sql, folder, count, "built", false).close();
    for (var meaning : List.of(false, true)) {
      var how = meaning ? "opened again with vectors" : "opened again";
      var index = opened(sql, folder, count, how, meaning);
      var name = count + " rebuttals, " + (meaning ? "both legs, " : "words alone, ");
      var matching = new Matching(index, new OpenIndex(sql));
      MatchBench.say(
          "%s200 characters: %s", name, timed(200, 500, text -> matching.match(text, 5)));
      MatchBench.say(
          "%s20,000 characters: %s", name, timed(20_000, 100, text -> matching.match(text, 5)));
      var id = UUID.randomUUID();
      var claim = words(new Random(count), 60) + id;
      SomethingPublished.publish(
          sql, List.<Object[]>of(new Object[] {id, claim, "事实", "说明", "来源", "[]"}));
      var since = System.nanoTime();
      while (!new TwoLegs(index).ranked(claim, 1).contains(id)) {
        Thread.onSpinWait();
      }
      MatchBench.say("a new rebuttal is found after %.0f ms", MatchBench.seconds(since) * 1e3);
      if (!meaning) {
        waiting(sql);
        MatchBench.say(
            "among 2000 open rumours of 10 wordings, 200 characters: %s",
            timed(200, 200, text -> matching.open(text, 5)));
      }
      index.close();
    }
  }

  private static MatchIndex opened(Sql sql, Path folder, int count, String how, boolean meaning)
      throws IOException {
    var index = new MatchIndex(sql, folder, meaning);
    var began = System.nanoTime();
    var processor = MatchBench.processor();
    while (!built(index)) {
      Thread.yield();
    }
    index.keep();
    MatchBench.say(
        "%d rebuttals, %s: ready in %.1f s, of them %.1f s of processor, %.0f MB on disk, %.0f MB of signs",
        count,
        how,
        MatchBench.seconds(began),
        MatchBench.processor() - processor,
        megabytes(folder),
        index.signs().size() * 64 / 1e6);
    return index;
  }

  private static String timed(int letters, int times, Consumer<String> asked) {
    var random = new Random(letters);
    var texts = Stream.generate(() -> words(random, letters)).limit(times).toList();
    // As on a server that has run for a while: the compiler has seen the work.
    texts.forEach(asked);
    var nanos = new ArrayList<Long>();
    var processor = MatchBench.processor();
    for (var text : texts) {
      var start = System.nanoTime();
      asked.accept(text);
      nanos.add(System.nanoTime() - start);
    }
    return String.format(
        Locale.ROOT,
        "%s, best %.1f ms, mean of the processor %.1f ms",
        MatchBench.percentiles(nanos),
        Collections.min(nanos) / 1e6,
        (MatchBench.processor() - processor) * 1e3 / times);
  }

  /** 2,000 rumours that wait for an answer, of ten wordings each. */
  private static void waiting(Sql sql) {
    var random = new Random(9);
    var rumours = new ArrayList<Object[]>();
    var wordings = new ArrayList<Object[]>();
    for (var i = 0; i < 2_000; i++) {
      var id = new UUID(random.nextLong(), random.nextLong());
      rumours.add(new Object[] {id, "R-" + id});
      for (var k = 0; k < 10; k++) {
        var text = words(random, 60);
        wordings.add(new Object[] {UUID.randomUUID(), id, Sha256.of(text), text});
      }
    }
    sql.batch(
        """
        insert into rumour (id, version, area_code, department_id, department_name, number, title,
          state, imported, changed_at, opened_at)
        values (?, 1, '980000000000', '00000000-0000-7000-8000-00000000aaaa', '测', ?, '传言',
          'OPEN', false, now(), now())
        """,
        rumours);
    sql.batch(
        """
        insert into rumour_wording (id, rumour_id, hash, text, area_code, first_seen, last_seen,
          count) values (?, ?, ?, ?, '980000000000', now(), now(), 1)
        """,
        wordings);
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

  private static final List<String> PHRASES = phrases(new Random(3));

  /** Phrases of two-character words, the frequent ones often (Zipf). */
  private static List<String> phrases(Random random) {
    var phrases = new ArrayList<String>();
    while (phrases.size() < 400_000) {
      var phrase = new StringBuilder();
      for (var words = 2 + random.nextInt(5); words > 0; words--) {
        var rank = (int) Math.pow(200_000, random.nextDouble());
        phrase
            .appendCodePoint(0x4E00 + rank * 7919 % 3_500)
            .appendCodePoint(0x4E00 + rank * 104_729 % 3_500);
      }
      phrases.add(phrase.append('，').toString());
    }
    return phrases;
  }

  /**
   * Text of these phrases. So it has as many different pairs of letters as real text of its length:
   * in 50,000 to 800,000 letters between 0.89 and 1.15 times as many as the development collection.
   */
  static String words(Random random, int letters) {
    var text = new StringBuilder();
    while (text.length() < letters) {
      text.append(PHRASES.get((int) (PHRASES.size() * Math.pow(random.nextDouble(), 3))));
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
}
