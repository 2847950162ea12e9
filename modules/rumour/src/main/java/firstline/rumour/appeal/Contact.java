package firstline.rumour.appeal;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.setting.Sealing;
import firstline.persistence.text.PlainText;
import java.nio.charset.StandardCharsets;

/**
 * How a party is reached: sealed, so that a copy of the database does not give it away, and shown
 * masked.
 */
final class Contact {
  private static final int LONGEST = 200;

  private final Sealing sealing;

  /** Opens and seals with a key derived from the installation's secret. */
  Contact(String secret) {
    sealing = new Sealing(secret, "appeal contact");
  }

  /** What was typed, fit to be kept. */
  static String typed(String raw) {
    var contact = PlainText.line(raw);
    if (contact.isEmpty() || contact.length() > LONGEST) {
      throw new Refusal("appeal.contact", LONGEST);
    }
    return contact;
  }

  /** As it is shown: enough to tell two apart, too little to reach anybody. */
  @Requirement("R3.36")
  static String masked(String contact) {
    var points = contact.codePoints().toArray();
    var at = contact.indexOf('@');
    if (at > 0) {
      return new String(points, 0, 1) + "***" + contact.substring(at);
    }
    if (points.length < 7) {
      return new String(points, 0, 1) + "***";
    }
    return new String(points, 0, 3) + "****" + new String(points, points.length - 2, 2);
  }

  @Requirement("R3.36")
  byte[] sealed(String contact) {
    return sealing.sealed(contact.getBytes(StandardCharsets.UTF_8));
  }

  String opened(byte[] sealed) {
    return new String(sealing.opened(sealed), StandardCharsets.UTF_8);
  }
}
