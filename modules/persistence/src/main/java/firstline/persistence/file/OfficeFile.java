package firstline.persistence.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/**
 * What a zip archive is: the names in its directory tell an office file from any other, and one
 * with macros from one without. Nothing is unpacked.
 */
final class OfficeFile {
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  static final String DOCUMENT = OFFICE + "wordprocessingml.document";
  static final String WORKBOOK = OFFICE + "spreadsheetml.sheet";
  static final String SLIDES = OFFICE + "presentationml.presentation";

  private OfficeFile() {}

  /** The media type; {@code application/zip} if it is no office file or has macros. */
  static String type(Path path) throws IOException {
    try (var zip = new ZipFile(path.toFile())) {
      if (zip.getEntry("[Content_Types].xml") != null
          && zip.stream().noneMatch(entry -> entry.getName().endsWith("vbaProject.bin"))) {
        if (zip.getEntry("word/document.xml") != null) {
          return DOCUMENT;
        }
        if (zip.getEntry("xl/workbook.xml") != null) {
          return WORKBOOK;
        }
        if (zip.getEntry("ppt/presentation.xml") != null) {
          return SLIDES;
        }
      }
      return "application/zip";
    }
  }
}
