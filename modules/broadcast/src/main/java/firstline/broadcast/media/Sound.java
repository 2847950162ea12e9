package firstline.broadcast.media;

import java.time.Duration;

/**
 * A sound that is kept.
 *
 * @param sha256 of its MP3, 64 hexadecimal digits
 * @param bytes of it
 * @param length counted in the decoded sound
 */
public record Sound(String sha256, long bytes, Duration length) {
  /** Media type of what speakers fetch. */
  public static final String TYPE = "audio/mpeg";
}
