package firstline.rumour.rebuttal;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.text.PlainText;
import firstline.rumour.rumour.Source;
import firstline.rumour.rumour.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version says. A draft may lack everything but the claim; nothing that lacks anything can
 * be submitted.
 *
 * @param claim the rumour as it circulates, at most 20,000 characters: as long as a claim
 * @param fact the fact in one line, at most 200: the headline, which the rumour never is
 * @param explanation at most 20,000
 * @param sources at least one, at most 20
 * @param language {@code zh} or {@code en}
 * @param advice what to do, at most 2,000; may be empty
 * @param scopePlace where it holds, at most 200; empty for everywhere
 * @param validFrom the first day on which it holds
 * @param validUntil the last one
 * @param reviewBy the day by which somebody looks whether it still holds
 * @param written the variants that somebody wrote; {@link #variants} has them all
 */
public record Content(
    String claim,
    String fact,
    String explanation,
    List<Source> sources,
    Verdict verdict,
    String language,
    String advice,
    String scopePlace,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable LocalDate reviewBy,
    Variants written) {
  public static final int CLAIM = 20_000;
  public static final int FACT = 200;
  public static final int EXPLANATION = 20_000;
  public static final int ADVICE = 2_000;
  public static final int PLACE = 200;
  private static final int SOURCES = 20;

  public Content {
    claim = within("claim", PlainText.lines(claim), CLAIM);
    fact = within("fact", PlainText.line(fact), FACT);
    explanation = within("explanation", PlainText.lines(explanation), EXPLANATION);
    advice = within("advice", PlainText.lines(advice), ADVICE);
    scopePlace = within("place", PlainText.line(scopePlace), PLACE);
    sources = List.copyOf(sources);
    require(!claim.isEmpty(), "rebuttal.claim.empty");
    require(sources.size() <= SOURCES, "rebuttal.sources");
    require(
        validFrom == null || validUntil == null || !validUntil.isBefore(validFrom),
        "rebuttal.valid");
    if (!language.equals("zh") && !language.equals("en")) {
      throw new Refusal("rebuttal.language", language);
    }
  }

  /** The long text alone: what an earlier system hands over. */
  public Content(
      String claim,
      String fact,
      String explanation,
      List<Source> sources,
      Verdict verdict,
      String language) {
    this(
        claim,
        fact,
        explanation,
        sources,
        verdict,
        language,
        "",
        "",
        null,
        null,
        null,
        Variants.NONE);
  }

  /** Every variant, those that nobody wrote made from the long text. */
  public Variants variants() {
    return written.completed(fact, explanation, advice, language.equals("en"));
  }

  /** Refuses what lacks anything. */
  public void requireComplete() {
    require(!fact.isEmpty(), "rebuttal.fact.empty");
    require(!explanation.isEmpty(), "rebuttal.explanation.empty");
    require(!sources.isEmpty(), "rebuttal.sources");
  }

  /** Refuses what is not fit to be reviewed on this day. */
  @Requirement({"R2.10", "R2.12"})
  public void requireFit(LocalDate today) {
    requireComplete();
    require(reviewBy == null || reviewBy.isAfter(today), "rebuttal.review-by");
    if (verdict != Verdict.TRUE) {
      require(!Headline.isTheRumour(fact, claim), "rebuttal.fact-is-the-rumour");
      require(!Headline.isTheRumour(written.shortText(), claim), "rebuttal.short.is-the-rumour");
    }
    require(
        written.shortText().isEmpty() || Headline.carries(written.shortText(), fact),
        "rebuttal.short.without-fact");
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
