package firstline.persistence.tabular;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.text.PlainText;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON Lines, one object a line; blank lines are passed over, a bad one stops no other.
 *
 * @param lines what could be read
 * @param rejected what could not
 */
public record JsonLines<T>(List<T> lines, List<RejectedLine> rejected) {
  private static final int START = 80;

  /** Makes a line of an object. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(int number, JsonObject object);
  }

  /**
   * Reads to the end.
   *
   * @throws Refusal {@code table.too-many-lines} beyond {@code most}
   */
  public static <T> JsonLines<T> read(InputStream stream, int most, Reader<T> line)
      throws IOException {
    var lines = new ArrayList<T>();
    var rejected = new ArrayList<RejectedLine>();
    var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    var number = 0;
    for (var text = reader.readLine(); text != null; text = reader.readLine()) {
      number++;
      if (number > most) {
        throw new Refusal("table.too-many-lines", most);
      }
      if (!text.isBlank()) {
        try (var json = Json.createReader(new StringReader(text))) {
          lines.add(line.read(number, json.readObject()));
        } catch (JsonException | IllegalStateException | ClassCastException e) {
          rejected.add(
              new RejectedLine(
                  number, "import.line", PlainText.line(PlainText.start(text, START))));
        }
      }
    }
    return new JsonLines<>(lines, rejected);
  }

  /**
   * A member as text without space around it, a number as it is written; empty if there is none.
   */
  public static String text(JsonObject object, String name) {
    var value = object.get(name);
    if (value == null || value == JsonValue.NULL) {
      return "";
    }
    return value instanceof JsonString string ? string.getString().strip() : value.toString();
  }
}
