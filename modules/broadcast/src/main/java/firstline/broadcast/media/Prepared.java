package firstline.broadcast.media;

import java.nio.file.Path;

/**
 * A sound that is ready to be kept.
 *
 * @param opus the same as Opus in Ogg
 * @param measured in the MP3
 * @param codec of what it was made from, as ffmpeg calls it
 */
public record Prepared(Path mp3, Path opus, Measured measured, String codec) {
  /** Its length in milliseconds. */
  public long length() {
    return measured.length();
  }

  /** LUFS. */
  public double loudness() {
    return measured.loudness();
  }

  /** dBTP. */
  public double peak() {
    return measured.peak();
  }
}
