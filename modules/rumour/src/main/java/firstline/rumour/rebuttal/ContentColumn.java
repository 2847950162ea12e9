package firstline.rumour.rebuttal;

import firstline.rumour.rumour.Verdict;
import jakarta.json.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** A content as one JSON column. */
@Converter
public class ContentColumn implements AttributeConverter<Content, String> {
  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Content content) {
    return content == null
        ? null
        : Json.createObjectBuilder()
            .add("claim", content.claim())
            .add("fact", content.fact())
            .add("explanation", content.explanation())
            .add("sources", SourcesColumn.write(content.sources()))
            .add("verdict", content.verdict().name())
            .add("language", content.language())
            .build()
            .toString();
  }

  @Override
  public @Nullable Content convertToEntityAttribute(@Nullable String stored) {
    return stored == null ? null : read(stored);
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
          object.getString("language"));
    }
  }
}
