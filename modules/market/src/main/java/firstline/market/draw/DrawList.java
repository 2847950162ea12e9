package firstline.market.draw;

import firstline.persistence.digest.Sha256;
import firstline.persistence.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What is drawn from. Ids are in the order of their text, whose bytes are ASCII; so the order in
 * which they came is forgotten.
 *
 * @param shares per cent of each group, 0 to 100; a group without one gives nobody
 * @param operators by group
 * @param excluded operators that are not drawn, such as those inspected lately
 * @param officers qualified ones
 * @param barred officers by the operator that they have to do with
 */
public record DrawList(
    SortedMap<String, Integer> shares,
    SortedMap<String, SortedSet<String>> operators,
    SortedSet<String> excluded,
    SortedSet<String> officers,
    SortedMap<String, SortedSet<String>> barred) {
  /** Whoever collects it. */
  public static final class Collector {
    private final SortedMap<String, Integer> shares = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> operators = new TreeMap<>();
    private final SortedSet<String> excluded = new TreeSet<>();
    private final SortedSet<String> officers = new TreeSet<>();
    private final SortedMap<String, SortedSet<String>> barred = new TreeMap<>();

    /**
     * A group gives so many per cent.
     *
     * @throws Refusal {@code draw.share} outside 0 to 100
     */
    public Collector share(String group, int percent) {
      if (percent < 0 || percent > 100) {
        throw new Refusal("draw.share", percent);
      }
      shares.put(group, percent);
      return this;
    }

    public Collector operator(UUID id, String group) {
      operators.computeIfAbsent(group, name -> new TreeSet<>()).add(id.toString());
      return this;
    }

    public Collector exclude(UUID operator) {
      excluded.add(operator.toString());
      return this;
    }

    public Collector officer(UUID id) {
      officers.add(id.toString());
      return this;
    }

    public Collector bar(UUID operator, UUID officer) {
      barred.computeIfAbsent(operator.toString(), name -> new TreeSet<>()).add(officer.toString());
      return this;
    }

    public DrawList list() {
      return new DrawList(shares, operators, excluded, officers, barred);
    }
  }

  /** How many are in it, those excluded and those of groups without a share as well. */
  public int size() {
    return operators.values().stream().mapToInt(SortedSet::size).sum();
  }

  /** As lines of words, which {@link #read} reads again; one list has one text. */
  public String text() {
    var lines = new ArrayList<String>();
    shares.forEach((group, percent) -> lines.add("share " + group + ' ' + percent));
    operators.forEach((group, ids) -> ids.forEach(id -> lines.add("operator " + group + ' ' + id)));
    excluded.forEach(id -> lines.add("excluded " + id));
    officers.forEach(id -> lines.add("officer " + id));
    barred.forEach(
        (operator, ids) -> ids.forEach(id -> lines.add("barred " + operator + ' ' + id)));
    return String.join("\n", lines) + "\n";
  }

  /** SHA-256 of the text in hexadecimal. */
  public String hash() {
    return Sha256.hex(text().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The list of the text.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static DrawList read(String text) {
    var collector = new Collector();
    text.lines()
        .forEach(
            line -> {
              var words = List.of(line.split(" ", -1));
              switch (words.get(0)) {
                case "share" -> collector.share(words.get(1), Integer.parseInt(words.get(2)));
                case "operator" -> collector.operator(UUID.fromString(words.get(2)), words.get(1));
                case "excluded" -> collector.exclude(UUID.fromString(words.get(1)));
                case "officer" -> collector.officer(UUID.fromString(words.get(1)));
                case "barred" ->
                    collector.bar(UUID.fromString(words.get(1)), UUID.fromString(words.get(2)));
                default -> throw new IllegalArgumentException(line);
              }
            });
    return collector.list();
  }

  /** Those of a group who may be drawn, in order. */
  List<String> candidates(String group) {
    return operators.getOrDefault(group, new TreeSet<>()).stream()
        .filter(id -> !excluded.contains(id))
        .toList();
  }

  /** Officers who may go to the operator, in order. */
  List<String> free(String operator) {
    var without = barred.getOrDefault(operator, new TreeSet<>());
    return officers.stream().filter(id -> !without.contains(id)).toList();
  }
}
