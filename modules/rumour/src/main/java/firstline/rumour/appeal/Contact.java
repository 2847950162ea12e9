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

  @Requirement("R3.36")
  byte[] sealed(String contact) {
    return sealing.sealed(contact.getBytes(StandardCharsets.UTF_8));
  }

  String opened(byte[] sealed) {
    return new String(sealing.opened(sealed), StandardCharsets.UTF_8);
  }
}
