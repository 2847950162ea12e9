package firstline.rumour.rebuttal;

import firstline.persistence.screen.Screen;
import firstline.rumour.rumour.Source;
import firstline.rumour.rumour.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A content as it is typed.
 *
 * @param sources one source a line, its address at the end of the line
 */
public record ContentForm(
    String claim,
    String fact,
    String explanation,
    String sources,
    String verdict,
    String language) {
  /** A form with only the rumour filled in, and its verdict if there is one. */
  static ContentForm about(String claim, @Nullable String verdict) {
    return new ContentForm(claim, "", "", "", verdict == null ? "" : verdict, "zh");
  }

  static ContentForm of(Content content) {
    return new ContentForm(
        content.claim(),
        content.fact(),
        content.explanation(),
        lines(content.sources()),
        content.verdict().name(),
        content.language());
  }

  /** What was typed in the posted form. */
  static ContentForm posted(Screen screen) {
    return new ContentForm(
        screen.parameter("claimText"),
        screen.parameter("fact"),
        screen.parameter("explanation"),
        screen.parameter("sources"),
        screen.parameter("verdict"),
        screen.parameter("language"));
  }

  Content content() {
    return new Content(
        claim, fact, explanation, parse(sources), Verdict.valueOf(verdict), language);
  }

  private static String lines(List<Source> sources) {
    return sources.stream()
        .map(source -> (source.name() + ' ' + source.url()).strip())
        .collect(Collectors.joining("\n"));
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
