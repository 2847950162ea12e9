package firstline.publicity.inspect;

import firstline.publicity.picture.Exif;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The segments of a JPEG file (ITU-T T.81, annex B). */
final class JpegParts {
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

  private JpegParts() {}

  /** Copies the picture: no remarks, nothing of a camera's, nothing behind its end. */
  static void copy(DataInputStream in, DataOutputStream out, int orientation) throws IOException {
    out.writeShort(in.readUnsignedShort());
    var told = orientation == Exif.UPRIGHT;
    var marker = marker(in);
    while (marker != END) {
      // JFIF is to come first.
      if (!told && marker != 0xE0) {
        exif(out, orientation);
        told = true;
      }
      var body = in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
      if (kept(marker, body)) {
        out.writeShort(0xFF00 | marker);
        out.writeShort(body.length + 2);
        out.write(body);
      }
      marker = marker == SCAN ? scan(in, out) : marker(in);
    }
    out.writeShort(0xFF00 | END);
  }

  private static boolean kept(int marker, byte[] body) {
    return switch (marker) {
      // JFIF, and which colours Adobe's four are.
      case 0xE0, 0xEE -> true;
      case 0xE2 ->
          body.length > PROFILE.length
              && Arrays.equals(body, 0, PROFILE.length, PROFILE, 0, PROFILE.length);
      case 0xFE -> false;
      default -> marker < 0xE0 || marker > 0xEF;
    };
  }

  private static void exif(DataOutputStream out, int orientation) throws IOException {
    var block = Exif.saying(orientation);
    out.writeShort(0xFFE1);
    out.writeShort(2 + EXIF.length + block.length);
    out.write(EXIF);
    out.write(block);
  }

  private static int marker(DataInputStream in) throws IOException {
    var octet = in.readUnsignedByte();
    while (octet != 0xFF) {
      octet = in.readUnsignedByte();
    }
    while (octet == 0xFF) {
      octet = in.readUnsignedByte();
    }
    return octet;
  }

  /** Copies packed pixels; the marker behind them. */
  private static int scan(DataInputStream in, DataOutputStream out) throws IOException {
    while (true) {
      var octet = in.readUnsignedByte();
      if (octet != 0xFF) {
        out.write(octet);
        continue;
      }
      var next = in.readUnsignedByte();
      while (next == 0xFF) {
        next = in.readUnsignedByte();
      }
      if (next != 0 && (next < 0xD0 || next > 0xD7)) {
        return next;
      }
      out.write(0xFF);
      out.write(next);
    }
  }
}
