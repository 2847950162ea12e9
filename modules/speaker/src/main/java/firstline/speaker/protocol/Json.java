package firstline.speaker.protocol;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON of integers, strings, booleans, lists and objects, read and written canonically. */
public final class Json {
  /** The integers that RFC 8785, §3.2.2.3, writes without an exponent and JSON keeps exactly. */
  private static final long GREATEST = (1L << 53) - 1;

  private Json() {}

  /**
   * Reads an object.
   *
   * @throws Malformed when it is none, is not UTF-8, or holds a member twice
   */
  public static Map<String, Object> read(byte[] bytes) throws Malformed {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return JSON.std.mapFrom(text);
    } catch (IOException e) {
      throw new Malformed("JSON", e);
    }
  }

  /**
   * The canonical form of RFC 8785 in UTF-8: members sorted by their UTF-16 units, no spaces.
   *
   * @throws Malformed for a fraction, a null, an integer beyond 2^53 or half a surrogate pair
   */
  public static byte[] canonical(Map<String, ?> object) throws Malformed {
    var out = new StringBuilder(256);
    write(object, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The canonical form of what this program itself made, and so has one. */
  public static String text(Map<String, ?> object) {
    try {
      return new String(canonical(object), StandardCharsets.UTF_8);
    } catch (Malformed e) {
      throw new IllegalArgumentException("no canonical form", e);
    }
  }

  private static void write(@Nullable Object value, StringBuilder out) throws Malformed {
    if (value instanceof Map<?, ?> object) {
      var names = object.keySet().toArray(String[]::new);
      Arrays.sort(names);
      var separator = '{';
      for (var name : names) {
        out.append(separator);
        quote(name, out);
        out.append(':');
        write(object.get(name), out);
        separator = ',';
      }
      out.append(names.length == 0 ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      var separator = '[';
      for (var element : list) {
        out.append(separator);
        write(element, out);
        separator = ',';
      }
      out.append(list.isEmpty() ? "[]" : "]");
    } else if (value instanceof String text) {
      quote(text, out);
    } else if (value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Integer || value instanceof Long) {
      long number = ((Number) value).longValue();
      if (number > GREATEST || number < -GREATEST) {
        throw new Malformed("integer beyond 2^53");
      }
      out.append(number);
    } else {
      throw new Malformed(value == null ? "null" : "number");
    }
  }

  /** RFC 8785, §3.2.2.2. */
  private static void quote(String text, StringBuilder out) throws Malformed {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (unit < ' ') {
            out.append("\\u00")
                .append(Character.forDigit(unit >> 4, 16))
                .append(Character.forDigit(unit & 15, 16));
          } else if (isHalf(text, i)) {
            throw new Malformed("surrogate");
          } else {
            out.append(unit);
          }
        }
      }
    }
    out.append('"');
  }

  /** True if one unit of a surrogate pair stands there without the other. */
  private static boolean isHalf(String text, int at) {
    char unit = text.charAt(at);
    if (!Character.isSurrogate(unit)) {
      return false;
    }
    return Character.isHighSurrogate(unit)
        ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
  }
}
