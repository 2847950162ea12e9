package firstline.speaker.journal;

import firstline.speaker.protocol.Json;
import firstline.speaker.protocol.Malformed;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Entries in a file: length (4 bytes), CRC-32C (4 bytes, RFC 3720 §B.4), and an object as canonical
 * JSON.
 */
final class Frames {
  private static final int HEADER = 8;
  private static final int GREATEST = 65_536;

  /**
   * What a file holds.
   *
   * @param size the bytes up to the first frame that is torn or wrong
   * @param damaged whether good frames follow it, which no torn write leaves behind
   */
  record Read(List<Map<String, Object>> entries, int size, boolean damaged) {}

  private Frames() {}

  static byte[] frame(Map<String, ?> entry) {
    byte[] payload;
    try {
      payload = Json.canonical(entry);
    } catch (Malformed e) {
      throw new IllegalArgumentException("an entry of this program has a canonical form", e);
    }
    return ByteBuffer.allocate(HEADER + payload.length)
        .putInt(payload.length)
        .putInt(crc(payload))
        .put(payload)
        .array();
  }

  static Read read(byte[] file) {
    var entries = new ArrayList<Map<String, Object>>();
    int at = 0;
    while (good(file, at)) {
      int length = length(file, at);
      try {
        entries.add(Json.read(payload(file, at)));
      } catch (Malformed e) {
        return new Read(entries, at, true);
      }
      at += HEADER + length;
    }
    return new Read(entries, at, at < file.length && followed(file, at));
  }

  /** A write that was torn is the last one; a good frame anywhere behind it means damage. */
  private static boolean followed(byte[] file, int torn) {
    for (int at = torn + 1; at < file.length; at++) {
      if (good(file, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean good(byte[] file, int at) {
    if (file.length - at < HEADER) {
      return false;
    }
    int length = length(file, at);
    return length > 0
        && length <= GREATEST
        && length <= file.length - at - HEADER
        && crc(payload(file, at)) == ByteBuffer.wrap(file).getInt(at + 4);
  }

  private static int length(byte[] file, int at) {
    return ByteBuffer.wrap(file).getInt(at);
  }

  private static byte[] payload(byte[] file, int at) {
    var payload = new byte[length(file, at)];
    System.arraycopy(file, at + HEADER, payload, 0, payload.length);
    return payload;
  }

  private static int crc(byte[] payload) {
    var crc = new CRC32C();
    crc.update(payload);
    return (int) crc.getValue();
  }
}
