package firstline.publicity.picture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Which way up a picture file says that it is. */
public final class Orientation {
  private static final int LARGEST = 1 << 16;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  private Orientation() {}

  /** 1 to 8, after EXIF; 1 if the file says nothing or cannot be read so far. */
  public static int of(Path file, String mediaType) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return switch (mediaType) {
        case "image/jpeg" -> jpeg(in);
        case "image/png" -> png(in);
        case "image/webp" -> webp(in);
        case "image/tiff" -> Exif.orientation(in.readNBytes(LARGEST));
        default -> Exif.UPRIGHT;
      };
    } catch (EOFException e) {
      return Exif.UPRIGHT;
    }
  }

  private static int jpeg(DataInputStream in) throws IOException {
    in.skipNBytes(2);
    while (true) {
      var marker = in.readUnsignedShort();
      if (marker < 0xFFC0 || marker == 0xFFDA) {
        return Exif.UPRIGHT;
      }
      var length = in.readUnsignedShort() - 2;
      if (length < 0) {
        return Exif.UPRIGHT;
      }
      if (marker == 0xFFE1) {
        var body = in.readNBytes(length);
        if (startsWith(body, EXIF)) {
          return Exif.orientation(Arrays.copyOfRange(body, EXIF.length, body.length));
        }
      } else {
        in.skipNBytes(length);
      }
    }
  }

  private static int png(DataInputStream in) throws IOException {
    in.skipNBytes(8);
    while (true) {
      var length = Integer.toUnsignedLong(in.readInt());
      var type = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
      if (type.equals("eXIf") && length <= LARGEST) {
        return Exif.orientation(in.readNBytes((int) length));
      }
      if (type.equals("IEND")) {
        return Exif.UPRIGHT;
      }
      in.skipNBytes(length + 4);
    }
  }

  private static int webp(DataInputStream in) throws IOException {
    in.skipNBytes(12);
    while (true) {
      var type = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
      var length = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
      if (type.equals("EXIF") && length <= LARGEST) {
        var body = in.readNBytes((int) length);
        // Some writers put JPEG's head before it.
        return Exif.orientation(
            startsWith(body, EXIF) ? Arrays.copyOfRange(body, EXIF.length, body.length) : body);
      }
      in.skipNBytes(length + (length & 1));
    }
  }

  private static boolean startsWith(byte[] body, byte[] head) {
    return body.length > head.length && Arrays.equals(body, 0, head.length, head, 0, head.length);
  }
}
