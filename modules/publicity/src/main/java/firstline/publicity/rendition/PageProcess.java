package firstline.publicity.rendition;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A process of its own that draws the pages of a PDF: {@code page-<n>.jpg} in the folder, and their
 * number in all as the first line of its output, then the number of each one that is done. A page
 * that takes all memory or never ends takes this process with it and nothing else.
 */
final class PageProcess {
  static final int PAGES = 20;
  private static final double DPI = 110;

  /** A page of a banner is drawn smaller. */
  private static final double PIXELS = 4_000_000;

  private PageProcess() {}

  /**
   * Draws.
   *
   * @param arguments the file and the folder
   */
  public static void main(String[] arguments) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var folder = Path.of(arguments[1]);
    try (var document =
        Loader.loadPDF(
            Path.of(arguments[0]).toFile(), "", IOUtils.createTempFileOnlyStreamCache())) {
      var renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      out.println(document.getNumberOfPages());
      for (var i = 0; i < Math.min(PAGES, document.getNumberOfPages()); i++) {
        var box = document.getPage(i).getCropBox();
        var inches = (double) box.getWidth() * box.getHeight() / (72 * 72);
        var dpi = Math.min(DPI, Math.sqrt(PIXELS / Math.max(inches, 0.01)));
        var page = renderer.renderImageWithDPI(i, (float) dpi, ImageType.RGB);
        Small.jpeg(page, folder.resolve(String.format(Locale.ROOT, "page-%d.jpg", i + 1)));
        out.println(i + 1);
      }
    }
  }
}
