package firstline.rumour.rebuttal;

import firstline.rumour.rumour.Verdict;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A content as one JSON column; what an older one lacks is empty. */
final class ContentColumn {
  private ContentColumn() {}

  static String write(Content content) {
    return Json.createObjectBuilder()
        .add("claim", content.claim())
        .add("fact", content.fact())
        .add("explanation", content.explanation())
        .add("sources", SourcesColumn.write(content.sources()))
        .add("verdict", content.verdict().name())
        .add("language", content.language())
        .add("advice", content.advice())
        .add("place", content.scopePlace())
        .add("from", day(content.validFrom()))
        .add("until", day(content.validUntil()))
        .add("reviewBy", day(content.reviewBy()))
        .add("short", content.written().shortText())
        .add("script", content.written().script())
        .add("poster", content.written().poster())
        .build()
        .toString();
  }

  static Content read(String stored) {
    try (var reader = Json.createReader(new StringReader(stored))) {
      var object = reader.readObject();
      return new Content(
          object.getString("claim"),
          object.getString("fact"),
          object.getString("explanation"),
          SourcesColumn.read(object.getString("sources")),
          Verdict.valueOf(object.getString("verdict")),
          object.getString("language"),
          object.getString("advice", ""),
          object.getString("place", ""),
          day(object, "from"),
          day(object, "until"),
          day(object, "reviewBy"),
          new Variants(
              object.getString("short", ""),
              object.getString("script", ""),
              object.getString("poster", "")));
    }
  }

  private static String day(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }

  private static @Nullable LocalDate day(JsonObject object, String name) {
    var day = object.getString(name, "");
    return day.isEmpty() ? null : LocalDate.parse(day);
  }
}
