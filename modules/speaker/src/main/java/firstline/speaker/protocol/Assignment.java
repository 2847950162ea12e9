package firstline.speaker.protocol;

import java.util.List;
import java.util.Map;

/**
 * Where the speaker belongs.
 *
 * @param audience whose programme it plays
 * @param version rises with each change
 * @param serverKey checks every later signature
 * @param poll milliseconds between two polls, 15 s to 15 min
 */
public record Assignment(
    String serial,
    String area,
    List<String> groups,
    String audience,
    long version,
    String serverKey,
    long poll) {
  public Assignment {
    groups = List.copyOf(groups);
  }

  /**
   * Reads one; its signature is another matter.
   *
   * @throws Malformed naming the member
   */
  public static Assignment of(Map<String, Object> object) throws Malformed {
    var fields = new Fields(object);
    return new Assignment(
        fields.id("serial"),
        fields.text("area"),
        fields.texts("groups"),
        fields.id("audience"),
        fields.number("version"),
        fields.text("serverKey"),
        Programme.poll(fields));
  }
}
