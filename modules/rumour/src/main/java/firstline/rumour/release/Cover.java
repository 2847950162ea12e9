package firstline.rumour.release;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import firstline.rumour.rumour.Verdict;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/**
 * The pictures that go with a text: the fact as headline, the verdict as shape, word and colour,
 * the number, who says so and when. The rumour never stands on one.
 */
final class Cover {
  private static final Color DEEP = new Color(0x072F5C);
  private static final Color PRIMARY = new Color(0x0B5CAD);
  private static final Color SOFT = new Color(0xE3EEFA);
  private static final Color TEXT = new Color(0x1F2933);
  private static final Color SECOND = new Color(0x52606D);
  private static final Color LINE = new Color(0xD3DAE1);

  /**
   * What stands on a picture.
   *
   * @param language of the words around the fact, {@code zh} or {@code en}
   * @param address where the whole answer is read
   */
  record Face(
      String language,
      String fact,
      String explanation,
      Verdict verdict,
      String number,
      String department,
      String day,
      String address) {
    String words(String key) {
      return Bundles.words(language, key);
    }

    String verdictWord() {
      return words("rumour.verdict." + verdict.name());
    }
  }

  private final Font font;
  private final Face face;

  Cover(Font font, Face face) {
    this.font = font;
    this.face = face;
  }

  /** The head of an article: 900 by 383. */
  @Requirement("R3.16")
  byte[] article() {
    var canvas = new Canvas(900, 383, font, PRIMARY);
    ground(canvas, 900, 383);
    canvas.fill(new Color(255, 255, 255, 26), 0, 323, 900, 60);
    var badge = badge(canvas, 48, 32, 26);
    canvas.write(
        face.words("rumour.picture.brand"),
        SOFT,
        Canvas.Setting.line(48 + badge + 18, 36, 500, 22, false));
    canvas.writeAmidst(
        face.fact(), Color.WHITE, new Canvas.Setting(48, 88, 804, 226, 84, 30, 4, true));
    canvas.write(
        face.department() + "  ·  " + face.day(),
        Color.WHITE,
        Canvas.Setting.line(48, 339, 580, 21, false));
    right(canvas, face.number(), SOFT, 852, 339, 21);
    return canvas.png();
  }

  /** A square card: 1080 by 1080. */
  @Requirement("R3.16")
  byte[] card() {
    var canvas = new Canvas(1080, 1080, font, Color.WHITE);
    ground(canvas, 1080, 150);
    canvas.write(
        face.words("rumour.picture.brand"),
        Color.WHITE,
        Canvas.Setting.line(72, 46, 660, 42, true));
    right(canvas, face.number(), SOFT, 1008, 52, 32);
    badge(canvas, 72, 200, 44);
    var end =
        canvas.write(face.fact(), TEXT, new Canvas.Setting(72, 300, 936, 390, 112, 44, 5, true));
    canvas.fill(PRIMARY, 72, end + 22, 96, 6);
    explain(canvas, new Canvas.Setting(72, end + 54, 936, 872 - end, 46, 28, 12, false));
    foot(canvas, 72, 946, 936, 30);
    return canvas.png();
  }

  /** A sheet to hang up: A4 at 150 dots an inch. */
  @Requirement("R3.16")
  byte[] poster(String line) {
    var canvas = new Canvas(1240, 1754, font, Color.WHITE);
    ground(canvas, 1240, 240);
    canvas.write(
        face.words("rumour.picture.brand"),
        Color.WHITE,
        Canvas.Setting.line(96, 76, 760, 64, true));
    right(canvas, face.number(), SOFT, 1144, 90, 40);
    badge(canvas, 96, 320, 68);
    var end = canvas.write(line, TEXT, new Canvas.Setting(96, 474, 1048, 640, 176, 64, 4, true));
    canvas.fill(PRIMARY, 96, end + 36, 140, 8);
    explain(canvas, new Canvas.Setting(96, end + 84, 1048, 1434 - end, 64, 34, 14, false));
    foot(canvas, 96, 1548, 1048, 38);
    return canvas.png();
  }

  private static void ground(Canvas canvas, int width, int height) {
    canvas.graphics().setPaint(new GradientPaint(0, 0, DEEP, width, height, PRIMARY));
    canvas.graphics().fillRect(0, 0, width, height);
  }

  private void explain(Canvas canvas, Canvas.Setting room) {
    var lines = (int) (room.height() / (room.smallest() * 1.36));
    canvas.write(
        face.explanation(),
        SECOND,
        new Canvas.Setting(
            room.x(),
            room.y(),
            room.width(),
            room.height(),
            room.largest(),
            room.smallest(),
            Math.max(1, lines),
            false));
  }

  private void foot(Canvas canvas, double x, double y, double width, int size) {
    canvas.fill(LINE, x, y, width, 2);
    var end =
        canvas.write(
            face.department() + "  ·  " + face.day(),
            TEXT,
            Canvas.Setting.line(x, y + size * 0.7, width, size, true));
    canvas.write(face.address(), SECOND, Canvas.Setting.line(x, end, width, size * 4 / 5, false));
  }

  private static void right(
      Canvas canvas, String text, Color color, double edge, double y, int size) {
    var wide = canvas.width(text, size, false);
    canvas.write(text, color, Canvas.Setting.line(edge - wide, y, wide + size, size, false));
  }

  /** The verdict as shape, word and colour; returns how wide it is. */
  private double badge(Canvas canvas, double x, double y, int size) {
    var high = size * 1.7;
    var wide = canvas.width(face.verdictWord(), size, true) + size * 2.7;
    var color =
        switch (face.verdict()) {
          case FALSE -> new Color(0x981717);
          case TRUE -> new Color(0x0F5C3A);
          default -> new Color(0x7A4A00);
        };
    var ground =
        switch (face.verdict()) {
          case FALSE -> new Color(0xFDECEC);
          case TRUE -> new Color(0xE3F4EA);
          default -> new Color(0xFDF2DC);
        };
    canvas.pill(ground, x, y, wide, high, size * 0.5);
    shape(canvas, x + size * 1.05, y + high / 2, size * 0.46, color);
    canvas.write(
        face.verdictWord(),
        color,
        Canvas.Setting.line(x + size * 1.9, y + size * 0.18, wide, size, true));
    return wide;
  }

  private void shape(Canvas canvas, double x, double y, double r, Color color) {
    var graphics = canvas.graphics();
    graphics.setColor(color);
    graphics.setStroke(
        new BasicStroke((float) (r * 0.42), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    switch (face.verdict()) {
      case FALSE -> {
        var d = r * 0.72;
        graphics.draw(new Line2D.Double(x - d, y - d, x + d, y + d));
        graphics.draw(new Line2D.Double(x - d, y + d, x + d, y - d));
      }
      case TRUE -> {
        var tick = new Path2D.Double();
        tick.moveTo(x - r * 0.85, y);
        tick.lineTo(x - r * 0.2, y + r * 0.65);
        tick.lineTo(x + r * 0.9, y - r * 0.65);
        graphics.draw(tick);
      }
      case UNPROVEN ->
          graphics.draw(new Ellipse2D.Double(x - r * 0.8, y - r * 0.8, r * 1.6, r * 1.6));
      default -> {
        var triangle = new Path2D.Double();
        triangle.moveTo(x, y - r * 0.95);
        triangle.lineTo(x + r, y + r * 0.8);
        triangle.lineTo(x - r, y + r * 0.8);
        triangle.closePath();
        graphics.fill(triangle);
      }
    }
  }
}
