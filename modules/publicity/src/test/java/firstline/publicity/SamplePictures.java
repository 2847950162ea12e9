package firstline.publicity;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Pictures as departments have them, drawn by code: photographs of noise, and posters. */
public final class SamplePictures {
  private SamplePictures() {}

  /** Like a photograph: clouds of several sizes in a few colours. The same seed, the same one. */
  public static BufferedImage photograph(long seed, int width, int height) {
    var random = new Random(seed);
    var octaves = new double[6][][];
    for (var i = 0; i < octaves.length; i++) {
      var cells = 3 << i;
      octaves[i] = new double[cells + 2][cells + 2];
      for (var row : octaves[i]) {
        for (var x = 0; x < row.length; x++) {
          row[x] = random.nextDouble();
        }
      }
    }
    var dark = new Color(random.nextInt(80), random.nextInt(80), random.nextInt(80));
    var light =
        new Color(150 + random.nextInt(105), 150 + random.nextInt(105), 150 + random.nextInt(105));
    var line = new int[width];
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (var y = 0; y < height; y++) {
      for (var x = 0; x < width; x++) {
        var value = 0.0;
        var weight = 0.0;
        for (var i = 0; i < octaves.length; i++) {
          var part = 1.0 / (1 << i);
          value += part * noise(octaves[i], (double) x / width, (double) y / height);
          weight += part;
        }
        line[x] = mixed(dark, light, Math.min(1, Math.max(0, 2.2 * value / weight - 0.6)));
      }
      picture.setRGB(0, y, width, 1, line, 0, width);
    }
    return picture;
  }

  private static double noise(double[][] grid, double u, double v) {
    var x = u * (grid.length - 2);
    var y = v * (grid.length - 2);
    var i = (int) x;
    var j = (int) y;
    var a = x - i;
    var b = y - j;
    return (grid[j][i] * (1 - a) + grid[j][i + 1] * a) * (1 - b)
        + (grid[j + 1][i] * (1 - a) + grid[j + 1][i + 1] * a) * b;
  }

  private static int mixed(Color dark, Color light, double share) {
    var red = (int) (dark.getRed() + share * (light.getRed() - dark.getRed()));
    var green = (int) (dark.getGreen() + share * (light.getGreen() - dark.getGreen()));
    var blue = (int) (dark.getBlue() + share * (light.getBlue() - dark.getBlue()));
    return red << 16 | green << 8 | blue;
  }

  /** Like a poster: a ground, some shapes, some lines of writing. */
  public static BufferedImage poster(long seed, int width, int height) {
    var random = new Random(seed);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = picture.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setPaint(
        new GradientPaint(
            0,
            0,
            new Color(random.nextInt(0x1000000)),
            random.nextInt(width),
            height,
            new Color(random.nextInt(0x1000000))));
    canvas.fillRect(0, 0, width, height);
    for (var i = 0; i < 3 + random.nextInt(5); i++) {
      canvas.setColor(new Color(random.nextInt(0x1000000)));
      var w = width / 8 + random.nextInt(width / 2);
      var h = height / 8 + random.nextInt(height / 2);
      var x = random.nextInt(width) - w / 3;
      var y = random.nextInt(height) - h / 3;
      if (random.nextBoolean()) {
        canvas.fillOval(x, y, w, h);
      } else {
        canvas.fillRect(x, y, w, h);
      }
    }
    canvas.setColor(random.nextBoolean() ? Color.WHITE : Color.BLACK);
    for (var i = 0; i < 2 + random.nextInt(4); i++) {
      canvas.setFont(
          new Font(Font.SANS_SERIF, Font.BOLD, height / 14 + random.nextInt(height / 8)));
      canvas.drawString(
          Long.toString(Math.abs(random.nextLong()), 36),
          random.nextInt(width / 3),
          height / 8 + random.nextInt(height * 3 / 4));
    }
    canvas.dispose();
    return picture;
  }

  /** Packed at the quality, 0 to 1. */
  public static byte[] jpeg(BufferedImage picture, double quality) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      var parameter = writer.getDefaultWriteParam();
      parameter.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameter.setCompressionQuality((float) quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), parameter);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Packed in the format, such as {@code png}. */
  public static byte[] packed(BufferedImage picture, String format) throws IOException {
    var bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(picture, format, bytes)) {
      throw new IOException("no writer for " + format);
    }
    return bytes.toByteArray();
  }
}
