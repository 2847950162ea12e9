package firstline.rumour.rebuttal;

import firstline.persistence.refusal.Refusal;
import firstline.rumour.text.PlainText;
import java.util.List;

/**
 * What a version says.
 *
 * @param claim the rumour as it circulates, at most 2,000 characters
 * @param fact the fact in one line, at most 200: the headline, which the rumour never is
 * @param explanation at most 20,000
 * @param sources at least one, at most 20
 * @param language {@code zh} or {@code en}
 */
public record Content(
    String claim,
    String fact,
    String explanation,
    List<Source> sources,
    Verdict verdict,
    String language) {
  public static final int CLAIM = 2_000;
  public static final int FACT = 200;
  public static final int EXPLANATION = 20_000;
  private static final int SOURCES = 20;

  public Content {
    claim = within("claim", PlainText.lines(claim), CLAIM);
    fact = within("fact", PlainText.line(fact), FACT);
    explanation = within("explanation", PlainText.lines(explanation), EXPLANATION);
    sources = List.copyOf(sources);
    if (sources.isEmpty() || sources.size() > SOURCES) {
      throw new Refusal("rebuttal.sources", SOURCES);
    }
    if (!language.equals("zh") && !language.equals("en")) {
      throw new Refusal("rebuttal.language", language);
    }
  }

  private static String within(String field, String text, int longest) {
    if (text.isEmpty()) {
      throw new Refusal("rebuttal." + field + ".empty");
    }
    if (text.length() > longest) {
      throw new Refusal("rebuttal." + field + ".long", longest);
    }
    return text;
  }
}
