package firstline.speaker.protocol;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** An Ed25519 public key (RFC 8032) as the protocol writes it: 32 bytes in base64url. */
public final class PublicKey {
  /** What X.509 puts before the 32 bytes (RFC 8410, §4). */
  private static final byte[] HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int SIGNATURE = 64;

  /**
   * Digests of what was found good of late: the speakers of a fleet in one process get the same
   * bytes, and a signature costs more than a digest.
   */
  private static final Map<String, Boolean> GOOD =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > 1_000;
            }
          });

  private final java.security.PublicKey key;

  private PublicKey(java.security.PublicKey key) {
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
      if (raw.length != 32) {
        throw new Malformed("key");
      }
      var encoded = Arrays.copyOf(HEADER, HEADER.length + raw.length);
      System.arraycopy(raw, 0, encoded, HEADER.length, raw.length);
      return new PublicKey(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new Malformed("key", e);
    }
  }

  static String text(java.security.PublicKey key) {
    var encoded = key.getEncoded();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(encoded, HEADER.length, encoded.length));
  }

  /** Whether the signature is this key's over the bytes; anything odd is a no. */
  public boolean signed(byte[] bytes, String signature) {
    try {
      var raw = Base64.getUrlDecoder().decode(signature);
      if (raw.length != SIGNATURE) {
        return false;
      }
      var digest = digest(raw, bytes);
      if (GOOD.containsKey(digest)) {
        return true;
      }
      var verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(bytes);
      boolean good = verifier.verify(raw);
      if (good) {
        GOOD.put(digest, true);
      }
      return good;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Over key, signature and bytes; the first two are of fixed lengths. */
  private String digest(byte[] signature, byte[] bytes) throws GeneralSecurityException {
    var digest = MessageDigest.getInstance("SHA-256");
    digest.update(key.getEncoded());
    digest.update(signature);
    return HexFormat.of().formatHex(digest.digest(bytes));
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
