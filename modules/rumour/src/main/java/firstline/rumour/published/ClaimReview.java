package firstline.rumour.published;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Bundles;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A public rebuttal as schema.org's ClaimReview, with the fields that Google requires:
 * claimReviewed, reviewRating (alternateName, ratingValue, bestRating, worstRating), url, author.
 */
final class ClaimReview {
  private static final int BEST = 5;
  private static final int CLAIM = 1_000;

  private ClaimReview() {}

  /** The JSON-LD, safe inside a script element whatever the fields contain. */
  @Requirement("R4.1")
  static String of(PublishedQueries.View view, String address) {
    return json(view, address)
        .toString()
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private static JsonObject json(PublishedQueries.View view, String address) {
    var author =
        Json.createObjectBuilder()
            .add("@type", "Organization")
            .add("name", view.origin() == null ? view.departmentName() : view.origin());
    var rating =
        Json.createObjectBuilder()
            .add("@type", "Rating")
            .add("ratingValue", view.verdict().rating())
            .add("bestRating", BEST)
            .add("worstRating", 1)
            .add(
                "alternateName",
                Bundles.words(view.language(), "rumour.verdict." + view.verdict().name()));
    var review =
        Json.createObjectBuilder()
            .add("@context", "https://schema.org")
            .add("@type", "ClaimReview")
            .add("url", address)
            .add("claimReviewed", cut(view.claim()))
            .add("headline", view.fact())
            .add("reviewBody", view.explanation())
            .add("inLanguage", view.language().equals("zh") ? "zh-CN" : "en")
            .add("datePublished", time(view.published()))
            .add("dateModified", time(view.publicAt()))
            .add("author", author)
            .add("reviewRating", rating)
            .add(
                "itemReviewed",
                Json.createObjectBuilder().add("@type", "Claim").add("name", cut(view.claim())));
    var citations = Json.createArrayBuilder();
    for (var source : view.sources()) {
      citations.add(source.url().isEmpty() ? source.name() : source.url());
    }
    review.add("citation", citations);
    if (view.isCorrected()) {
      var corrections = Json.createArrayBuilder();
      for (var version : view.history()) {
        if (version.ordinal() > 1) {
          var published = version.publishedAt();
          corrections.add(
              Json.createObjectBuilder()
                  .add("@type", "CorrectionComment")
                  .add("text", version.note())
                  .add("datePublished", time(published == null ? view.publicAt() : published)));
        }
      }
      review.add("correction", corrections);
    }
    return review.build();
  }

  private static String cut(String claim) {
    return claim.length() <= CLAIM ? claim : claim.substring(0, CLAIM);
  }

  private static String time(Instant instant) {
    return instant
        .truncatedTo(ChronoUnit.SECONDS)
        .atZone(Clocks.ZONE)
        .toOffsetDateTime()
        .toString();
  }
}
