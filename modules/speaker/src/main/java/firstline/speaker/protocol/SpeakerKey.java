package firstline.speaker.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The speaker's own Ed25519 key pair; it never leaves the speaker. */
public final class SpeakerKey {
  private final PrivateKey secret;
  private final String publicKey;

  private SpeakerKey(PrivateKey secret, String publicKey) {
    this.secret = secret;
    this.publicKey = publicKey;
  }

  /** A new pair. */
  public static SpeakerKey make() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new SpeakerKey(pair.getPrivate(), PublicKey.text(pair.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java from 15 on has Ed25519", e);
    }
  }

  /**
   * Reads what {@link #keep} wrote.
   *
   * @throws Malformed when it is something else
   */
  public static SpeakerKey of(byte[] kept) throws Malformed {
    try {
      var lines = new String(kept, StandardCharsets.US_ASCII).split("\n", -1);
      if (lines.length < 2) {
        throw new Malformed("key");
      }
      var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[0]));
      return new SpeakerKey(KeyFactory.getInstance("Ed25519").generatePrivate(encoded), lines[1]);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new Malformed("key", e);
    }
  }

  /** Two lines: the secret as PKCS #8 in base64, the public key as the protocol writes it. */
  public byte[] keep() {
    return (Base64.getEncoder().encodeToString(secret.getEncoded()) + '\n' + publicKey + '\n')
        .getBytes(StandardCharsets.US_ASCII);
  }

  public String publicKey() {
    return publicKey;
  }

  /** The signature over the UTF-8 bytes, as base64url. */
  public String sign(String text) {
    return sign(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The signature over the bytes, as base64url. */
  public String sign(byte[] bytes) {
    try {
      var signer = Signature.getInstance("Ed25519");
      signer.initSign(secret);
      signer.update(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an Ed25519 key signs whatever it is given", e);
    }
  }
}
