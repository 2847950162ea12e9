package firstline.broadcast.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** WAV files of µ-law bytes (RFC 2361, WAVE form 7; ITU-T G.711). */
final class Companded {
  static final int RATE = 16_000;
  private static final int HEAD = 58;
  private static final short MU_LAW = 7;

  private Companded() {}

  /** One file of all the pieces. */
  static byte[] wave(List<byte[]> pieces) {
    var size = pieces.stream().mapToInt(piece -> piece.length).sum();
    var out = ByteBuffer.allocate(HEAD + size).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(HEAD - 8 + size).put(ascii("WAVEfmt ")).putInt(18);
    out.putShort(MU_LAW).putShort((short) 1).putInt(RATE).putInt(RATE);
    out.putShort((short) 1).putShort((short) 8).putShort((short) 0);
    out.put(ascii("fact")).putInt(4).putInt(size).put(ascii("data")).putInt(size);
    pieces.forEach(out::put);
    return out.array();
  }

  private static byte[] ascii(String tag) {
    return tag.getBytes(StandardCharsets.US_ASCII);
  }
}
