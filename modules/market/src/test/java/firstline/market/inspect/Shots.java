package firstline.market.inspect;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Pictures as a phone takes them: photos and the two signatures. */
final class Shots {
  private Shots() {}

  static byte[] jpeg(int number) {
    var picture = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (var i = 0; i < 16; i++) {
      picture.setRGB(i, i, new Color(number & 0xFF, number >> 8 & 0xFF, i * 15).getRGB());
      picture.setRGB(i, number % 16, Color.WHITE.getRGB());
    }
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static List<Field.Shot> of(int number, int photos) {
    var shots = new ArrayList<Field.Shot>();
    for (var i = 0; i < photos; i++) {
      shots.add(new Field.Shot(UUID.randomUUID(), "PHOTO", jpeg(number * 31 + i)));
    }
    shots.add(new Field.Shot(UUID.randomUUID(), "PARTY", jpeg(1)));
    shots.add(new Field.Shot(UUID.randomUUID(), "OFFICER", jpeg(2)));
    return shots;
  }
}
