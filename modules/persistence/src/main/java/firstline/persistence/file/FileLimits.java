package firstline.persistence.file;

import java.util.Set;

/**
 * What a caller takes. Nothing is taken that is not named.
 *
 * @param types media types as the content shows them, such as {@code image/png}
 * @param bytes the most
 * @param pixels the most that a picture may have when it is unpacked, width times height
 */
public record FileLimits(Set<String> types, long bytes, long pixels) {
  /** Pictures whose size the JDK reads from their head. */
  public static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif");

  /** Texts for reading; no office file with macros, none of the old binary ones. */
  public static final Set<String> DOCUMENTS =
      Set.of(
          "application/pdf",
          "text/plain",
          OfficeFile.DOCUMENT,
          OfficeFile.WORKBOOK,
          OfficeFile.SLIDES,
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet");

  public static final Set<String> SOUNDS =
      Set.of("audio/mpeg", "audio/mp4", "audio/vnd.wave", "audio/x-flac");

  public static final Set<String> FILMS = Set.of("video/mp4", "video/quicktime");

  /** 200 MB of memory when unpacked at four bytes each. */
  public static final long PIXELS = 50_000_000;

  public FileLimits {
    types = Set.copyOf(types);
  }

  /** With the usual limit on pixels. */
  public static FileLimits of(Set<String> types, long bytes) {
    return new FileLimits(types, bytes, PIXELS);
  }
}
