package firstline.market.clock;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The rules of law that the product brings along, as data with their sources: {@code rules.csv}. A
 * new law is a new line; the old one gets the day on which it ends.
 */
public final class Rules {
  private static final String FILE = "rules.csv";

  private static final String TEXT = text();
  private static final String VERSION = String.format(Locale.ROOT, "%08x", TEXT.hashCode());
  private static final Rules SHIPPED = new Rules(read());

  private final Map<String, List<Rule>> versions = new LinkedHashMap<>();

  /**
   * Rules of any source.
   *
   * @throws IllegalArgumentException if two versions of a rule govern the same day
   */
  public Rules(List<Rule> rules) {
    rules.stream()
        .sorted(Comparator.comparing(Rule::from))
        .forEach(
            rule -> {
              var older = versions.computeIfAbsent(rule.id(), id -> new ArrayList<>());
              if (older.stream().anyMatch(one -> one.governs(rule.from()))) {
                throw new IllegalArgumentException("two versions at once: " + rule);
              }
              older.add(rule);
            });
  }

  /** What the product brings along. */
  public static Rules shipped() {
    return SHIPPED;
  }

  /** Tells two files of rules apart: eight characters. */
  public static String version() {
    return VERSION;
  }

  /** Every version of every rule, in the order of the file. */
  public List<Rule> all() {
    return versions.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The version that governs an event of that day. Of a day before the first version that is known,
   * that first one, as advice: an older law may have said otherwise.
   *
   * @throws Refusal {@code clock.rule} if there is no such rule
   */
  @Requirement("R80.1")
  public Rule at(String id, LocalDate event) {
    var known = versions.get(id);
    if (known == null) {
      throw new Refusal("clock.rule", id, String.join(", ", new TreeSet<>(versions.keySet())));
    }
    return known.stream()
        .filter(rule -> rule.governs(event))
        .findFirst()
        .orElseGet(() -> advice(known.get(0)));
  }

  private static Rule advice(Rule first) {
    return new Rule(
        first.id(),
        first.lawVersion(),
        first.from(),
        first.until(),
        first.amount(),
        first.unit(),
        first.roll(),
        first.extensions(),
        first.stops(),
        false,
        first.sourceZh(),
        first.sourceEn());
  }

  private static String text() {
    try (var stream = Objects.requireNonNull(Rules.class.getResourceAsStream(FILE), FILE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Rule> read() {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var lines = format.parse(new StringReader(TEXT))) {
      return lines.stream().map(Rules::rule).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rule rule(CSVRecord line) {
    var until = line.get("until");
    return new Rule(
        line.get("rule"),
        line.get("law"),
        LocalDate.parse(line.get("from")),
        until.isEmpty() ? null : LocalDate.parse(until),
        Integer.parseInt(line.get("amount")),
        Unit.valueOf(line.get("unit")),
        "yes".equals(line.get("roll")),
        words(line.get("extensions"), Rules::extension),
        Set.copyOf(words(line.get("stops"), Cause::valueOf)),
        "yes".equals(line.get("confirmed")),
        line.get("source_zh"),
        line.get("source_en"));
  }

  /** {@code HEAD+15}: by the head, fifteen units more; {@code COLLECTIVE}: as the decision says. */
  private static Rule.Extension extension(String word) {
    var plus = word.indexOf('+');
    return plus < 0
        ? new Rule.Extension(Rank.valueOf(word), 0)
        : new Rule.Extension(
            Rank.valueOf(word.substring(0, plus)), Integer.parseInt(word.substring(plus + 1)));
  }

  private static <T> List<T> words(String cell, Function<String, T> read) {
    return cell.isEmpty() ? List.of() : Arrays.stream(cell.split(" ")).map(read).toList();
  }
}
