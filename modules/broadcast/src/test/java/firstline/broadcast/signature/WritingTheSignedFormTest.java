package firstline.broadcast.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.requirement.Requirement;
import firstline.testkit.locale.ThreeLocales;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WritingTheSignedFormTest {
  private static String form(Map<String, ?> object) {
    return new String(Canonical.bytes(object), StandardCharsets.UTF_8);
  }

  @ThreeLocales
  @Requirement("R32.1")
  void stringsAreWrittenAsRfc8785Writes() {
    // RFC 8785, 3.2.2 and 3.2.3
    assertEquals(
        "{\"literals\":[true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
        form(
            Map.of(
                "string", "\u20ac$\u000F\nA'\u0042\"\\\\\"/", "literals", List.of(true, false))));
    assertEquals(
        "{\"\":\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028\"}",
        form(Map.of("", "\b\t\n\f\r\u0000\u001f\u007f\u2028")));
  }

  @ThreeLocales
  @Requirement("R32.1")
  void membersAreSortedByTheirUtf16Units() {
    // RFC 8785, 3.2.3
    var object =
        Map.of(
            "\u20ac", "Euro Sign",
            "\r", "Carriage Return",
            "\ufb33", "Hebrew Letter Dalet With Dagesh",
            "1", "One",
            "\ud83d\ude00", "Emoji: Grinning Face",
            "\u0080", "Control",
            "\u00f6", "Latin Small Letter O With Diaeresis");
    assertEquals(
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
            + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
            + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
            + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
        form(object));
  }

  @ThreeLocales
  @Requirement("R32.1")
  void integersAreWrittenWholeAsFarAsEverybodyHasThem() {
    // RFC 8785, appendix B
    assertEquals(
        "{\"a\":[0,-1,9007199254740992,-9007199254740992]}",
        form(Map.of("a", List.of(0, -1, 9007199254740992L, -9007199254740992L))));
    for (var beyond : List.of(9007199254740993L, -9007199254740993L, Long.MIN_VALUE)) {
      assertThrows(IllegalArgumentException.class, () -> form(Map.of("a", beyond)));
    }
    for (var none : List.of(1.5, 'c', new int[0])) {
      assertThrows(IllegalArgumentException.class, () -> form(Map.of("a", none)));
    }
  }

  @Test
  @Requirement("R32.1")
  void halfASurrogateHasNoForm() {
    // RFC 8785, 3.2.2.2: it must end the serialization, or two objects would have the same bytes.
    for (var half : List.of("\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d")) {
      assertThrows(IllegalArgumentException.class, () -> form(Map.of("a", half)));
      assertThrows(IllegalArgumentException.class, () -> form(Map.of(half, "a")));
    }
  }

  @Test
  @Requirement("R32.1")
  void whatIsWrittenReadsAsTheSameAndNoOrderChangesIt() {
    Seeded.cases(
        2_000,
        draw -> {
          var object = object(draw, 3);
          var written = Canonical.bytes(object);
          assertArrayEquals(written, Canonical.bytes(shuffled(draw, object)));
          try (var reader = Json.createReader(new ByteArrayInputStream(written))) {
            assertEquals(object, plain(reader.readObject()));
          }
        });
  }

  @Test
  @Requirement("R32.1")
  void aPartThatIsWrittenAlreadyIsThePart() {
    Seeded.cases(
        300,
        draw -> {
          var part = object(draw, 2);
          assertArrayEquals(
              Canonical.bytes(Map.of("parts", List.of(part, part))),
              Canonical.bytes(
                  Map.of(
                      "parts", List.of(Canonical.Written.of(part), Canonical.Written.of(part)))));
        });
  }

  private static Map<String, Object> object(Draw draw, int deep) {
    var object = new LinkedHashMap<String, Object>();
    for (var i = draw.between(0, 5); i > 0; i--) {
      object.put(draw.text(0, 6), value(draw, deep));
    }
    return object;
  }

  private static Object value(Draw draw, int deep) {
    return switch (draw.between(0, deep > 0 ? 4 : 2)) {
      case 0 -> draw.text(0, 12);
      case 1 -> draw.random().nextLong() >> draw.between(11, 62);
      case 2 -> draw.chance(0.5);
      case 3 -> draw.list(0, 4, inner -> value(inner, deep - 1));
      default -> object(draw, deep - 1);
    };
  }

  private static Map<String, Object> shuffled(Draw draw, Map<String, Object> object) {
    var shuffled = new LinkedHashMap<String, Object>();
    draw.shuffled(List.copyOf(object.keySet()))
        .forEach(name -> shuffled.put(name, object.get(name)));
    return shuffled;
  }

  private static Object plain(JsonValue value) {
    if (value instanceof JsonString string) {
      return string.getString();
    }
    if (value instanceof JsonNumber number) {
      return number.longValueExact();
    }
    if (value instanceof JsonArray array) {
      return array.stream().map(WritingTheSignedFormTest::plain).toList();
    }
    if (value instanceof JsonObject object) {
      var all = new LinkedHashMap<String, Object>();
      object.forEach((name, one) -> all.put(name, plain(one)));
      return all;
    }
    return value == JsonValue.TRUE;
  }
}
