package firstline.publicity.making;

import firstline.persistence.text.PaperFont;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sheets as coloured pieces, y downwards; the same ones go to paper and to pictures. */
final class Layout {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final double LEADING = 1.34;

  /** Of the size of letters: a line around them as thick makes them bold. */
  private static final double BOLD = 0.03;

  /**
   * A piece.
   *
   * @param part of what is read aloud; null: an ornament
   * @param run the words, where the shape is letters
   */
  record Piece(Shape shape, Ink ink, @Nullable Part part, @Nullable Run run) {}

  /**
   * Something that is read aloud as one.
   *
   * @param role of ISO 32000-1, 14.8.4: {@code H1}, {@code P}, {@code Figure}
   * @param says all of its words, or what stands in a figure's place
   */
  record Part(String role, String says) {}

  /** A line of letters: where its baseline begins, the size of its letters, their boldness. */
  record Run(String words, double x, double y, double size, double bold) {}

  /**
   * What is said.
   *
   * @param brand such as 辟谣
   * @param foot where to read more, in words
   * @param title of the file
   * @param language {@code zh} or {@code en}
   */
  record Said(
      String brand,
      String line,
      String number,
      String foot,
      String address,
      String title,
      String language) {
    /** Every word that is drawn. */
    String words() {
      return brand + line + number + foot + address;
    }
  }

  private final PaperFont font;
  private final List<Piece> pieces = new ArrayList<>();

  Layout(PaperFont font) {
    this.font = font;
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** A poster of this size; the ground reaches beyond it by the bleed on every side. */
  static List<Piece> poster(PaperFont font, Said said, double width, double height, double bleed) {
    var sheet = new Layout(font);
    var unit = width / 100;
    sheet.fill(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed, Ink.WHITE);
    sheet.fill(-bleed, -bleed, width + 2 * bleed, bleed + 22 * unit, Ink.BLUE);
    sheet.write(
        "P", said.brand(), Ink.WHITE, 8 * unit, 6 * unit, 84 * unit, 10 * unit, 10 * unit, 1);
    sheet.write(
        "H1", said.line(), Ink.TEXT, 8 * unit, 34 * unit, 84 * unit, 60 * unit, 15 * unit, 5);
    var code = 26 * unit;
    var top = height - code - 8 * unit;
    sheet.code(said.address(), 8 * unit, top, code);
    var left = code + 12 * unit;
    var width2 = width - left - 8 * unit;
    sheet.write("P", said.foot(), Ink.TEXT, left, top + unit, width2, 14 * unit, 4.4 * unit, 2);
    sheet.write(
        "P", said.number(), Ink.SECOND, left, top + 14 * unit, width2, 5 * unit, 3.4 * unit, 1);
    sheet.write(
        "P", said.address(), Ink.SECOND, left, top + 19 * unit, width2, 6 * unit, 2.6 * unit, 2);
    return sheet.pieces();
  }

  /** A banner of this size: one line across. */
  static List<Piece> banner(PaperFont font, Said said, double width, double height, double bleed) {
    var sheet = new Layout(font);
    sheet.fill(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed, Ink.RED);
    sheet.write(
        "H1",
        said.line(),
        Ink.WHITE,
        height / 2,
        height * 0.1,
        width - height,
        height * 0.8,
        height * 0.6,
        1);
    return sheet.pieces();
  }

  /** A cover in pixels. */
  static List<Piece> cover(PaperFont font, Said said, double width, double height) {
    var sheet = new Layout(font);
    sheet.fill(0, 0, width, height, Ink.BLUE);
    sheet.write("P", said.brand(), Ink.WHITE, 48, 30, 500, 40, 28, 1);
    sheet.write("H1", said.line(), Ink.WHITE, 48, 92, width - 96, 216, 84, 3);
    sheet.write(
        "P", said.number() + "  ·  " + said.foot(), Ink.WHITE, 48, 328, width - 96, 36, 21, 1);
    return sheet.pieces();
  }

  void fill(double x, double y, double width, double height, Ink ink) {
    pieces.add(new Piece(new Rectangle2D.Double(x, y, width, height), ink, null, null));
  }

  private void code(String address, double x, double y, double side) {
    fill(x, y, side, side, Ink.WHITE);
    var code = QrCode.of(address);
    var module = side / code.length;
    var dark = new Path2D.Double();
    for (var row = 0; row < code.length; row++) {
      for (var column = 0; column < code.length; column++) {
        if (code[row][column]) {
          dark.append(
              new Rectangle2D.Double(x + column * module, y + row * module, module, module), false);
        }
      }
    }
    pieces.add(new Piece(dark, Ink.BLACK, new Part("Figure", address), null));
  }

  /** As large as it fits into the box with so many lines, in the middle of its height. */
  private void write(
      String role,
      String text,
      Ink ink,
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
    var part = new Part(role, text);
    var baseline = y + (height - lines.size() * size * LEADING) / 2 + size * (LEADING / 2 + 0.36);
    for (var line : lines) {
      var bold = font.face() == null ? 0 : size * BOLD;
      pieces.add(
          new Piece(
              line.layout().getOutline(AffineTransform.getTranslateInstance(x, baseline)),
              ink,
              part,
              new Run(line.words(), x, baseline, size, bold)));
      baseline += size * LEADING;
    }
  }

  private record Line(String words, TextLayout layout) {}

  private List<Line> lines(String text, double size, double width) {
    var attributed = new AttributedString(text);
    // A font for embedding comes in one weight: it is made bold by a line around its letters.
    var style = font.face() == null ? Font.BOLD : Font.PLAIN;
    attributed.addAttribute(TextAttribute.FONT, font.font().deriveFont(style, (float) size));
    var measurer = new LineBreakMeasurer(attributed.getIterator(), CONTEXT);
    var lines = new ArrayList<Line>();
    while (measurer.getPosition() < text.length()) {
      var from = measurer.getPosition();
      var layout = measurer.nextLayout((float) width);
      lines.add(new Line(text.substring(from, measurer.getPosition()), layout));
    }
    return lines;
  }
}
