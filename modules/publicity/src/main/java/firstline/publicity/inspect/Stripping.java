package firstline.publicity.inspect;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.publicity.picture.Orientation;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;

/**
 * Takes out of a picture or film what tells where, when, by whom and with what it was made. The
 * pixels and their colours stay to the bit, and so does the way up.
 */
public final class Stripping {
  private static final Set<String> FILMS = Set.of("video/mp4", "video/quicktime", "audio/mp4");

  /** How a kind of file is copied without it. */
  @FunctionalInterface
  private interface Copying {
    void copy(DataInputStream in, DataOutputStream out, int orientation) throws IOException;
  }

  private Stripping() {}

  /**
   * Writes the copy; false, and none is written, if there is nothing to take out.
   *
   * @param copy of the file that is made
   */
  @Requirement("R67.2")
  public static boolean strip(Path file, String mediaType, Path copy) throws IOException {
    switch (mediaType) {
      case "image/jpeg" -> copy(file, mediaType, copy, JpegParts::copy);
      case "image/png" -> copy(file, mediaType, copy, PngParts::copy);
      case "image/webp" -> copy(file, mediaType, copy, WebpParts::copy);
      case "image/tiff" -> {
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        TiffParts.blank(copy);
      }
      default -> {
        if (!FILMS.contains(mediaType)) {
          return false;
        }
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        Boxes.blank(copy);
      }
    }
    if (Files.mismatch(file, copy) < 0) {
      Files.delete(copy);
      return false;
    }
    return true;
  }

  private static void copy(Path file, String mediaType, Path copy, Copying copying)
      throws IOException {
    var orientation = Orientation.of(file, mediaType);
    try (var in =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        var out =
            new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(copy), 1 << 16))) {
      copying.copy(in, out, orientation);
    } catch (EOFException e) {
      throw new Refusal("upload.broken-off");
    }
  }
}
