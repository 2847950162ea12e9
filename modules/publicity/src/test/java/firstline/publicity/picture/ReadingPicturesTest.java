package firstline.publicity.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.publicity.SamplePictures;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of every kind that is taken in. */
class ReadingPicturesTest {
  @TempDir private Path folder;

  @Test
  @Requirement("R67.4")
  void everyFormatIsSeenAlike() throws IOException {
    var poster = SamplePictures.poster(11, 90, 60);
    for (var format : new String[] {"png", "jpeg", "gif", "tiff"}) {
      var file = Files.write(folder.resolve(format), SamplePictures.packed(poster, format));
      try (var picture = Picture.open(file, "image/" + format)) {
        assertEquals(90, picture.width());
        assertEquals(60, picture.read(1_000).getHeight());
        assertEquals(30, picture.read(30).getWidth());
      }
    }
  }

  @Test
  @Requirement("R67.4")
  void aJpegOfFourInksIsReadInThreeColours() throws IOException {
    var inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 40, 30, 4, null);
    for (var y = 0; y < 30; y++) {
      for (var x = 0; x < 40; x++) {
        // As printers' programs write it: all of an ink is 0.
        inks.setPixel(x, y, new int[] {255, 0, 0, 255});
      }
    }
    var file = folder.resolve("inks.jpg");
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = new FileImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(inks, null, null), null);
    } finally {
      writer.dispose();
    }
    try (var picture = Picture.open(file, "image/jpeg")) {
      var read = picture.read(1_000);
      assertEquals(3, read.getColorModel().getNumComponents());
      assertEquals(40, read.getWidth());
    }
  }

  @Test
  @Requirement("R67.4")
  void whatIsNoPictureIsToldAsSuch() throws IOException {
    var file = Files.writeString(folder.resolve("a"), "nothing to be seen");
    assertTrue(Picture.TYPES.contains("image/webp"));
    for (var type : Picture.TYPES) {
      assertThrows(IOException.class, () -> Picture.open(file, type), type);
    }
  }
}
