package firstline.persistence.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** A sheet as the file that somebody gets. */
public record SheetFile(byte[] bytes, String mediaType, String name) {
  /** What it is written as. */
  public enum Format {
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }
  }

  /**
   * Writes the sheet.
   *
   * @param name of the file, without an ending
   */
  public static SheetFile of(Sheet sheet, Format format, String name) {
    return new SheetFile(
        format == Format.PDF ? SheetPdf.write(sheet).bytes() : SheetDocx.write(sheet),
        format.mediaType,
        name + "." + format.name().toLowerCase(Locale.ROOT));
  }

  /** Sends it, as nothing that a cache may keep. */
  public void send(HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType(mediaType);
    response.setHeader("Content-Disposition", "inline; filename=\"" + name + "\"");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
