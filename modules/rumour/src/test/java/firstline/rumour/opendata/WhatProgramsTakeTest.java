package firstline.rumour.opendata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import firstline.rumour.published.HostileText;
import firstline.rumour.published.PublishedQueries;
import firstline.rumour.published.SomethingPublic;
import firstline.rumour.rumour.Source;
import firstline.rumour.rumour.Verdict;
import firstline.testkit.seed.Seeded;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class WhatProgramsTakeTest {
  private static final String SCRIPT = "</script><script>alert('&')</script>";
  private static final Instant FIRST = Instant.parse("2026-02-01T08:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-02-02T08:00:00Z");
  private static final URI SITE = URI.create("https://firstline.example");

  @Test
  @Requirement({"R4.1", "R4.3", "R8.7"})
  void theFeedsSayWhatWasPublishedCorrectedAndWithdrawn() throws Exception {
    var entries =
        List.of(
            entry("2026-0003", "ORIGINAL", "", "撤回公告" + SCRIPT, SCRIPT),
            entry("2026-0002", "FACT", "数字有误", null, SCRIPT),
            entry("2026-0001", "ORIGINAL", "", null, SCRIPT));
    var atom = xml(AtomFeed.of(entries, SITE));
    assertEquals(3, atom.getElementsByTagName("entry").getLength());
    var summaries = atom.getElementsByTagName("summary");
    assertEquals("撤回公告" + SCRIPT, summaries.item(0).getTextContent());
    assertTrue(summaries.item(1).getTextContent().contains("数字有误"));
    assertEquals(0, atom.getElementsByTagName("script").getLength());
    assertEquals(2, atom.getElementsByTagName("content").getLength());

    var feed = json(JsonFeed.of(entries, SITE));
    assertEquals("https://jsonfeed.org/version/1.1", feed.getString("version"));
    var items = feed.getJsonArray("items").getValuesAs(JsonObject.class);
    assertEquals("撤回公告" + SCRIPT, items.get(0).getString("content_text"));
    assertEquals("WITHDRAWN", items.get(0).getJsonObject("_firstline").getString("state"));
    assertFalse(items.get(0).getJsonObject("_firstline").containsKey("claim"));
    assertTrue(items.get(1).getString("summary").contains("数字有误"));
    assertEquals("FACT", items.get(1).getJsonObject("_firstline").getString("kind"));
    assertEquals("https://firstline.example/rumours/2026-0001", items.get(2).getString("url"));
    assertEquals("2026-02-01T16:00+08:00", items.get(2).getString("date_published"));
  }

  @Test
  @Requirement("R8.12")
  void hostileTextStaysTextInEveryForm() {
    Seeded.cases(
        200,
        draw -> {
          var raw = "甲" + HostileText.raw(draw) + "乙";
          var atom = xml(AtomFeed.of(List.of(entry("2026-0001", "FACT", raw, null, raw)), SITE));
          assertEquals(1, atom.getElementsByTagName("entry").getLength());
          assertEquals(1, atom.getElementsByTagName("content").getLength());

          var kept = HostileText.kept(draw);
          var item =
              json(JsonFeed.of(List.of(entry("2026-0001", "FACT", kept, null, kept)), SITE))
                  .getJsonArray("items")
                  .getJsonObject(0);
          assertEquals(kept, item.getString("content_text"));

          var view = view(kept, null);
          var bytes = new ByteArrayOutputStream();
          try (var dump = new ReviewDump(bytes, SITE)) {
            dump.write(List.of(view));
          }
          assertEquals(kept, review(json(bytes.toByteArray()), 0).getString("reviewBody"));

          var csv = new StringBuilder();
          new RebuttalTable(csv, SITE).write(List.of(view(HostileText.raw(draw), null)));
          for (var cell : cells(csv).get(0)) {
            assertTrue(
                cell.isBlank() || "=+-@＝＋－＠|%".indexOf(cell.stripLeading().charAt(0)) < 0, cell);
          }
        });
  }

  @Test
  @Requirement("R8.9")
  void theTableOpensAsTextAndExplainsItsFields() throws Exception {
    var csv = new StringBuilder();
    new RebuttalTable(csv, SITE).write(List.of(view("=1+1", null), view("说错了", "依据不足")));
    assertEquals('\uFEFF', csv.charAt(0));
    var lines = cells(csv);
    var columns = RebuttalTable.columns();
    assertEquals("'=1+1", lines.get(0).get(columns.indexOf("claim")));
    assertEquals("FALSE", lines.get(0).get(columns.indexOf("verdict")));
    assertEquals("", lines.get(1).get(columns.indexOf("fact")));
    assertEquals("", lines.get(1).get(columns.indexOf("sha256")));
    assertEquals("依据不足", lines.get(1).get(columns.indexOf("notice")));
    for (var column : columns) {
      assertTrue(Bundles.knows("zh", "rumour.data.field." + column), column);
    }
  }

  @Test
  @Requirement("R8.8")
  void theDumpOfAllReviewsIsReadInBatches() throws Exception {
    var something = new SomethingPublic(TestDatabase.owner(), "96");
    var ids = new ArrayList<UUID>();
    for (var i = 0; i < 620; i++) {
      ids.add(
          something.publish(
              "2023-" + (10_000 + i), something.city, "FALSE", "事实" + i, "传言" + i, FIRST));
    }
    something.correct(ids.get(3), 2, "FACT", "改了", "FALSE", "新事实", SECOND);
    something.withdraw(ids.get(4), "撤回", SECOND);
    var bytes = new ByteArrayOutputStream();
    var batches = new ArrayList<Integer>();
    try (var dump = new ReviewDump(bytes, SITE)) {
      new Dump(new PublishedQueries(TestDatabase.sql()))
          .write(
              views -> {
                batches.add(views.size());
                dump.write(views);
              });
    }
    assertTrue(batches.size() > 1 && batches.stream().allMatch(size -> size <= 500));
    var elements = json(bytes.toByteArray()).getJsonArray("dataFeedElement");
    var mine =
        elements.getValuesAs(JsonObject.class).stream()
            .filter(
                element ->
                    element
                        .getJsonArray("item")
                        .getJsonObject(0)
                        .getString("url")
                        .contains("/2023-1"))
            .toList();
    assertEquals(620, mine.size());
    var corrected = mine.get(3).getJsonArray("item").getJsonObject(0);
    assertEquals("新事实", corrected.getString("headline"));
    assertEquals("改了", corrected.getJsonArray("correction").getJsonObject(0).getString("text"));
    assertEquals("2026-02-02T16:00+08:00", mine.get(4).getString("dateDeleted"));
    assertFalse(mine.get(4).toString().contains("事实4"), "what was withdrawn is not said again");
  }

  @Test
  @Requirement("R8.10")
  void aSitemapThatIsTooLongIsAnIndexOfParts() throws Exception {
    var something = new SomethingPublic(TestDatabase.owner(), "96");
    for (var i = 0; i < 25; i++) {
      something.publish("2022-" + (10_000 + i), something.city, "FALSE", "事实", "传言", FIRST);
    }
    var feed = new FeedQueries(TestDatabase.sql());
    var whole = sitemap(new Sitemap(feed, List.of(), SITE, Sitemap.PART), null);
    var all = whole.getElementsByTagName("loc").getLength();
    assertEquals("urlset", whole.getDocumentElement().getTagName());
    var parts = new Sitemap(feed, List.of(), SITE, 12);
    var index = sitemap(parts, null);
    assertEquals("sitemapindex", index.getDocumentElement().getTagName());
    var seen = new ArrayList<String>();
    var places = index.getElementsByTagName("loc");
    for (var i = 0; i < places.getLength(); i++) {
      var after = places.item(i).getTextContent().replaceFirst(".*after=", "");
      var part = sitemap(parts, UUID.fromString(after)).getElementsByTagName("loc");
      assertTrue(part.getLength() <= 12);
      for (var j = 0; j < part.getLength(); j++) {
        seen.add(part.item(j).getTextContent());
      }
    }
    assertEquals(all, seen.size());
    assertEquals(all, seen.stream().distinct().count());
  }

  private static Document sitemap(Sitemap sitemap, @Nullable UUID after) throws Exception {
    var bytes = new ByteArrayOutputStream();
    sitemap.write(bytes, after);
    return xml(bytes.toByteArray());
  }

  private static List<List<String>> cells(StringBuilder csv) throws IOException {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(new StringReader(csv.substring(1)))) {
      assertEquals(RebuttalTable.columns(), parser.getHeaderNames());
      return parser.stream().map(line -> line.stream().toList()).toList();
    }
  }

  private static JsonObject review(JsonObject dump, int index) {
    return dump.getJsonArray("dataFeedElement")
        .getJsonObject(index)
        .getJsonArray("item")
        .getJsonObject(0);
  }

  private static JsonObject json(byte[] bytes) {
    try (var reader = Json.createReader(new ByteArrayInputStream(bytes))) {
      return reader.readObject();
    }
  }

  private static Document xml(byte[] bytes) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes));
  }

  private static FeedQueries.Entry entry(
      String number, String kind, String note, @Nullable String notice, String text) {
    return new FeedQueries.Entry(
        UUID.randomUUID(),
        number,
        text,
        text,
        text,
        "FALSE",
        "zh",
        "市委宣传部",
        FIRST,
        SECOND,
        kind.equals("ORIGINAL") ? 1 : 2,
        kind,
        note,
        notice);
  }

  private static PublishedQueries.View view(String text, @Nullable String notice) {
    return new PublishedQueries.View(
        UUID.randomUUID(),
        "2026-0001",
        "市委宣传部",
        "511500000000",
        "宜宾市",
        FIRST,
        SECOND,
        notice == null ? null : SECOND,
        notice,
        null,
        text,
        text,
        text,
        List.of(new Source("市疾控中心", "https://example.org/?a=1&b=2")),
        Verdict.FALSE,
        "zh",
        1,
        "ORIGINAL",
        "",
        "0".repeat(64),
        false,
        new PublishedQueries.Guidance(text, text, null, null),
        List.of(new PublishedQueries.Correction(1, "ORIGINAL", "", text, "FALSE", FIRST)));
  }
}
