package firstline.persistence.setting;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals with AES-256-GCM what a copy of the database must not give away. The key is that of the
 * installation for one purpose: what was sealed for another cannot be opened.
 */
public final class Sealing {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  /** For the purpose, with a key derived from the secret. */
  public Sealing(String secret, String purpose) {
    key = new SecretKeySpec(Keys.derive(secret, purpose), "AES");
  }

  /** The nonce and what it sealed. */
  public byte[] sealed(byte[] plain) {
    var nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    var sealed = run(Cipher.ENCRYPT_MODE, nonce, plain);
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
  }

  /**
   * What was sealed.
   *
   * @throws IllegalStateException if it was sealed with another secret or for another purpose, or
   *     was touched since
   */
  public byte[] opened(byte[] sealed) {
    var nonce = new byte[NONCE];
    var rest = new byte[sealed.length - NONCE];
    ByteBuffer.wrap(sealed).get(nonce).get(rest);
    return run(Cipher.DECRYPT_MODE, nonce, rest);
  }

  private byte[] run(int mode, byte[] nonce, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("it cannot be opened with this secret", e);
    }
  }
}
