package firstline.persistence.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place that a text came to.
 *
 * @param key its number, or its id if it has none: unique in the city
 * @param from key of what it was made of; empty if it was made of nothing
 * @param kind words: {@code trail.kind.<kind>}
 * @param title what it is called, in the reader's language
 * @param note how it stands there, in the reader's language
 * @param href its record
 * @param at since when it has been there; null before it is
 */
public record Stop(
    String key,
    String from,
    String kind,
    String title,
    Mood mood,
    String note,
    String href,
    @Nullable Instant at) {
  /** How it stands. */
  public enum Mood {
    /** Not there yet. */
    WAITING,
    /** It is there and right. */
    DONE,
    /** It still says what was corrected. */
    DUE,
    /** It is there no more. */
    GONE
  }
}
