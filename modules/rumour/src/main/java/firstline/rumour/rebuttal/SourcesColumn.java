package firstline.rumour.rebuttal;

import firstline.rumour.rumour.Source;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.List;

/** Sources as one JSON column: they are read and written with their version, never apart. */
@Converter
public class SourcesColumn implements AttributeConverter<List<Source>, String> {
  @Override
  public String convertToDatabaseColumn(List<Source> sources) {
    return write(sources);
  }

  @Override
  public List<Source> convertToEntityAttribute(String stored) {
    return read(stored);
  }

  /** For queries, which read the column themselves. */
  public static List<Source> read(String stored) {
    try (var reader = Json.createReader(new StringReader(stored))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(source -> new Source(source.getString("name"), source.getString("url")))
          .toList();
    }
  }

  static String write(List<Source> sources) {
    var array = Json.createArrayBuilder();
    for (var source : sources) {
      array.add(
          Json.createObjectBuilder().add("name", source.name()).add("url", source.url()).build());
    }
    return array.build().toString();
  }
}
