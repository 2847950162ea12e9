package firstline.speaker.fleet;

/** What some speakers of a real fleet have for good. */
enum Illness {
  NONE,
  /** Gone off the line a while after it was switched on. */
  OFF,
  MUTED,
  /** Its machine's clock is an hour ahead. */
  CLOCK,
  FULL_DISK;

  /**
   * That of the speaker with the number, so that in a fleet as many in a hundred are ill as are to
   * be, each in another way.
   */
  static Illness of(int number, int perCent) {
    int place = number * 37 % 100;
    return place < perCent ? values()[1 + place % (values().length - 1)] : NONE;
  }
}
