package firstline.broadcast.conflict;

import firstline.persistence.time.Clocks;
import firstline.persistence.words.Bundles;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that stands against a plan, for the screen.
 *
 * @param kind what it is
 * @param first when it is met first; null if it has no time
 * @param count of plays, of days and villages, or of speakers
 * @param name of the other schedule, the window, or the village
 * @param number of the other schedule
 * @param other the other schedule, if the officer may open it
 * @param yields true if the plan is the one that yields
 * @param measured seconds that it sounds, minutes that are used, or speakers that it reaches
 * @param allowed seconds of the slot, or minutes of the budget
 */
public record Finding(
    Kind kind,
    @Nullable Instant first,
    int count,
    String name,
    String number,
    @Nullable UUID other,
    boolean yields,
    long measured,
    long allowed) {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(Clocks.ZONE);

  /** What it is. */
  public enum Kind {
    /** Sounds longer than its slot: it cannot be submitted. */
    TOO_LONG,
    /** No speaker in its places: it cannot be submitted. */
    NOBODY,
    /** Speakers in its places wait for their codes, and none is enrolled. */
    WAITING,
    /** Another one sounds at the same time. */
    OVERLAP,
    /** Falls in a quiet window. */
    QUIET,
    /** A village has no minutes left for it. */
    BUDGET,
    /** Speakers that were not heard of for a day. */
    OFFLINE
  }

  static Finding of(Kind kind, int count, long measured, long allowed) {
    return new Finding(kind, null, count, "", "", null, false, measured, allowed);
  }

  /** Its shape and colour, after the states that have them. */
  String mark() {
    return switch (kind) {
      case TOO_LONG, NOBODY -> "REFUSED";
      case OVERLAP -> yields ? "RETURNED" : "PRE_EMPTED";
      case QUIET, BUDGET -> "INTERRUPTED";
      case WAITING -> "WAITING";
      case OFFLINE -> "OFFLINE";
    };
  }

  /** Which words say it: whoever is the weaker has something else to do. */
  private String words() {
    return kind == Kind.OVERLAP && yields ? kind + ".YIELDS" : kind.name();
  }

  /**
   * What is met, in a sentence.
   *
   * @param language {@code zh} or {@code en}
   */
  String says(String language) {
    return Bundles.words(
        language,
        "broadcast.conflict.says." + words(),
        List.of(number, name, first == null ? "" : SHOWN.format(first), count, measured, allowed));
  }

  /** What to do about it. */
  String mends(String language) {
    return Bundles.words(
        language,
        "broadcast.conflict.mends." + words(),
        List.of(allowed, Math.max(0, measured - allowed)));
  }
}
