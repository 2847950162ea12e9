package firstline.publicity.making;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.text.Outline;
import firstline.persistence.text.PaperFont;
import java.awt.BasicStroke;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
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
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;

/** Coloured pieces on paper and in pictures. */
final class Paper {
  /** What is cut off on every side, in millimetres. */
  static final double BLEED = 3;

  /** From the edge of the page to the trimmed sheet: bleed and room for the marks. */
  static final double MARGIN = 10;

  private static final double POINTS = 72 / 25.4;

  private final PDPageContentStream out;
  private final @Nullable PDFont font;
  private final double height;

  private Paper(PDPageContentStream out, @Nullable PDFont font, double height) {
    this.out = out;
    this.font = font;
    this.height = height;
  }

  /**
   * A PDF page with trim box, bleed box and crop marks, its words tagged in the order of reading
   * and, where the font can be embedded, written as words; width and height in millimetres.
   */
  @Requirement({"R71.2", "R71.5"})
  static byte[] pdf(
      List<Layout.Piece> pieces, PaperFont font, Layout.Said said, double width, double height) {
    try (var document = new PDDocument();
        var opened = font.face() == null ? null : font.face().open()) {
      var letters = opened == null ? null : PDType0Font.load(document, opened.font(), true);
      var page = new PDPage(box(0, 0, width + 2 * MARGIN, height + 2 * MARGIN));
      page.setTrimBox(box(MARGIN, MARGIN, width, height));
      page.setBleedBox(box(MARGIN - BLEED, MARGIN - BLEED, width + 2 * BLEED, height + 2 * BLEED));
      document.addPage(page);
      var tags = new Tags(document, page, said);
      try (var out = new PDPageContentStream(document, page)) {
        var paper = new Paper(out, letters, height);
        for (var piece : pieces) {
          tags.begin(out, piece.part());
          paper.draw(piece);
        }
        tags.begin(out, null);
        paper.marks(width);
        tags.end(out);
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

  private float y(double y) {
    return (float) ((height - y + MARGIN) * POINTS);
  }

  private void draw(Layout.Piece piece) throws IOException {
    piece.ink().on(out);
    var run = piece.run();
    if (run != null && font != null) {
      write(run, font);
    } else {
      fill(piece.shape());
    }
  }

  private void write(Layout.Run run, PDFont letters) throws IOException {
    out.beginText();
    out.setFont(letters, (float) (run.size() * POINTS));
    out.setRenderingMode(RenderingMode.FILL_STROKE);
    out.setLineWidth((float) (run.bold() * POINTS));
    out.newLineAtOffset(x(run.x()), y(run.y()));
    out.showText(run.words());
    out.endText();
  }

  private void fill(Shape shape) throws IOException {
    // The page counts in points, upwards.
    Outline.fill(out, shape, new AffineTransform(POINTS, 0, 0, -POINTS, x(0), y(0)));
  }

  private void marks(double width) throws IOException {
    Ink.BLACK.on(out);
    out.setLineWidth(0.25f);
    for (var x : new double[] {0, width}) {
      mark(x, -MARGIN, x, -BLEED - 1);
      mark(x, height + BLEED + 1, x, height + MARGIN);
    }
    for (var y : new double[] {0, height}) {
      mark(-MARGIN, y, -BLEED - 1, y);
      mark(width + BLEED + 1, y, width + MARGIN, y);
    }
  }

  private void mark(double fromX, double fromY, double toX, double toY) throws IOException {
    out.moveTo(x(fromX), y(fromY));
    out.lineTo(x(toX), y(toY));
    out.stroke();
  }

  /**
   * A PNG of the sheet as it is cut.
   *
   * @param scale pixels of one of the sheet's units
   */
  static byte[] png(List<Layout.Piece> pieces, double width, double height, double scale) {
    var image =
        new BufferedImage(
            (int) Math.round(width * scale),
            (int) Math.round(height * scale),
            BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.scale(scale, scale);
    for (var piece : pieces) {
      graphics.setColor(piece.ink().screen());
      graphics.fill(piece.shape());
      if (piece.run() != null && piece.run().bold() > 0) {
        graphics.setStroke(new BasicStroke((float) piece.run().bold()));
        graphics.draw(piece.shape());
      }
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
