package firstline.publicity.inspect;

import firstline.persistence.refusal.Refusal;
import firstline.publicity.picture.Exif;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** The chunks of a PNG file (W3C PNG, third edition, 5 and 11). */
final class PngParts {
  /** What makes the pixels and their colours; words, times and whatever else is private go. */
  private static final Set<String> KEPT =
      Set.of(
          "IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs",
          "acTL", "fcTL", "fdAT", "IDAT", "IEND");

  private PngParts() {}

  static void copy(DataInputStream in, DataOutputStream out, int orientation) throws IOException {
    out.writeLong(in.readLong());
    var type = "";
    while (!type.equals("IEND")) {
      var length = in.readInt();
      type = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
      if (length < 0) {
        throw new Refusal("upload.broken-off");
      }
      if (KEPT.contains(type)) {
        out.writeInt(length);
        out.writeBytes(type);
        pass(in, out, length + 4L);
      } else {
        in.skipNBytes(length + 4L);
      }
      if (type.equals("IHDR") && orientation != Exif.UPRIGHT) {
        exif(out, orientation);
      }
    }
  }

  private static void exif(DataOutputStream out, int orientation) throws IOException {
    var block = Exif.saying(orientation);
    var type = "eXIf".getBytes(StandardCharsets.US_ASCII);
    var check = new CRC32();
    check.update(type);
    check.update(block);
    out.writeInt(block.length);
    out.write(type);
    out.write(block);
    out.writeInt((int) check.getValue());
  }

  /** Copies so many bytes. */
  static void pass(DataInputStream in, DataOutputStream out, long bytes) throws IOException {
    var buffer = new byte[1 << 14];
    var left = bytes;
    while (left > 0) {
      var read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new EOFException();
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
