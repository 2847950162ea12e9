package firstline.speaker.protocol;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** An Ed25519 public key (RFC 8032) as the protocol writes it: 32 bytes in base64url. */
public final class PublicKey {
  static final int SIGNATURE = 64;

  /** Ed25519 itself, neither with a context nor of a digest. */
  static final int PLAIN = Ed25519.Algorithm.Ed25519;

  private final Ed25519PublicKeyParameters key;

  private PublicKey(Ed25519PublicKeyParameters key) {
    this.key = key;
  }

  /**
   * Reads a key.
   *
   * @throws Malformed when it is not a point of the curve in 32 bytes
   */
  public static PublicKey of(String text) throws Malformed {
    try {
      var raw = Base64.getUrlDecoder().decode(text);
      if (raw.length != Ed25519PublicKeyParameters.KEY_SIZE) {
        throw new Malformed("key");
      }
      return new PublicKey(new Ed25519PublicKeyParameters(raw));
    } catch (IllegalArgumentException e) {
      throw new Malformed("key", e);
    }
  }

  /** Base64url, as the protocol writes keys and signatures. */
  static String text(byte[] raw) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
  }

  /** Whether the signature is this key's over the bytes; anything odd is a no. */
  public boolean signed(byte[] bytes, String signature) {
    try {
      var raw = Base64.getUrlDecoder().decode(signature);
      return raw.length == SIGNATURE && key.verify(PLAIN, null, bytes, 0, bytes.length, raw, 0);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** SHA-256 of the key and the bytes, in hexadecimal: what this key signed has one name. */
  public String digest(byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(key.getEncoded());
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Whether the object's {@code signature} is this key's over its canonical form without it.
   *
   * @throws Malformed when there is no canonical form
   */
  public boolean signed(Map<String, Object> object) throws Malformed {
    var unsigned = new LinkedHashMap<>(object);
    return unsigned.remove("signature") instanceof String signature
        && signed(Json.canonical(unsigned), signature);
  }
}
