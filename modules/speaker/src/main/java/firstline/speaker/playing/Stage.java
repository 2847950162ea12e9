package firstline.speaker.playing;

import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Play;

/** Where it sounds. Its methods return at once; ticks are monotonic milliseconds. */
public interface Stage {
  /** Whether an item can sound. */
  enum Readiness {
    READY,
    MEDIA_MISSING,
    SPEECH_MISSING
  }

  /** What has become of what was begun. */
  enum Sounding {
    SOUNDING,
    DONE,
    BROKEN
  }

  Readiness readiness(Item item, long ticks);

  /**
   * Begins one sounding.
   *
   * @param from milliseconds into the item
   */
  void begin(Play play, Item item, long from, long ticks);

  /** Ends what sounds; nothing when nothing does. */
  void stop(long ticks);

  Sounding sounding(long ticks);
}
