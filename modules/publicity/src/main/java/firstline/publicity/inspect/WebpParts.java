package firstline.publicity.inspect;

import firstline.persistence.refusal.Refusal;
import firstline.publicity.picture.Exif;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The chunks of a WebP file (RFC 9649, 2.7). */
final class WebpParts {
  private static final Set<String> KEPT =
      Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");

  /** Bytes of a chunk; sixteen thousand pixels square take less. */
  private static final long LARGEST = 128L << 20;

  private static final int EXIF_FLAG = 0x08;
  private static final int XMP_FLAG = 0x04;

  private WebpParts() {}

  /** Its size stands at its front, so that it is held whole: a WebP has 16,383 pixels a side. */
  static void copy(DataInputStream in, DataOutputStream out, int orientation) throws IOException {
    in.skipNBytes(4);
    var left = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt())) - 4;
    in.skipNBytes(4);
    var chunks = new ByteArrayOutputStream();
    var kept = new DataOutputStream(chunks);
    var extended = false;
    while (left >= 8) {
      var type = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
      var length = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
      var padded = length + (length & 1);
      if (padded > LARGEST) {
        throw new Refusal("upload.broken-off");
      }
      left -= 8 + padded;
      if (!KEPT.contains(type)) {
        in.skipNBytes(padded);
        continue;
      }
      var body = in.readNBytes((int) padded);
      if (body.length < length) {
        throw new EOFException();
      }
      if (type.equals("VP8X")) {
        extended = true;
        body[0] &= ~(EXIF_FLAG | XMP_FLAG);
        body[0] |= orientation == Exif.UPRIGHT ? 0 : (byte) EXIF_FLAG;
      }
      chunk(kept, type, (int) length, body);
    }
    // Without the extended head there was no EXIF to say an orientation.
    if (extended && orientation != Exif.UPRIGHT) {
      var block = Exif.saying(orientation);
      chunk(kept, "EXIF", block.length, block);
    }
    out.writeBytes("RIFF");
    out.writeInt(Integer.reverseBytes(chunks.size() + 4));
    out.writeBytes("WEBP");
    chunks.writeTo(out);
  }

  private static void chunk(DataOutputStream out, String type, int length, byte[] body)
      throws IOException {
    out.writeBytes(type);
    out.writeInt(Integer.reverseBytes(length));
    out.write(body);
    if (body.length % 2 == 1) {
      out.write(0);
    }
  }
}
