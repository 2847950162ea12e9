package firstline.broadcast.signature;

import firstline.persistence.requirement.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Objects of integers, strings, booleans, lists and maps in the form of RFC 8785: members sorted by
 * their UTF-16 units, no spaces, the shortest escapes.
 */
public final class Canonical {
  /** Beyond it a number of JSON is no integer for everybody (RFC 8785, appendix D). */
  public static final long EXACT = 1L << 53;

  /** What is in the form already: a part that many objects share is written once. */
  public record Written(String text) {
    /** The form of an object. */
    public static Written of(Map<String, ?> object) {
      return written(object);
    }

    /** The form of a list. */
    public static Written of(List<?> list) {
      return written(list);
    }

    private static Written written(Object value) {
      var text = new StringBuilder();
      write(text, value);
      return new Written(text.toString());
    }
  }

  private Canonical() {}

  /**
   * The bytes in UTF-8.
   *
   * @throws IllegalArgumentException for a value of another kind, an integer beyond 2^53, or half a
   *     surrogate (RFC 8785, 3.2.2.2), which UTF-8 cannot write
   */
  public static byte[] bytes(Map<String, ?> object) {
    var text = new StringBuilder();
    write(text, object);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Requirement("R32.1")
  private static void write(StringBuilder text, Object value) {
    if (value instanceof Written written) {
      text.append(written.text());
    } else if (value instanceof String string) {
      quote(text, string);
    } else if (value instanceof Boolean flag) {
      text.append(flag.booleanValue());
    } else if (value instanceof Integer || value instanceof Long) {
      var number = ((Number) value).longValue();
      if (number > EXACT || number < -EXACT) {
        throw new IllegalArgumentException("beyond 2^53: " + number);
      }
      text.append(number);
    } else if (value instanceof List<?> list) {
      var before = '[';
      for (var one : list) {
        write(text.append(before), one);
        before = ',';
      }
      text.append(list.isEmpty() ? "[]" : "]");
    } else if (value instanceof Map<?, ?> map) {
      var sorted = new TreeMap<String, Object>();
      map.forEach((name, one) -> sorted.put((String) name, one));
      var before = '{';
      for (var one : sorted.entrySet()) {
        quote(text.append(before), one.getKey());
        write(text.append(':'), one.getValue());
        before = ',';
      }
      text.append(sorted.isEmpty() ? "{}" : "}");
    } else {
      throw new IllegalArgumentException("no canonical form of " + value.getClass());
    }
  }

  private static void quote(StringBuilder text, String string) {
    text.append('"');
    for (var i = 0; i < string.length(); i++) {
      var unit = string.charAt(i);
      switch (unit) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (unit < ' ') {
            text.append("\\u00")
                .append(Character.forDigit(unit >> 4, 16))
                .append(Character.forDigit(unit & 15, 16));
          } else if (isHalf(string, i)) {
            throw new IllegalArgumentException("half a surrogate at " + i);
          } else {
            text.append(unit);
          }
        }
      }
    }
    text.append('"');
  }

  /** True if one unit of a surrogate pair stands there without the other. */
  private static boolean isHalf(String string, int at) {
    var unit = string.charAt(at);
    if (Character.isHighSurrogate(unit)) {
      return at + 1 == string.length() || !Character.isLowSurrogate(string.charAt(at + 1));
    }
    return Character.isLowSurrogate(unit)
        && (at == 0 || !Character.isHighSurrogate(string.charAt(at - 1)));
  }
}
