package firstline.rumour.rumour;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.text.PlainText;

/** Why something was done, in an officer's words: never empty, at most 1,000 characters. */
public final class Reason {
  private static final int LONGEST = 1_000;

  private Reason() {}

  /**
   * The reason without what cannot be seen.
   *
   * @throws Refusal {@code rumour.reason}
   */
  public static String of(String raw) {
    var reason = PlainText.lines(raw);
    if (reason.isEmpty() || reason.length() > LONGEST) {
      throw new Refusal("rumour.reason", LONGEST);
    }
    return reason;
  }
}
