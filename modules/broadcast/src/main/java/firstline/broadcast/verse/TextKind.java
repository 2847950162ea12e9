package firstline.broadcast.verse;

import java.util.Arrays;

/** Kinds of texts for loudspeakers. */
public enum TextKind {
  ANNOUNCEMENT,
  PLAIN_TALK,
  CLAPPER_VERSE,
  JINGLE,
  DOGGEREL,
  SMS;

  /** By its name; what names none is an announcement, as most texts are. */
  public static TextKind of(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElse(ANNOUNCEMENT);
  }

  /** True where lines shall rhyme. */
  public boolean verse() {
    return this == CLAPPER_VERSE || this == JINGLE || this == DOGGEREL;
  }
}
