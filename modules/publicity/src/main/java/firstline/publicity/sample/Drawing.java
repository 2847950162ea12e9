package firstline.publicity.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws what the sample shows: a sign on a ground, without a letter, since a server may have no
 * font. The same numbers always give the same bytes.
 *
 * @param sign 0 to 9, one of the topics
 * @param ground 0 to 5, the colours
 */
record Drawing(int sign, int ground) {
  private static final List<Color> GROUNDS =
      List.of(
          new Color(0xB3261E),
          new Color(0x0B5CAD),
          new Color(0x1E6B3A),
          new Color(0x8A4B08),
          new Color(0x5B3A8C),
          new Color(0x2E4A62));

  private static final int FRAMES = 8;
  private static final int RATE = 8_000;
  private static final int SECONDS = 3;

  /** A still picture as PNG. */
  byte[] picture(int width, int height) throws IOException {
    return frame(width, height, 0);
  }

  /**
   * One moment of a moving one, as PNG.
   *
   * @param moment 0 to 1, of one turn
   */
  byte[] frame(int width, int height, double moment) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(drawn(width, height, moment), "png", bytes);
    return bytes.toByteArray();
  }

  /** A moving one as GIF. */
  byte[] moving(int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (var frame = 0; frame < FRAMES; frame++) {
        var image = drawn(width, height, frame / (double) FRAMES);
        var data =
            writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
        var root = (IIOMetadataNode) data.getAsTree(data.getNativeMetadataFormatName());
        var control =
            (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
        control.setAttribute("delayTime", "25");
        data.setFromTree(data.getNativeMetadataFormatName(), root);
        writer.writeToSequence(new IIOImage(image, null, data), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** A jingle of three seconds as WAV, 8 kHz mono. */
  byte[] jingle() {
    var samples = SECONDS * RATE;
    var sound = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    sound.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
    sound.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    sound.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    sound.putShort((short) 2).putShort((short) 16);
    sound.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
    var note = RATE / 4;
    for (var i = 0; i < samples; i++) {
      // Rising and falling thirds, one key a topic; each second louder than the one before.
      var step = i / note % 6;
      var pitch = 262 * Math.pow(2, (sign + 4 * Math.min(step, 6 - step)) / 12.0);
      var fade = (1 - i % note / (double) note) * (1 + i / RATE) / SECONDS;
      sound.putShort((short) (12_000 * fade * Math.sin(2 * Math.PI * pitch * i / RATE)));
    }
    return sound.array();
  }

  private BufferedImage drawn(int width, int height, double moment) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    var colour = GROUNDS.get(ground % GROUNDS.size());
    pen.setPaint(new GradientPaint(0, 0, colour.brighter(), 0, height, colour.darker()));
    pen.fillRect(0, 0, width, height);
    pen.setColor(new Color(255, 255, 255, 40));
    var least = Math.min(width, height);
    pen.fill(new Ellipse2D.Double(width * 0.55, -least * 0.3, least * 0.9, least * 0.9));
    pen.setColor(Color.WHITE);
    for (var line = 0; line < 3; line++) {
      pen.fillRoundRect(
          width / 8, height * (82 + 5 * line) / 100, width * (6 - line) / 8, least / 50 + 1, 4, 4);
    }
    var across = Math.min(width, height * 3 / 4) * 0.5;
    pen.transform(AffineTransform.getTranslateInstance(width / 2.0, height * 0.42));
    pen.scale(across / 2, across / 2);
    pen.rotate(Math.sin(moment * 2 * Math.PI) * 0.12);
    pen.setStroke(new BasicStroke(0.14f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    sign(pen, moment);
    pen.dispose();
    return image;
  }

  private void sign(Graphics2D pen, double moment) {
    switch (sign) {
      case 0 -> cross(pen);
      case 1 -> drop(pen, -1, moment);
      case 2 -> waves(pen, moment);
      case 3 -> crack(pen);
      case 4 -> ring(pen, true);
      case 5 -> bubble(pen);
      case 6 -> sun(pen);
      case 7 -> ring(pen, false);
      case 8 -> bolt(pen);
      default -> page(pen);
    }
  }

  private static void cross(Graphics2D pen) {
    pen.fill(
        path(
            -0.3, -1, 0.3, -1, 0.3, -0.3, 1, -0.3, 1, 0.3, 0.3, 0.3, 0.3, 1, -0.3, 1, -0.3, 0.3, -1,
            0.3, -1, -0.3, -0.3, -0.3));
  }

  private static void drop(Graphics2D pen, double up, double moment) {
    var flame = new Path2D.Double();
    flame.moveTo(0.1 * Math.sin(moment * 6.28), up);
    flame.curveTo(0.9, -0.1, 0.8, 1, 0, 1);
    flame.curveTo(-0.8, 1, -0.9, -0.1, 0.1 * Math.sin(moment * 6.28), up);
    pen.fill(flame);
  }

  private static void waves(Graphics2D pen, double moment) {
    for (var row = -1; row <= 1; row++) {
      var wave = new Path2D.Double();
      wave.moveTo(-1, row * 0.55);
      for (var step = 1; step <= 24; step++) {
        var x = -1 + step / 12.0;
        wave.lineTo(x, row * 0.55 + 0.16 * Math.sin(x * 6.28 + moment * 6.28));
      }
      pen.draw(wave);
    }
  }

  private static void crack(Graphics2D pen) {
    pen.draw(path(-0.9, 0.9, -0.9, -0.2, 0, -0.95, 0.9, -0.2, 0.9, 0.9));
    pen.draw(line(0, -0.95, -0.2, -0.3, 0.2, 0, -0.1, 0.9));
  }

  private static void ring(Graphics2D pen, boolean barred) {
    pen.draw(new Ellipse2D.Double(-0.9, -0.9, 1.8, 1.8));
    pen.draw(barred ? line(-0.6, -0.6, 0.6, 0.6) : line(0, 0.9, 0, 0, 0.6, -0.6));
    if (!barred) {
      pen.draw(line(0, 0, -0.6, -0.6));
    }
  }

  private static void bubble(Graphics2D pen) {
    pen.draw(path(-1, -0.8, 1, -0.8, 1, 0.4, 0, 0.4, -0.5, 0.95, -0.5, 0.4, -1, 0.4));
    pen.draw(line(-0.5, -0.2, -0.1, 0.15, 0.6, -0.5));
  }

  private static void sun(Graphics2D pen) {
    pen.fill(new Ellipse2D.Double(-0.5, -0.5, 1, 1));
    for (var ray = 0; ray < 8; ray++) {
      var angle = ray * Math.PI / 4;
      pen.draw(
          line(0.7 * Math.cos(angle), 0.7 * Math.sin(angle), Math.cos(angle), Math.sin(angle)));
    }
  }

  private static void bolt(Graphics2D pen) {
    pen.fill(path(0.2, -1, -0.6, 0.15, -0.05, 0.15, -0.2, 1, 0.6, -0.2, 0.05, -0.2));
  }

  private static void page(Graphics2D pen) {
    pen.draw(path(-0.7, -1, 0.7, -1, 0.7, 1, -0.7, 1));
    for (var row = -1; row <= 1; row++) {
      pen.draw(line(-0.35, row * 0.4, 0.35, row * 0.4));
    }
  }

  /** A closed path through the points, told as x and y in turn. */
  private static Path2D path(double... points) {
    var path = line(points);
    path.closePath();
    return path;
  }

  private static Path2D line(double... points) {
    var path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (var i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    return path;
  }
}
