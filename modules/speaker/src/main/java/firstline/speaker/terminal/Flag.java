package firstline.speaker.terminal;

/** What is not as it should be, or should be known besides the state. */
public enum Flag {
  OFFLINE,
  CLOCK_UNTRUSTED,
  MEDIA_MISSING,
  MUTED,
  FAULT,
  DRILL,
  STALE
}
