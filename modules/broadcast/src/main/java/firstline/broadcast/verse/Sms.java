package firstline.broadcast.verse;

import firstline.persistence.requirement.Requirement;

/** How a text travels as short messages in UCS-2 (3GPP TS 23.040, 9.2.3.24). */
final class Sms {
  /** Units of UTF-16 of a single message. */
  static final int ONE = 70;

  /** The same in each part of several. */
  private static final int PART = 67;

  private Sms() {}

  /** Messages that it takes; a character of two units is not torn apart between two parts. */
  @Requirement({"R42.1", "R54.3"})
  static int parts(String text) {
    if (text.length() <= ONE) {
      return 1;
    }
    var parts = 0;
    for (var at = 0; at < text.length(); parts++) {
      at = Math.min(at + PART, text.length());
      if (at < text.length() && Character.isLowSurrogate(text.charAt(at))) {
        at--;
      }
    }
    return parts;
  }
}
