package firstline.publicity.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.publicity.SamplePictures;
import firstline.publicity.picture.Exif;
import firstline.publicity.picture.Orientation;
import firstline.publicity.picture.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tells of a picture's making is gone; the picture is the same, the same way up. */
class StrippingTest {
  private static final String PLACE = "GPS-28.7513-104.6417-Zhang-San-iPhone";

  @TempDir private Path folder;

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** EXIF with an orientation, and behind its directory the place. */
  private static byte[] exif(int orientation) {
    var exif = Exif.saying(orientation);
    return ByteBuffer.allocate(exif.length + PLACE.length()).put(exif).put(text(PLACE)).array();
  }

  private static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
    return ByteBuffer.allocate(jpeg.length + 4 + body.length)
        .put(jpeg, 0, 2)
        .putShort((short) marker)
        .putShort((short) (body.length + 2))
        .put(body)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  private static byte[] withChunk(byte[] png, String type, byte[] body) {
    var check = new CRC32();
    check.update(text(type));
    check.update(body);
    return ByteBuffer.allocate(png.length + 12 + body.length)
        .put(png, 0, 33)
        .putInt(body.length)
        .put(text(type))
        .put(body)
        .putInt((int) check.getValue())
        .put(png, 33, png.length - 33)
        .array();
  }

  private static byte[] joined(byte[] a, byte[] b) {
    return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
  }

  private static int[] pixels(Path file, String type) throws IOException {
    try (var picture = Picture.open(file, type)) {
      return pixels(picture.read(10_000));
    }
  }

  private static int[] pixels(BufferedImage read) {
    return read.getRGB(0, 0, read.getWidth(), read.getHeight(), null, 0, read.getWidth());
  }

  private Path stripped(byte[] bytes, String type) throws IOException {
    var file = Files.write(folder.resolve("in"), bytes);
    assertTrue(new String(bytes, StandardCharsets.ISO_8859_1).contains(PLACE));
    var copy = folder.resolve("out");
    assertTrue(Stripping.strip(file, type, copy));
    assertFalse(Files.readString(copy, StandardCharsets.ISO_8859_1).contains(PLACE));
    if (type.startsWith("image/")) {
      assertEquals(Orientation.of(file, type), Orientation.of(copy, type));
      assertArrayEquals(pixels(file, type), pixels(copy, type));
    }
    var again = folder.resolve("again");
    assertFalse(Stripping.strip(copy, type, again), "there is nothing left to take out");
    assertFalse(Files.exists(again));
    return copy;
  }

  @Test
  @Requirement("R67.2")
  void jpegKeepsItsPixelsAndItsWayUp() throws IOException {
    var plain = SamplePictures.jpeg(SamplePictures.photograph(5, 90, 60), 0.8);
    for (var orientation = 1; orientation <= 8; orientation++) {
      var exif = joined(text("Exif\0\0"), exif(orientation));
      var copy =
          stripped(
              joined(
                  withSegment(withSegment(plain, 0xFFE1, exif), 0xFFFE, text(PLACE)), text(PLACE)),
              "image/jpeg");
      assertEquals(orientation, Orientation.of(copy, "image/jpeg"));
      try (var picture = Picture.open(copy, "image/jpeg")) {
        assertEquals(orientation > 4 ? 60 : 90, picture.width());
        assertEquals(orientation > 4 ? 60 : 90, picture.read(1_000).getWidth());
      }
    }
  }

  @Test
  @Requirement("R67.2")
  void pngLosesItsWordsAndKeepsItsWayUp() throws IOException {
    var plain = SamplePictures.packed(SamplePictures.poster(6, 80, 50), "png");
    stripped(withChunk(plain, "tEXt", text("Author\0" + PLACE)), "image/png");
    var copy = stripped(withChunk(plain, "eXIf", exif(6)), "image/png");
    assertEquals(6, Orientation.of(copy, "image/png"));
  }

  @Test
  @Requirement("R67.2")
  void webpLosesItsExif() throws IOException {
    // Losslessly packed by no library here: the smallest there is, one white pixel.
    var pixel = text("VP8L\r\0\0\0/\0\0\0\20\7\20\21\21\210\210\376\7\0");
    var head = ByteBuffer.allocate(18).put(text("VP8X\n\0\0\0")).put((byte) 0x08).array();
    var exif = exif(1);
    var body = new ByteArrayOutputStream();
    body.write(text("WEBP"));
    body.write(head);
    body.write(pixel);
    body.write(text("EXIF"));
    body.write(ByteBuffer.allocate(4).putInt(Integer.reverseBytes(exif.length)).array());
    body.write(exif);
    if (exif.length % 2 == 1) {
      body.write(0);
    }
    var file =
        joined(
            joined(
                text("RIFF"),
                ByteBuffer.allocate(4).putInt(Integer.reverseBytes(body.size())).array()),
            body.toByteArray());
    stripped(file, "image/webp");
  }

  @Test
  @Requirement("R67.2")
  void tiffLosesWhatItsDirectoryTells() throws IOException {
    var plain = SamplePictures.packed(SamplePictures.poster(7, 70, 40), "tiff");
    var block = ByteBuffer.wrap(plain);
    if (plain[0] == 'I') {
      block.order(ByteOrder.LITTLE_ENDIAN);
    }
    var at = block.getInt(4);
    var entries = block.getShort(at);
    // A directory at the end with one entry more, which lies behind all others: the artist.
    var directory = ByteBuffer.allocate(2 + 12 * (entries + 1) + 4).order(block.order());
    directory.putShort((short) (entries + 1));
    var artist = ByteBuffer.allocate(12).order(block.order());
    artist.putShort((short) 315).putShort((short) 2).putInt(PLACE.length()).putInt(plain.length);
    var put = false;
    for (var i = 0; i < entries; i++) {
      if (!put && Short.toUnsignedInt(block.getShort(at + 2 + 12 * i)) > 315) {
        directory.put(artist.array());
        put = true;
      }
      directory.put(plain, at + 2 + 12 * i, 12);
    }
    if (!put) {
      directory.put(artist.array());
    }
    directory.putInt(0);
    block.putInt(4, plain.length + PLACE.length());
    stripped(joined(joined(plain, text(PLACE)), directory.array()), "image/tiff");
  }

  @Test
  @Requirement("R67.2")
  void aFilmLosesItsRemarksAndNothingMoves() throws IOException {
    var remark =
        ByteBuffer.allocate(8 + PLACE.length())
            .putInt(8 + PLACE.length())
            .put(text("udta"))
            .put(text(PLACE))
            .array();
    var film = InspectingFilesTest.film(remark);
    var copy = stripped(film, "video/mp4");
    assertEquals(film.length, Files.size(copy));
    Boxes.whole(copy);
  }
}
