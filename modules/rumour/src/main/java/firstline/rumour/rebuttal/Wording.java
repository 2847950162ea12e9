package firstline.rumour.rebuttal;

import firstline.rumour.rumour.Source;
import firstline.rumour.rumour.Verdict;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A content as the columns of its version. */
@Embeddable
class Wording {
  private String claim;
  private String fact;
  private String explanation;

  @Convert(converter = SourcesColumn.class)
  private List<Source> sources;

  @Enumerated(EnumType.STRING)
  private Verdict verdict;

  private String language;
  private String advice;

  @Column(name = "scope_place")
  private String scopePlace;

  @Column(name = "valid_from")
  private @Nullable LocalDate validFrom;

  @Column(name = "valid_until")
  private @Nullable LocalDate validUntil;

  @Column(name = "review_by")
  private @Nullable LocalDate reviewBy;

  @Column(name = "short_text")
  private String shortText;

  private String script;
  private String poster;

  @SuppressWarnings("NullAway.Init")
  protected Wording() {}

  Wording(Content content) {
    claim = content.claim();
    fact = content.fact();
    explanation = content.explanation();
    sources = content.sources();
    verdict = content.verdict();
    language = content.language();
    advice = content.advice();
    scopePlace = content.scopePlace();
    validFrom = content.validFrom();
    validUntil = content.validUntil();
    reviewBy = content.reviewBy();
    shortText = content.written().shortText();
    script = content.written().script();
    poster = content.written().poster();
  }

  Content content() {
    return new Content(
        claim,
        fact,
        explanation,
        sources,
        verdict,
        language,
        advice,
        scopePlace,
        validFrom,
        validUntil,
        reviewBy,
        new Variants(shortText, script, poster));
  }
}
