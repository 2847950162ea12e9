package firstline.broadcast.receipt;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The object that a speaker sends: UTF-8, as flat and with numbers as short as the protocol has.
 */
public final class JsonBody {
  private static final int DEEPEST = 32;
  private static final int LONGEST_NUMBER = 40;

  private JsonBody() {}

  /**
   * Reads it.
   *
   * @throws Refusal {@code receipts.json} for anything else
   */
  @Requirement("R33.6")
  public static JsonObject read(byte[] body) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      requirePlain(text);
      try (var reader = Json.createReader(new StringReader(text))) {
        return reader.readObject();
      }
    } catch (CharacterCodingException | JsonException | NumberFormatException e) {
      throw new Refusal("receipts.json");
    }
  }

  /**
   * What is deeper or longer ends the parser with errors that are of no kind of their own, and what
   * follows the object it does not read.
   */
  private static void requirePlain(String text) {
    var deep = 0;
    var digits = 0;
    var quoted = false;
    var over = false;
    for (var i = 0; i < text.length(); i++) {
      var sign = text.charAt(i);
      if (quoted) {
        if (sign == '\\') {
          i++;
        } else if (sign == '"') {
          quoted = false;
        }
        continue;
      }
      quoted = sign == '"';
      deep += sign == '{' || sign == '[' ? 1 : sign == '}' || sign == ']' ? -1 : 0;
      digits = sign >= '0' && sign <= '9' ? digits + 1 : 0;
      if (deep > DEEPEST || digits > LONGEST_NUMBER || (over && sign > ' ')) {
        throw new Refusal("receipts.json");
      }
      over = deep == 0 && (over || sign == '}');
    }
  }
}
