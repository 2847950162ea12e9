package firstline.rumour.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.rumour.rumour.Source;
import firstline.rumour.rumour.Verdict;
import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class WhatGoesOutTest {
  private static final String SCRIPT = "</script><script>alert('&')</script>";
  private static final Instant FIRST = Instant.parse("2026-02-01T08:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-02-02T08:00:00Z");
  private static final URI SITE = URI.create("https://firstline.example");

  @Test
  @Requirement("R4.1")
  void markupInAnyFieldIsTextInTheStructuredData() {
    var json = ClaimReview.of(view(), "https://firstline.example/rumours/2026-0001");
    assertFalse(json.contains("<") || json.contains(">") || json.contains("&"));
    try (var reader = Json.createReader(new StringReader(json))) {
      var review = reader.readObject();
      assertEquals(SCRIPT, review.getString("claimReviewed"));
      assertEquals("不实", review.getJsonObject("reviewRating").getString("alternateName"));
      assertEquals(1, review.getJsonObject("reviewRating").getInt("ratingValue"));
      assertEquals("市委宣传部", review.getJsonObject("author").getString("name"));
      assertEquals("2026-02-01T16:00+08:00", review.getString("datePublished"));
      assertEquals(1, review.getJsonArray("correction").size());
    }
  }

  @Test
  @Requirement({"R4.1", "R4.3"})
  void theFeedSaysWhatWasPublishedCorrectedAndWithdrawn() throws Exception {
    var feed =
        xml(
            AtomFeed.of(
                List.of(
                    entry("2026-0003", 1, "", "撤回公告" + SCRIPT),
                    entry("2026-0002", 2, "数字有误", null),
                    entry("2026-0001", 1, "", null)),
                SITE));
    assertEquals(3, feed.getElementsByTagName("entry").getLength());
    var summaries = feed.getElementsByTagName("summary");
    assertEquals("撤回公告" + SCRIPT, summaries.item(0).getTextContent());
    assertTrue(summaries.item(1).getTextContent().contains("数字有误"));
    assertEquals(0, feed.getElementsByTagName("script").getLength());
    assertEquals(2, feed.getElementsByTagName("content").getLength());
  }

  private static Document xml(byte[] bytes) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes));
  }

  private static PublishedQueries.Entry entry(
      String number, int ordinal, String note, @org.jspecify.annotations.Nullable String notice) {
    return new PublishedQueries.Entry(
        UUID.randomUUID(),
        number,
        SCRIPT,
        SCRIPT,
        SCRIPT,
        "FALSE",
        "zh",
        "市委宣传部",
        FIRST,
        SECOND,
        ordinal,
        ordinal == 1 ? "ORIGINAL" : "FACT",
        note,
        notice);
  }

  private static PublishedQueries.View view() {
    return new PublishedQueries.View(
        UUID.randomUUID(),
        "2026-0001",
        "市委宣传部",
        "宜宾市",
        FIRST,
        SECOND,
        null,
        null,
        null,
        SCRIPT,
        "事实",
        SCRIPT,
        List.of(new Source("市疾控中心", "https://example.org/?a=1&b=2")),
        Verdict.FALSE,
        "zh",
        2,
        "FACT",
        SCRIPT,
        List.of(
            new PublishedQueries.Correction(2, "FACT", SCRIPT, "事实", SECOND),
            new PublishedQueries.Correction(1, "ORIGINAL", "", "事实", FIRST)));
  }
}
