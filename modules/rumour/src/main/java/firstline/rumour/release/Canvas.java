package firstline.rumour.release;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** A picture in memory on which text is set so that it fits. Lengths in pixels. */
final class Canvas {
  private static final double LEADING = 1.34;

  private final BufferedImage image;
  private final Graphics2D graphics;
  private final Font font;

  Canvas(int width, int height, Font font, Color ground) {
    this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.graphics = image.createGraphics();
    this.font = font;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    fill(ground, 0, 0, width, height);
  }

  /**
   * How text is set.
   *
   * @param height how high all lines together may be; 0 for any
   */
  record Setting(
      double x,
      double y,
      double width,
      double height,
      int largest,
      int smallest,
      int lines,
      boolean bold) {
    /** One line, smaller if it must be. */
    static Setting line(double x, double y, double width, int largest, boolean bold) {
      return new Setting(x, y, width, 0, largest, largest / 2, 1, bold);
    }

    Setting from(double below) {
      return new Setting(x, below, width, height, largest, smallest, lines, bold);
    }
  }

  private record Fitted(int size, List<TextLayout> lines) {
    double height() {
      return size * LEADING * lines.size();
    }
  }

  Graphics2D graphics() {
    return graphics;
  }

  void fill(Color color, double x, double y, double width, double height) {
    graphics.setColor(color);
    graphics.fill(new java.awt.geom.Rectangle2D.Double(x, y, width, height));
  }

  void pill(Color color, double x, double y, double width, double height, double arc) {
    graphics.setColor(color);
    graphics.fill(new RoundRectangle2D.Double(x, y, width, height, arc, arc));
  }

  /** Writes the text from the upper edge down and returns where it ends. */
  double write(String text, Color color, Setting how) {
    var set = set(text, how);
    graphics.setColor(color);
    var y = how.y();
    var pitch = set.size() * LEADING;
    for (var line : set.lines()) {
      line.draw(graphics, (float) how.x(), (float) (y + pitch / 2 + set.size() * 0.36));
      y += pitch;
    }
    return y;
  }

  /** The same in the middle of the height. */
  void writeAmidst(String text, Color color, Setting how) {
    write(text, color, how.from(how.y() + (how.height() - set(text, how).height()) / 2));
  }

  /** As large as fits; what does not fit even when it is smallest ends with an ellipsis. */
  private Fitted set(String text, Setting how) {
    var shown = displayable(text);
    if (shown.isEmpty()) {
      return new Fitted(how.smallest(), List.of());
    }
    for (var size = how.largest(); size >= how.smallest(); size -= 2) {
      var set = new Fitted(size, lines(shown, size, how));
      var fits = how.height() == 0 || set.height() <= how.height();
      if (fits && set.lines().size() <= how.lines()) {
        return set;
      }
    }
    return new Fitted(how.smallest(), shortened(shown, how.smallest(), how));
  }

  /** How wide one line of the text is. */
  double width(String text, int size, boolean bold) {
    var shown = displayable(text);
    return shown.isEmpty() ? 0 : new TextLayout(shown, sized(size, bold), context()).getAdvance();
  }

  private List<TextLayout> shortened(String text, int size, Setting how) {
    var most = text.codePointCount(0, text.length());
    var least = 1;
    while (least < most) {
      var middle = (least + most + 1) / 2;
      if (lines(ChannelText.cut(text, middle), size, how).size() <= how.lines()) {
        least = middle;
      } else {
        most = middle - 1;
      }
    }
    return lines(ChannelText.cut(text, least), size, how);
  }

  private List<TextLayout> lines(String text, int size, Setting how) {
    var lines = new ArrayList<TextLayout>();
    for (var paragraph : text.split("\n")) {
      if (paragraph.isBlank()) {
        continue;
      }
      var attributed = new AttributedString(paragraph);
      attributed.addAttribute(TextAttribute.FONT, sized(size, how.bold()));
      var measurer = new LineBreakMeasurer(attributed.getIterator(), context());
      while (measurer.getPosition() < paragraph.length()) {
        lines.add(measurer.nextLayout((float) how.width()));
      }
    }
    return lines;
  }

  private Font sized(int size, boolean bold) {
    return font.deriveFont(bold ? Font.BOLD : Font.PLAIN, size);
  }

  private FontRenderContext context() {
    return graphics.getFontRenderContext();
  }

  /** What the font cannot draw would show as empty boxes. */
  private String displayable(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .filter(point -> point == '\n' || font.canDisplay(point))
        .forEach(shown::appendCodePoint);
    return shown.toString().strip();
  }

  byte[] png() {
    graphics.dispose();
    try {
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
