package firstline.speaker.protocol;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** The speaker's own Ed25519 key pair; it never leaves the speaker. */
public final class SpeakerKey {
  /** What PKCS #8 puts before the 32 bytes (RFC 8410, §7). */
  private static final byte[] HEADER = HexFormat.of().parseHex("302e020100300506032b657004220420");

  private final Ed25519PrivateKeyParameters secret;
  private final String publicKey;

  private SpeakerKey(Ed25519PrivateKeyParameters secret, String publicKey) {
    this.secret = secret;
    this.publicKey = publicKey;
  }

  /** A new pair. */
  public static SpeakerKey make() {
    var secret = new Ed25519PrivateKeyParameters(new SecureRandom());
    return new SpeakerKey(secret, PublicKey.text(secret.generatePublicKey().getEncoded()));
  }

  /**
   * Reads what {@link #keep} wrote.
   *
   * @throws Malformed when it is something else
   */
  public static SpeakerKey of(byte[] kept) throws Malformed {
    try {
      var lines = new String(kept, StandardCharsets.US_ASCII).split("\n", -1);
      var encoded = Base64.getDecoder().decode(lines[0]);
      var header = Arrays.copyOf(encoded, HEADER.length);
      if (lines.length < 2
          || encoded.length != HEADER.length + Ed25519PrivateKeyParameters.KEY_SIZE
          || !Arrays.equals(header, HEADER)) {
        throw new Malformed("key");
      }
      return new SpeakerKey(new Ed25519PrivateKeyParameters(encoded, HEADER.length), lines[1]);
    } catch (IllegalArgumentException e) {
      throw new Malformed("key", e);
    }
  }

  /** Two lines: the secret as PKCS #8 in base64, the public key as the protocol writes it. */
  public byte[] keep() {
    var encoded = Arrays.copyOf(HEADER, HEADER.length + Ed25519PrivateKeyParameters.KEY_SIZE);
    secret.encode(encoded, HEADER.length);
    return (Base64.getEncoder().encodeToString(encoded) + '\n' + publicKey + '\n')
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
    var signature = new byte[PublicKey.SIGNATURE];
    secret.sign(PublicKey.PLAIN, null, bytes, 0, bytes.length, signature, 0);
    return PublicKey.text(signature);
  }
}
