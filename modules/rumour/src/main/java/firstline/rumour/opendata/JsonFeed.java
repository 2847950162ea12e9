package firstline.rumour.opendata;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import firstline.rumour.published.ClaimReview;
import firstline.rumour.rumour.Verdict;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What became public, was corrected or withdrawn, as JSON Feed 1.1 (jsonfeed.org). What a program
 * needs beyond it stands under {@code _firstline}.
 */
final class JsonFeed {
  private JsonFeed() {}

  /**
   * The feed's bytes.
   *
   * @param entries the newest first
   * @param site the public address
   */
  @Requirement({"R4.1", "R8.7"})
  static byte[] of(List<FeedQueries.Entry> entries, URI site) {
    var items = Json.createArrayBuilder();
    entries.forEach(entry -> items.add(item(entry, site)));
    return Json.createObjectBuilder()
        .add("version", "https://jsonfeed.org/version/1.1")
        .add("title", Bundles.words("zh", "rumour.feed.title"))
        .add("home_page_url", site.resolve("/rumours").toString())
        .add("feed_url", site.resolve("/feeds/rebuttals.json").toString())
        .add("language", "zh-CN")
        .add("items", items)
        .build()
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject item(FeedQueries.Entry entry, URI site) {
    var notice = entry.notice();
    var language = entry.language();
    var told =
        Json.createObjectBuilder()
            .add("about", site.resolve("/rumours/data").toString())
            .add("number", entry.number())
            .add("state", notice == null ? "PUBLISHED" : "WITHDRAWN")
            .add("version", entry.ordinal())
            .add("kind", entry.kind())
            .add("note", entry.note());
    var item =
        Json.createObjectBuilder()
            .add("id", "urn:uuid:" + entry.id())
            .add("url", site.resolve("/rumours/" + entry.number()).toString())
            .add("title", FeedWords.title(entry))
            .add("summary", FeedWords.summary(entry))
            .add("content_text", notice == null ? entry.explanation() : notice)
            .add("date_published", ClaimReview.time(entry.published()))
            .add("date_modified", ClaimReview.time(entry.updated()))
            .add("language", language.equals("zh") ? "zh-CN" : "en")
            .add(
                "authors",
                Json.createArrayBuilder()
                    .add(Json.createObjectBuilder().add("name", entry.departmentName())))
            .add("tags", Json.createArrayBuilder().add(FeedWords.tag(entry)));
    if (notice == null) {
      told.add("verdict", entry.verdict())
          .add("rating", Verdict.valueOf(entry.verdict()).rating())
          .add("claim", entry.claim());
    }
    return item.add("_firstline", told).build();
  }
}
