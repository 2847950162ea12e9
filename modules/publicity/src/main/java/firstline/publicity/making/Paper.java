package firstline.publicity.making;

import firstline.persistence.requirement.Requirement;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Shapes on a page for the printer, or in a picture. */
final class Paper {
  /** What is cut off on every side, in millimetres. */
  static final double BLEED = 3;

  /** From the edge of the page to the trimmed sheet: bleed and room for the marks. */
  private static final double MARGIN = 10;

  private static final double POINTS = 72 / 25.4;

  private Paper() {}

  /** A PDF page with trim box, bleed box and crop marks; width and height in millimetres. */
  @Requirement("R71.2")
  static byte[] pdf(List<Layout.Piece> pieces, double width, double height) {
    try (var document = new PDDocument()) {
      var page = new PDPage(box(0, 0, width + 2 * MARGIN, height + 2 * MARGIN));
      page.setTrimBox(box(MARGIN, MARGIN, width, height));
      page.setBleedBox(box(MARGIN - BLEED, MARGIN - BLEED, width + 2 * BLEED, height + 2 * BLEED));
      document.addPage(page);
      try (var out = new PDPageContentStream(document, page)) {
        for (var piece : pieces) {
          out.setNonStrokingColor(piece.color());
          draw(out, piece, height);
        }
        marks(out, width, height);
      }
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PDRectangle box(double x, double y, double width, double height) {
    return new PDRectangle(
        (float) (x * POINTS),
        (float) (y * POINTS),
        (float) (width * POINTS),
        (float) (height * POINTS));
  }

  private static float x(double x) {
    return (float) ((x + MARGIN) * POINTS);
  }

  private static float y(double y, double height) {
    return (float) ((height - y + MARGIN) * POINTS);
  }

  private static void draw(PDPageContentStream out, Layout.Piece piece, double height)
      throws IOException {
    var path = piece.shape().getPathIterator(null);
    var to = new double[6];
    var atX = 0.0;
    var atY = 0.0;
    var empty = true;
    for (; !path.isDone(); path.next()) {
      empty = false;
      switch (path.currentSegment(to)) {
        case PathIterator.SEG_MOVETO -> {
          out.moveTo(x(to[0]), y(to[1], height));
          atX = to[0];
          atY = to[1];
        }
        case PathIterator.SEG_LINETO -> {
          out.lineTo(x(to[0]), y(to[1], height));
          atX = to[0];
          atY = to[1];
        }
        case PathIterator.SEG_QUADTO -> {
          // PDF has cubic curves only.
          out.curveTo(
              x(atX + (to[0] - atX) * 2 / 3),
              y(atY + (to[1] - atY) * 2 / 3, height),
              x(to[2] + (to[0] - to[2]) * 2 / 3),
              y(to[3] + (to[1] - to[3]) * 2 / 3, height),
              x(to[2]),
              y(to[3], height));
          atX = to[2];
          atY = to[3];
        }
        case PathIterator.SEG_CUBICTO -> {
          out.curveTo(
              x(to[0]), y(to[1], height), x(to[2]), y(to[3], height), x(to[4]), y(to[5], height));
          atX = to[4];
          atY = to[5];
        }
        default -> out.closePath();
      }
    }
    if (empty) {
      return;
    }
    if (path.getWindingRule() == PathIterator.WIND_EVEN_ODD) {
      out.fillEvenOdd();
    } else {
      out.fill();
    }
  }

  private static void marks(PDPageContentStream out, double width, double height)
      throws IOException {
    out.setStrokingColor(Color.BLACK);
    out.setLineWidth(0.25f);
    for (var x : new double[] {0, width}) {
      mark(out, x, -MARGIN, x, -BLEED - 1, height);
      mark(out, x, height + BLEED + 1, x, height + MARGIN, height);
    }
    for (var y : new double[] {0, height}) {
      mark(out, -MARGIN, y, -BLEED - 1, y, height);
      mark(out, width + BLEED + 1, y, width + MARGIN, y, height);
    }
  }

  private static void mark(
      PDPageContentStream out, double x, double y, double toX, double toY, double height)
      throws IOException {
    out.moveTo(x(x), y(y, height));
    out.lineTo(x(toX), y(toY, height));
    out.stroke();
  }

  /** A PNG; width and height in pixels. */
  static byte[] png(List<Layout.Piece> pieces, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    for (var piece : pieces) {
      graphics.setColor(piece.color());
      graphics.fill(piece.shape());
    }
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
