package firstline.speaker.journal;

/** Why a play ended as it did; {@code NONE} is written as an empty text. */
public enum Reason {
  NONE,
  LATE,
  QUIET,
  CLOCK_UNTRUSTED,
  MUTED,
  WITHDRAWN,
  WEAKER,
  MEDIA_MISSING,
  DEVICE,
  SPEECH,
  STRONGER,
  SLOT_OVER,
  CRASH,
  STOPPED
}
