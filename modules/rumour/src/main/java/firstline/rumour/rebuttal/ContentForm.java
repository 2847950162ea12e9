package firstline.rumour.rebuttal;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.screen.Screen;
import firstline.rumour.rumour.Source;
import firstline.rumour.rumour.Verdict;
import firstline.rumour.text.TypedTime;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A content as it is typed.
 *
 * @param sources one source a line, its address at the end of the line
 * @param validFrom a date as {@code yyyy-mm-dd}, or empty; the other dates alike
 */
public record ContentForm(
    String claim,
    String fact,
    String explanation,
    String sources,
    String verdict,
    String language,
    String advice,
    String scopePlace,
    String validFrom,
    String validUntil,
    String reviewBy,
    String shortText,
    String script,
    String poster) {

  /** A form with only the rumour filled in, and its verdict if there is one. */
  static ContentForm about(String claim, @Nullable String verdict) {
    return of(
        Map.of("claimText", claim, "verdict", verdict == null ? "" : verdict, "language", "zh"));
  }

  static ContentForm of(Content content) {
    return new ContentForm(
        content.claim(),
        content.fact(),
        content.explanation(),
        lines(content.sources()),
        content.verdict().name(),
        content.language(),
        content.advice(),
        content.scopePlace(),
        day(content.validFrom()),
        day(content.validUntil()),
        day(content.reviewBy()),
        content.written().shortText(),
        content.written().script(),
        content.written().poster());
  }

  /** What was typed in the posted form. */
  static ContentForm posted(Screen screen) {
    return named(screen::parameter);
  }

  /** What the fields say; one that is not there is empty. */
  static ContentForm of(Map<String, String> fields) {
    return named(name -> fields.getOrDefault(name, ""));
  }

  private static ContentForm named(UnaryOperator<String> field) {
    return new ContentForm(
        field.apply("claimText"),
        field.apply("fact"),
        field.apply("explanation"),
        field.apply("sources"),
        field.apply("verdict"),
        field.apply("language"),
        field.apply("advice"),
        field.apply("scopePlace"),
        field.apply("validFrom"),
        field.apply("validUntil"),
        field.apply("reviewBy"),
        field.apply("shortText"),
        field.apply("script"),
        field.apply("poster"));
  }

  Content content() {
    return new Content(
        claim,
        fact,
        explanation,
        parse(sources),
        verdictOrRefuse(),
        language,
        advice,
        scopePlace,
        TypedTime.day(validFrom),
        TypedTime.day(validUntil),
        TypedTime.day(reviewBy),
        new Variants(shortText, script, poster));
  }

  /** The texts under the names of {@link Field}, as they are shown and compared. */
  Map<Field, String> texts(Variants variants) {
    var texts = new LinkedHashMap<Field, String>();
    texts.put(Field.FACT, fact);
    texts.put(Field.CLAIM, claim);
    texts.put(Field.EXPLANATION, explanation);
    texts.put(Field.ADVICE, advice);
    texts.put(Field.SOURCES, sources);
    texts.put(Field.SHORT, variants.shortText());
    texts.put(Field.SCRIPT, variants.script());
    texts.put(Field.POSTER, variants.poster());
    return texts;
  }

  private Verdict verdictOrRefuse() {
    return Arrays.stream(Verdict.values())
        .filter(one -> one.name().equals(verdict))
        .findFirst()
        .orElseThrow(() -> new Refusal("rebuttal.verdict", verdict));
  }

  private static String lines(List<Source> sources) {
    return sources.stream()
        .map(source -> (source.name() + ' ' + source.url()).strip())
        .collect(Collectors.joining("\n"));
  }

  private static String day(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }

  private static List<Source> parse(String typed) {
    return Arrays.stream(typed.split("\\R"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(ContentForm::source)
        .toList();
  }

  private static Source source(String line) {
    var space = line.lastIndexOf(' ');
    var last = line.substring(space + 1);
    return last.matches("(?i)[a-z]+:.*") && space > 0
        ? new Source(line.substring(0, space), last)
        : new Source(line, "");
  }
}
