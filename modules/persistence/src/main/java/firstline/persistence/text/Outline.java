package firstline.persistence.text;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Shapes on a page, for words of a font that cannot be embedded. */
public final class Outline {
  private Outline() {}

  /**
   * Fills the shape with the colour that is set.
   *
   * @param onPage from the shape's units to points, upwards
   */
  public static void fill(PDPageContentStream out, Shape shape, AffineTransform onPage)
      throws IOException {
    var path = shape.getPathIterator(onPage);
    var to = new float[6];
    var atX = 0f;
    var atY = 0f;
    var empty = true;
    for (; !path.isDone(); path.next()) {
      empty = false;
      var kind = path.currentSegment(to);
      switch (kind) {
        case PathIterator.SEG_MOVETO -> out.moveTo(to[0], to[1]);
        case PathIterator.SEG_LINETO -> out.lineTo(to[0], to[1]);
        // PDF has cubic curves only.
        case PathIterator.SEG_QUADTO ->
            out.curveTo(
                atX + (to[0] - atX) * 2 / 3,
                atY + (to[1] - atY) * 2 / 3,
                to[2] + (to[0] - to[2]) * 2 / 3,
                to[3] + (to[1] - to[3]) * 2 / 3,
                to[2],
                to[3]);
        case PathIterator.SEG_CUBICTO -> out.curveTo(to[0], to[1], to[2], to[3], to[4], to[5]);
        default -> out.closePath();
      }
      if (kind != PathIterator.SEG_CLOSE) {
        var last = 2 * (kind == PathIterator.SEG_CUBICTO ? 2 : kind / 2);
        atX = to[last];
        atY = to[last + 1];
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
}
