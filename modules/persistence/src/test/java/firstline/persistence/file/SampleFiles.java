package firstline.persistence.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people bring them, and as nobody should. */
final class SampleFiles {
  private SampleFiles() {}

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] png(int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  /** A PNG's signature and its head, and nothing of a picture. */
  static byte[] pngHead(int width, int height) {
    var head = ByteBuffer.allocate(17).put(text("IHDR")).putInt(width).putInt(height);
    head.put(new byte[] {8, 2, 0, 0, 0});
    var crc = new CRC32();
    crc.update(head.array());
    return ByteBuffer.allocate(33)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
        .putInt(13)
        .put(head.array())
        .putInt((int) crc.getValue())
        .array();
  }

  /** A large screen with a first frame of one pixel. */
  static byte[] gifHead(int width, int height) {
    var gif = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    gif.put(text("GIF89a")).putShort((short) width).putShort((short) height);
    gif.put(new byte[] {0, 0, 0, ','}).putShort((short) 0).putShort((short) 0);
    return gif.putShort((short) 1).putShort((short) 1).put((byte) 0).array();
  }

  static byte[] zip(String... names) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text("<a/>"));
      }
    }
    return bytes.toByteArray();
  }
}
