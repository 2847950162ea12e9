package firstline.rumour.match;

import firstline.persistence.database.Sql;
import firstline.persistence.digest.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** A collection of rebuttals, published, with questions whose answers among them are known. */
final class KnownAnswers {
  private final Sql sql;
  private final Map<String, UUID> ids = new HashMap<>();
  private final Map<String, String> questions = new TreeMap<>();
  private final Map<String, Set<UUID>> answers = new HashMap<>();

  private KnownAnswers(Sql sql) {
    this.sql = sql;
  }

  /** Reads docs.tsv, queries.tsv and qrels of the folder, and publishes the documents. */
  static KnownAnswers publish(Sql sql, Path folder) throws IOException {
    var known = new KnownAnswers(sql);
    var lines = new ArrayList<Object[]>();
    for (var line : Files.readAllLines(folder.resolve("docs.tsv"))) {
      var parts = line.split("\t", -1);
      var id = UUID.nameUUIDFromBytes(parts[0].getBytes(StandardCharsets.UTF_8));
      known.ids.put(parts[0], id);
      var fact = parts[2].substring(0, Math.min(60, parts[2].length()));
      lines.add(new Object[] {id, parts[2], fact, parts[2], "", "[]"});
    }
    SomethingPublished.publish(sql, lines);
    for (var line : Files.readAllLines(folder.resolve("qrels"))) {
      var parts = line.split("\\s+");
      known.answers.computeIfAbsent(parts[0], key -> new HashSet<>()).add(known.ids.get(parts[2]));
    }
    for (var line : Files.readAllLines(folder.resolve("queries.tsv"))) {
      var tab = line.indexOf('\t');
      known.questions.put(line.substring(0, tab), line.substring(tab + 1));
    }
    return known;
  }

  Sql sql() {
    return sql;
  }

  int size() {
    return ids.size();
  }

  Set<String> keys() {
    return questions.keySet();
  }

  /** The questions on which weights are chosen, or those on which the outcome is measured. */
  List<String> half(boolean reporting) {
    return keys().stream().filter(key -> reporting(key) == reporting).toList();
  }

  static boolean reporting(String key) {
    return bit(key, 0);
  }

  /** One bit of the hash of a key: what is drawn by it depends on nothing else. */
  static boolean bit(String key, int which) {
    return (Sha256.of(key)[which] & 1) == 1;
  }

  String question(String key) {
    return questions.get(key);
  }

  Set<UUID> answers(String key) {
    return answers.getOrDefault(key, Set.of());
  }

  /** From now on the question is a known wording of its answers. */
  void learn(String key) {
    for (var answer : answers(key)) {
      sql.update(
          "insert into rumour_wording (id, rumour_id, hash, text, area_code, first_seen, last_seen,"
              + " count) select gen_random_uuid(), rumour_id, sha256(convert_to(?::text, 'UTF8')),"
              + " ?::text, area_code, now(), now(), 1 from rebuttal where id = ?",
          question(key),
          question(key),
          answer);
    }
  }
}
