package firstline.speaker.device;

import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Play;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** What makes a sound. */
public interface Device {
  /**
   * Sounds to the end and returns then.
   *
   * @throws IOException when it cannot
   * @throws InterruptedException when it was stopped; it is silent by then
   */
  void sound(Sound sound) throws IOException, InterruptedException;

  /**
   * Sounds what is said just now, as it comes, and returns when no more comes. A device that can
   * only play files plays one for each piece, with a gap between them.
   */
  default void pour(Play play, Item item, Samples samples)
      throws IOException, InterruptedException {
    var file = Files.createTempFile("live", ".wav");
    try {
      for (var next = samples.next(); next.length > 0; next = samples.next()) {
        Files.write(file, Wave.of(next));
        sound(new Sound(play, item, List.of(new Sound.Part(file, Wave.length(file))), 0));
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Samples of 16 bits, little-endian, 16 kHz, one channel, piece by piece. */
  @FunctionalInterface
  interface Samples {
    /** Waits for the next piece, about a second; it is empty when no more comes. */
    byte[] next() throws InterruptedException;
  }

  /**
   * Whether it knows files of this media type; what it does not know is as if it were not there.
   */
  default boolean decodes(String type) {
    return true;
  }
}
