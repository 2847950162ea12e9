package firstline.rumour.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.rumour.rumour.Source;
import firstline.rumour.rumour.Verdict;
import firstline.testkit.seed.Seeded;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhatGoesOutTest {
  private static final String SCRIPT = "</script><script>alert('&')</script>";
  private static final Instant FIRST = Instant.parse("2026-02-01T08:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-02-02T08:00:00Z");
  private static final URI SITE = URI.create("https://firstline.example");

  @Test
  @Requirement({"R4.1", "R8.6"})
  void markupInAnyFieldIsTextInTheStructuredData() {
    var json = ClaimReview.script(view(SCRIPT), SITE);
    assertFalse(json.contains("<") || json.contains(">") || json.contains("&"));
    var review = read(json);
    assertEquals(SCRIPT, review.getString("claimReviewed"));
    assertEquals("https://firstline.example/rumours/2026-0001", review.getString("url"));
    assertEquals("不实", review.getJsonObject("reviewRating").getString("alternateName"));
    assertEquals(1, review.getJsonObject("reviewRating").getInt("ratingValue"));
    assertEquals("市委宣传部", review.getJsonObject("author").getString("name"));
    assertEquals("https://firstline.example", review.getJsonObject("author").getString("url"));
    assertEquals("2026-02-01T16:00+08:00", review.getString("datePublished"));
    var correction = review.getJsonArray("correction").getJsonObject(0);
    assertEquals(1, review.getJsonArray("correction").size());
    assertEquals("CorrectionComment", correction.getString("@type"));
    assertEquals("2026-02-02T16:00+08:00", correction.getString("datePublished"));
  }

  @Test
  @Requirement("R8.12")
  void whateverStandsInAFieldTheStructuredDataSayIt() {
    Seeded.cases(
        300,
        draw -> {
          var text = HostileText.kept(draw);
          var json = ClaimReview.script(view(text), SITE);
          // Nothing of it can end the script or be turned into a name by a writer of HTML.
          assertTrue(json.chars().noneMatch(letter -> "<>&\u2028\u2029".indexOf(letter) >= 0));
          assertTrue(json.chars().noneMatch(letter -> letter >= 0x7f && letter <= 0xff));
          assertEquals(text, read(json).getString("reviewBody"));
        });
  }

  private static JsonObject read(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  private static PublishedQueries.View view(String text) {
    return new PublishedQueries.View(
        UUID.randomUUID(),
        "2026-0001",
        "市委宣传部",
        "511500000000",
        "宜宾市",
        FIRST,
        SECOND,
        null,
        null,
        null,
        text,
        "事实",
        text,
        List.of(new Source("市疾控中心", "https://example.org/?a=1&b=2")),
        Verdict.FALSE,
        "zh",
        2,
        "FACT",
        text,
        "0".repeat(64),
        false,
        new PublishedQueries.Guidance(text, text, null, null),
        List.of(
            new PublishedQueries.Correction(2, "FACT", text, "事实", "FALSE", SECOND),
            new PublishedQueries.Correction(1, "ORIGINAL", "", "事实", "FALSE", FIRST)));
  }
}
