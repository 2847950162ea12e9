package firstline.speaker.device;

import java.io.IOException;

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
   * Whether it knows files of this media type; what it does not know is as if it were not there.
   */
  default boolean decodes(String type) {
    return true;
  }
}
