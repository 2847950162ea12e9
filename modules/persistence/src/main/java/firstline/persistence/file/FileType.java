package firstline.persistence.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** The media type of a file, read from its first bytes and never from its name. */
public final class FileType {
  private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
  private static final String QUICKTIME = "video/quicktime";

  private FileType() {}

  /** The type, such as {@code image/png}; {@code application/octet-stream} if nothing shows it. */
  public static String of(Path file) throws IOException {
    try (var stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      var type = TYPES.detect(stream, new Metadata()).getBaseType().toString();
      return type.equals(QUICKTIME) && isMp4(file) ? "video/mp4" : type;
    }
  }

  /**
   * Both are of the same boxes; one of Apple's own says so in its brand (ISO/IEC 14496-12, 4.3).
   */
  private static boolean isMp4(Path file) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      var head = new String(stream.readNBytes(12), StandardCharsets.ISO_8859_1);
      return head.startsWith("ftyp", 4) && !head.startsWith("qt  ", 8);
    }
  }
}
