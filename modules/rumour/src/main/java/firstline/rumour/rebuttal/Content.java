package firstline.rumour.rebuttal;

import firstline.persistence.refusal.Refusal;
import firstline.rumour.rumour.Source;
import firstline.rumour.rumour.Verdict;
import firstline.rumour.text.PlainText;
import java.util.List;

/**
 * What a version says. A draft may lack everything but the claim; nothing that lacks anything can
 * be submitted.
 *
 * @param claim the rumour as it circulates, at most 20,000 characters: as long as a claim
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
  public static final int CLAIM = 20_000;
  public static final int FACT = 200;
  public static final int EXPLANATION = 20_000;
  private static final int SOURCES = 20;

  public Content {
    claim = within("claim", PlainText.lines(claim), CLAIM);
    fact = within("fact", PlainText.line(fact), FACT);
    explanation = within("explanation", PlainText.lines(explanation), EXPLANATION);
    sources = List.copyOf(sources);
    require(!claim.isEmpty(), "rebuttal.claim.empty");
    require(sources.size() <= SOURCES, "rebuttal.sources");
    if (!language.equals("zh") && !language.equals("en")) {
      throw new Refusal("rebuttal.language", language);
    }
  }

  /** Refuses what is not fit to go out. */
  public void requireComplete() {
    require(!fact.isEmpty(), "rebuttal.fact.empty");
    require(!explanation.isEmpty(), "rebuttal.explanation.empty");
    require(!sources.isEmpty(), "rebuttal.sources");
  }

  private static void require(boolean rule, String code) {
    if (!rule) {
      throw new Refusal(code, SOURCES);
    }
  }

  private static String within(String field, String text, int longest) {
    if (text.length() > longest) {
      throw new Refusal("rebuttal." + field + ".long", longest);
    }
    return text;
  }
}
