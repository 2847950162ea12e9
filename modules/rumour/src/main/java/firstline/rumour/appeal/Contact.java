package firstline.rumour.appeal;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.setting.Keys;
import firstline.persistence.text.PlainText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a party is reached: sealed with AES-256-GCM, so that a copy of the database does not give it
 * away, and shown masked.
 */
final class Contact {
  private static final int LONGEST = 200;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] key;

  /** Opens and seals with a key derived from the installation's secret. */
  Contact(String secret) {
    this.key = Keys.derive(secret, "appeal contact");
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
    var nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    var sealed = run(Cipher.ENCRYPT_MODE, nonce, contact.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
  }

  String opened(byte[] sealed) {
    var nonce = new byte[NONCE];
    var rest = new byte[sealed.length - NONCE];
    ByteBuffer.wrap(sealed).get(nonce).get(rest);
    return new String(run(Cipher.DECRYPT_MODE, nonce, rest), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the contact cannot be read with this secret", e);
    }
  }
}
