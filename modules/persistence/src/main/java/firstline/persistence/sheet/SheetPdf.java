package firstline.persistence.sheet;

import firstline.persistence.text.Outline;
import firstline.persistence.text.PaperFont;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** A sheet on A4 pages, by the margins of official documents (GB/T 9704-2012, 5.2). */
public final class SheetPdf {
  private static final float LEFT = 79.4f;
  private static final float RIGHT = 73.7f;
  private static final float TOP = 104.9f;
  private static final float BOTTOM = 99.2f;
  private static final float BODY = 13;
  private static final float LEADING = 1.75f;
  private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

  /** A line as it is drawn; {@code x} in points from the left margin. */
  private record Run(String words, float size, float x) {}

  /** What was written, and on how many pages. */
  public record Written(byte[] bytes, int pages) {}

  private final PDDocument document;
  private final Font font;
  private final @Nullable PDFont letters;
  private final float width = PDRectangle.A4.getWidth() - LEFT - RIGHT;

  private SheetPdf(PDDocument document, Font font, @Nullable PDFont letters) {
    this.document = document;
    this.font = font;
    this.letters = letters;
  }

  /** The sheet as PDF. */
  public static Written write(Sheet sheet) {
    var paper = PaperFont.of(sheet.words() + "0123456789-");
    try (var document = new PDDocument();
        var opened = paper.face() == null ? null : paper.face().open()) {
      var letters = opened == null ? null : PDType0Font.load(document, opened.font(), true);
      document.getDocumentCatalog().setLanguage("zh-CN");
      document.getDocumentInformation().setTitle(sheet.title());
      var writer = new SheetPdf(document, paper.font(), letters);
      writer.draw(sheet);
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return new Written(bytes.toByteArray(), document.getNumberOfPages());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw(Sheet sheet) throws IOException {
    var room = PDRectangle.A4.getHeight() - TOP - BOTTOM;
    var pages = new ArrayList<List<Run>>();
    pages.add(new ArrayList<>());
    var left = room;
    for (var run : runs(sheet)) {
      var height = run.size() * LEADING;
      if (height > left) {
        pages.add(new ArrayList<>());
        left = room;
      }
      pages.get(pages.size() - 1).add(run);
      left -= height;
    }
    for (var place = 0; place < pages.size(); place++) {
      draw(pages.get(place), "- " + (place + 1) + " -");
    }
  }

  private void draw(List<Run> runs, String number) throws IOException {
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (var out = new PDPageContentStream(document, page)) {
      var y = PDRectangle.A4.getHeight() - TOP;
      for (var run : runs) {
        y -= run.size() * LEADING;
        write(out, run, LEFT + run.x(), y);
      }
      var foot = new Run(number, BODY - 2, 0);
      write(out, foot, LEFT + (width - width(number, foot.size())) / 2, BOTTOM / 2);
    }
  }

  private List<Run> runs(Sheet sheet) {
    var runs = new ArrayList<Run>();
    for (var line : sheet.lines()) {
      switch (line.role()) {
        case TITLE -> {
          for (var words : wrapped(line.text(), BODY + 8, width)) {
            runs.add(new Run(words, BODY + 8, (width - width(words, BODY + 8)) / 2));
          }
          runs.add(new Run("", BODY, 0));
        }
        case HEADING -> flow(runs, line.text(), BODY + 1, 0);
        case TEXT -> flow(runs, "　　" + line.text(), BODY, 0);
        case RIGHT -> {
          for (var words : wrapped(line.text(), BODY, width)) {
            runs.add(new Run(words, BODY, width - width(words, BODY)));
          }
        }
        case PAIR -> flow(runs, line.whole(), BODY, 0);
      }
    }
    return runs;
  }

  private void flow(List<Run> runs, String text, float size, float x) {
    wrapped(text, size, width - x).forEach(words -> runs.add(new Run(words, size, x)));
  }

  /** Broken where the line is full; Chinese breaks between any two characters. */
  private List<String> wrapped(String text, float size, float most) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    var full = 0f;
    for (var point : text.codePoints().toArray()) {
      var letter = Character.toString(point);
      var wide = width(letter, size);
      // A mark that ends a clause does not begin a line; it may hang over by itself.
      if (full + wide > most && "，。；：、）》〕”".indexOf(point) < 0) {
        lines.add(line.toString());
        line.setLength(0);
        full = 0;
      }
      line.append(letter);
      full += wide;
    }
    lines.add(line.toString());
    return lines;
  }

  private float width(String words, float size) {
    return (float) font.deriveFont(size).getStringBounds(words, METRICS).getWidth();
  }

  private void write(PDPageContentStream out, Run run, float x, float y) throws IOException {
    if (run.words().isBlank()) {
      return;
    }
    if (letters == null) {
      var shape = font.deriveFont(run.size()).createGlyphVector(METRICS, run.words()).getOutline();
      Outline.fill(out, shape, new AffineTransform(1, 0, 0, -1, x, y));
      return;
    }
    out.beginText();
    out.setFont(letters, run.size());
    out.newLineAtOffset(x, y);
    out.showText(run.words());
    out.endText();
  }
}
