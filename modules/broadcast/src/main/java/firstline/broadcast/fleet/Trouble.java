package firstline.broadcast.fleet;

import java.time.Duration;

/**
 * What may be wrong with an enrolled speaker, by what it last said of itself. Each condition reads
 * {@code speaker s}, its {@code speaker_live l} and the {@code programme p} of its audience.
 */
public enum Trouble {
  /** It holds an older programme than there is. */
  BEHIND,
  /** It last spoke of a fault, or has handed one in within a day. */
  FAULT,
  /** Its clock is not to be trusted, or more than two seconds off. */
  CLOCK,
  MUTED;

  /** A fault is shown for so long after it was handed in. */
  static final Duration RECENT = Duration.ofDays(1);

  static final String BEHIND_IS =
      "s.state = 'ENROLLED' and coalesce(l.revision, 0) < coalesce(p.revision, 0)";

  /** Takes the instant from which on faults count. */
  static final String FAULT_IS =
      "s.state = 'ENROLLED' and (l.flags <> '' and string_to_array(l.flags, ' ') && '{FAULT,MEDIA_MISSING}'"
          + " or s.no in (select f.speaker_no from speaker_fault f where f.received_at >= ?))";

  static final String CLOCK_IS =
      "s.state = 'ENROLLED' and (not l.trusted or abs(l.clock_offset) > 2000)";

  static final String MUTED_IS =
      "s.state = 'ENROLLED' and 'MUTED' = any (string_to_array(l.flags, ' '))";
}
