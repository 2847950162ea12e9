package firstline.rumour.published;

import firstline.persistence.publication.ScriptJson;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Bundles;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A public rebuttal as schema.org's ClaimReview. Google requires claimReviewed, url and
 * reviewRating.alternateName, and recommends the rating's numbers, author with name and url, and
 * itemReviewed. A claim's author and first appearance are recommended too and never said here: the
 * house keeps no record of who said a rumour.
 */
public final class ClaimReview {
  private static final int BEST = 5;
  private static final int CLAIM = 1_000;

  private ClaimReview() {}

  /** The JSON-LD, safe inside a script element whatever the fields contain. */
  @Requirement({"R4.1", "R8.6"})
  static String script(PublishedQueries.View view, URI site) {
    return ScriptJson.safe(
        json(view, site).add("@context", "https://schema.org").build().toString());
  }

  /** The review without its context, which a feed says once for all. */
  @Requirement("R8.6")
  public static JsonObjectBuilder json(PublishedQueries.View view, URI site) {
    var review =
        Json.createObjectBuilder()
            .add("@type", "ClaimReview")
            .add("url", site.resolve("/rumours/" + view.number()).toString())
            .add("claimReviewed", cut(view.claim()))
            .add("headline", view.fact())
            .add("reviewBody", view.explanation())
            .add("inLanguage", view.language().equals("zh") ? "zh-CN" : "en")
            .add("datePublished", time(view.published()))
            .add("dateModified", time(view.publicAt()))
            .add("version", view.ordinal())
            .add("author", author(view, site))
            .add("reviewRating", rating(view))
            .add(
                "itemReviewed",
                Json.createObjectBuilder().add("@type", "Claim").add("name", cut(view.claim())))
            .add("citation", citations(view));
    var corrections = corrections(view);
    if (!corrections.isEmpty()) {
      review.add("correction", Json.createArrayBuilder(corrections));
    }
    return review;
  }

  /** The body that answers for it: for what was taken over, the system that said it first. */
  private static JsonObject author(PublishedQueries.View view, URI site) {
    var author = Json.createObjectBuilder().add("@type", "Organization");
    var origin = view.origin();
    return origin == null
        ? author.add("name", view.departmentName()).add("url", site.toString()).build()
        : author.add("name", origin).build();
  }

  private static JsonObject rating(PublishedQueries.View view) {
    return Json.createObjectBuilder()
        .add("@type", "Rating")
        .add("ratingValue", view.verdict().rating())
        .add("bestRating", BEST)
        .add("worstRating", 1)
        .add(
            "alternateName",
            Bundles.words(view.language(), "rumour.verdict." + view.verdict().name()))
        .build();
  }

  private static JsonArrayBuilder citations(PublishedQueries.View view) {
    var citations = Json.createArrayBuilder();
    for (var source : view.sources()) {
      citations.add(source.url().isEmpty() ? source.name() : source.url());
    }
    return citations;
  }

  private static List<JsonObject> corrections(PublishedQueries.View view) {
    return view.history().stream()
        .filter(version -> !version.kind().equals("ORIGINAL"))
        .map(
            version ->
                Json.createObjectBuilder()
                    .add("@type", "CorrectionComment")
                    .add("text", version.note())
                    .add("datePublished", time(version.at()))
                    .build())
        .toList();
  }

  private static String cut(String claim) {
    if (claim.length() <= CLAIM) {
      return claim;
    }
    // Never through the middle of a pair.
    var end = Character.isHighSurrogate(claim.charAt(CLAIM - 1)) ? CLAIM - 1 : CLAIM;
    return claim.substring(0, end);
  }

  /** As ISO 8601 in China's zone, to the second. */
  public static String time(Instant instant) {
    return instant
        .truncatedTo(ChronoUnit.SECONDS)
        .atZone(Clocks.ZONE)
        .toOffsetDateTime()
        .toString();
  }
}
