package firstline.persistence.words;

import firstline.persistence.refusal.Invalid;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.HistoryName;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words for pages: {@code #{t['key']}} and {@code #{t.of('key', argument)}}. */
@Named("t")
@RequestScoped
public class Words extends AbstractMap<String, String> {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", java.util.Locale.ROOT).withZone(Clocks.ZONE);

  @Inject private Language language;

  @Override
  public String get(@Nullable Object key) {
    return Bundles.words(language.tag(), String.valueOf(key));
  }

  /** The words with one argument, filled in at {0}. */
  public String of(String key, Object argument) {
    return Bundles.words(language.tag(), key, Arrays.asList(argument));
  }

  /** The words with two arguments. */
  public String of(String key, Object first, Object second) {
    return Bundles.words(language.tag(), key, Arrays.asList(first, second));
  }

  /** The sentence of a refusal. */
  public String refusal(Refusal refusal) {
    if (refusal instanceof Invalid invalid) {
      return invalid.violations().stream()
          .map(
              violation ->
                  of(
                      "invalid",
                      get("field." + violation.field()),
                      Bundles.words(
                          language.tag(),
                          "invalid." + violation.rule(),
                          java.util.List.copyOf(new TreeMap<>(violation.limits()).values()))))
          .collect(Collectors.joining(language.english() ? " " : ""));
    }
    return Bundles.words(language.tag(), "refusal." + refusal.code(), refusal.arguments());
  }

  /** An instant as {@code 2026-11-23 09:30} in China's zone; empty for null. */
  public String time(@Nullable Instant instant) {
    return instant == null ? "" : MINUTE.format(instant);
  }

  /** A whole number with the language's marks between thousands; empty for null. */
  public String number(@Nullable Number number) {
    return number == null
        ? ""
        : NumberFormat.getIntegerInstance(language.locale()).format(number.longValue());
  }

  /** The day of an instant in China's zone. */
  public String day(@Nullable Instant instant) {
    return instant == null ? "" : LocalDate.ofInstant(instant, Clocks.ZONE).toString();
  }

  /** An officer as a history names them, with for whom in the language of the page. */
  @Requirement("R123.2")
  public String officer(String kept) {
    var name = HistoryName.of(kept);
    return name.absent().isEmpty()
        ? kept
        : of(
            "history.for",
            name.officer(),
            String.join(language.english() ? ", " : "、", name.absent()));
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return Bundles.knows(language.tag(), String.valueOf(key));
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return Set.of();
  }
}
