package firstline.broadcast.verse;

/** Kinds of texts for loudspeakers. */
public enum TextKind {
  ANNOUNCEMENT,
  PLAIN_TALK,
  CLAPPER_VERSE,
  JINGLE,
  DOGGEREL,
  SMS;

  /** True where lines shall rhyme. */
  public boolean verse() {
    return this == CLAPPER_VERSE || this == JINGLE || this == DOGGEREL;
  }
}
