package firstline.publicity.rendition;

import firstline.persistence.refusal.Refusal;
import firstline.publicity.picture.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/** Makes the renditions of a file, whatever it is. */
record Workshop(Films films) {
  /**
   * How many steps it takes, for the progress.
   *
   * @param mediaType of the file
   */
  static int steps(String mediaType) {
    return mediaType.startsWith("video/") ? 3 : 1;
  }

  /** True if a film is to be made, which takes its time. */
  static boolean isLong(String mediaType) {
    return mediaType.startsWith("video/") || mediaType.startsWith("audio/");
  }

  /**
   * Makes them in the folder.
   *
   * @throws Refusal {@code rendition.tools} with the programs that are missing
   * @throws IOException if it cannot be read
   */
  Made make(Path file, String mediaType, Path folder, IntConsumer done) throws IOException {
    if (Picture.TYPES.contains(mediaType)) {
      return Small.of(file, mediaType, folder);
    }
    if (mediaType.equals("application/pdf")) {
      return Pages.of(file, folder, done);
    }
    if (isLong(mediaType)) {
      if (!films.missing().isEmpty()) {
        throw new Refusal("rendition.tools", String.join(", ", films.missing()));
      }
      return mediaType.startsWith("video/")
          ? films.film(file, folder, done)
          : films.sound(file, folder, done);
    }
    return new Made(List.of(), Made.Facts.NONE, null);
  }
}
