package firstline.publicity.rendition;

import firstline.persistence.requirement.Requirement;
import firstline.publicity.likeness.Fingerprint;
import firstline.publicity.picture.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;

/** Makes pictures small. */
final class Small {
  static final int THUMBNAIL = 320;
  static final int PREVIEW = 1_280;
  private static final float QUALITY = 0.82f;

  private Small() {}

  /** Thumbnail and preview of a picture file. */
  @Requirement("R69.2")
  static Made of(Path file, String mediaType, Path folder) throws IOException {
    try (var picture = Picture.open(file, mediaType)) {
      return of(picture.read(PREVIEW), picture.width(), picture.height(), folder);
    }
  }

  /**
   * Thumbnail and preview of what was read.
   *
   * @param width of the whole, in pixels
   */
  static Made of(BufferedImage read, int width, int height, Path folder) throws IOException {
    var preview = fit(read, PREVIEW);
    var thumbnail = fit(preview, THUMBNAIL);
    return new Made(
        List.of(
            new Made.One(Role.THUMBNAIL, 1, jpeg(thumbnail, folder.resolve("thumbnail.jpg"))),
            new Made.One(Role.PREVIEW, 1, jpeg(preview, folder.resolve("preview.jpg")))),
        new Made.Facts(width, height, colour(thumbnail), 0, 0),
        Fingerprint.of(thumbnail));
  }

  /** The thumbnail alone: what a card needs. */
  static BufferedImage thumbnail(Path file, String mediaType) throws IOException {
    try (var picture = Picture.open(file, mediaType)) {
      return fit(picture.read(THUMBNAIL), THUMBNAIL);
    }
  }

  private static BufferedImage fit(BufferedImage picture, int side) throws IOException {
    return Math.max(picture.getWidth(), picture.getHeight()) <= side
        ? opaque(picture)
        : opaque(Thumbnails.of(picture).size(side, side).asBufferedImage());
  }

  private static BufferedImage opaque(BufferedImage picture) {
    if (!picture.getColorModel().hasAlpha()) {
      return picture;
    }
    var opaque =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    var canvas = opaque.createGraphics();
    canvas.drawImage(picture, 0, 0, null);
    canvas.dispose();
    return opaque;
  }

  static Path jpeg(BufferedImage picture, Path file) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = new FileImageOutputStream(file.toFile())) {
      var parameter = writer.getDefaultWriteParam();
      parameter.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameter.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), parameter);
      return file;
    } finally {
      writer.dispose();
    }
  }

  /** The mean of the fullest of 512 boxes of colour; grey ones count half, since paper is white. */
  static String colour(BufferedImage picture) {
    var boxes = new long[512][4];
    for (var y = 0; y < picture.getHeight(); y += 2) {
      for (var x = 0; x < picture.getWidth(); x += 2) {
        var colour = picture.getRGB(x, y);
        int red = colour >> 16 & 0xFF;
        int green = colour >> 8 & 0xFF;
        int blue = colour & 0xFF;
        var box = boxes[(red >> 5) << 6 | (green >> 5) << 3 | blue >> 5];
        box[0]++;
        box[1] += red;
        box[2] += green;
        box[3] += blue;
      }
    }
    var fullest = boxes[0];
    for (var box : boxes) {
      if (weight(box) > weight(fullest)) {
        fullest = box;
      }
    }
    var count = Math.max(1, fullest[0]);
    return String.format(
        Locale.ROOT, "#%02x%02x%02x", fullest[1] / count, fullest[2] / count, fullest[3] / count);
  }

  private static double weight(long[] box) {
    var most = Math.max(box[1], Math.max(box[2], box[3]));
    var least = Math.min(box[1], Math.min(box[2], box[3]));
    return box[0] == 0 ? 0 : most - least < 24 * box[0] ? box[0] / 2.0 : box[0];
  }
}
