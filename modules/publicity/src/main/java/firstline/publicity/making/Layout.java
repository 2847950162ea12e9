package firstline.publicity.making;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/** Sheets as coloured shapes, y downwards; the same ones go to paper and to pictures. */
final class Layout {
  static final Color PRIMARY = new Color(0x0B5CAD);
  static final Color TEXT = new Color(0x1F2933);
  private static final Color SECOND = new Color(0x52606D);
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final double LEADING = 1.34;

  /** A shape and its colour. */
  record Piece(Shape shape, Color color) {}

  /**
   * What is said.
   *
   * @param brand such as 辟谣
   * @param foot where to read more, in words
   */
  record Said(String brand, String line, String number, String foot, String address) {}

  private final Font font;
  private final List<Piece> pieces = new ArrayList<>();

  Layout(Font font) {
    this.font = font;
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** A poster of this size; the ground reaches beyond it by the bleed on every side. */
  static List<Piece> poster(Font font, Said said, double width, double height, double bleed) {
    var sheet = new Layout(font);
    var unit = width / 100;
    sheet.fill(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed, Color.WHITE);
    sheet.fill(-bleed, -bleed, width + 2 * bleed, bleed + 22 * unit, PRIMARY);
    sheet.write(said.brand(), Color.WHITE, 8 * unit, 6 * unit, 84 * unit, 10 * unit, 10 * unit, 1);
    sheet.write(said.line(), TEXT, 8 * unit, 34 * unit, 84 * unit, 60 * unit, 15 * unit, 5);
    var code = 26 * unit;
    var top = height - code - 8 * unit;
    sheet.code(said.address(), 8 * unit, top, code);
    var left = code + 12 * unit;
    sheet.write(
        said.foot(), TEXT, left, top + unit, width - left - 8 * unit, 14 * unit, 4.4 * unit, 2);
    sheet.write(
        said.number(),
        SECOND,
        left,
        top + 14 * unit,
        width - left - 8 * unit,
        5 * unit,
        3.4 * unit,
        1);
    sheet.write(
        said.address(),
        SECOND,
        left,
        top + 19 * unit,
        width - left - 8 * unit,
        6 * unit,
        2.6 * unit,
        2);
    return sheet.pieces();
  }

  /** A banner of this size: one line across. */
  static List<Piece> banner(Font font, Said said, double width, double height, double bleed) {
    var sheet = new Layout(font);
    sheet.fill(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed, new Color(0xB3261E));
    sheet.write(
        said.line(),
        Color.WHITE,
        height / 2,
        height * 0.1,
        width - height,
        height * 0.8,
        height * 0.6,
        1);
    return sheet.pieces();
  }

  /** A cover in pixels. */
  static List<Piece> cover(Font font, Said said, double width, double height) {
    var sheet = new Layout(font);
    sheet.fill(0, 0, width, height, PRIMARY);
    sheet.write(said.brand(), Color.WHITE, 48, 30, 500, 40, 28, 1);
    sheet.write(said.line(), Color.WHITE, 48, 92, width - 96, 216, 84, 3);
    sheet.write(said.number() + "  ·  " + said.foot(), Color.WHITE, 48, 328, width - 96, 36, 21, 1);
    return sheet.pieces();
  }

  void fill(double x, double y, double width, double height, Color color) {
    pieces.add(new Piece(new Rectangle2D.Double(x, y, width, height), color));
  }

  private void code(String address, double x, double y, double side) {
    fill(x, y, side, side, Color.WHITE);
    var code = QrCode.of(address);
    var module = side / code.length;
    for (var row = 0; row < code.length; row++) {
      for (var column = 0; column < code.length; column++) {
        if (code[row][column]) {
          fill(x + column * module, y + row * module, module, module, Color.BLACK);
        }
      }
    }
  }

  /** As large as it fits into the box with so many lines, in the middle of its height. */
  private void write(
      String text,
      Color color,
      double x,
      double y,
      double width,
      double height,
      double largest,
      int most) {
    var size = largest;
    var lines = lines(text, size, width);
    while ((lines.size() > most || lines.size() * size * LEADING > height) && size > largest / 20) {
      size *= 0.95;
      lines = lines(text, size, width);
    }
    var baseline = y + (height - lines.size() * size * LEADING) / 2 + size * (LEADING / 2 + 0.36);
    for (var line : lines) {
      pieces.add(
          new Piece(line.getOutline(AffineTransform.getTranslateInstance(x, baseline)), color));
      baseline += size * LEADING;
    }
  }

  private List<TextLayout> lines(String text, double size, double width) {
    var attributed = new AttributedString(text);
    attributed.addAttribute(TextAttribute.FONT, font.deriveFont(Font.BOLD, (float) size));
    var measurer = new LineBreakMeasurer(attributed.getIterator(), CONTEXT);
    var lines = new ArrayList<TextLayout>();
    while (measurer.getPosition() < text.length()) {
      lines.add(measurer.nextLayout((float) width));
    }
    return lines;
  }
}
