package firstline.broadcast.signature;

import firstline.persistence.requirement.Requirement;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;

/**
 * Public keys of 32 bytes and signatures of 64, as RFC 8032, §5.1 writes them. By Bouncy Castle: an
 * emergency costs each speaker two signatures, and the JDK takes four times as long for one.
 */
public final class Ed25519 {
  /** Bytes of a public key. */
  public static final int KEY = 32;

  static final int SIGNATURE = 64;

  /** Ed25519 itself, neither with a context nor of a digest. */
  static final int PLAIN = org.bouncycastle.math.ec.rfc8032.Ed25519.Algorithm.Ed25519;

  private Ed25519() {}

  /**
   * A key from its 32 bytes; empty if they are no point of the curve, or none of the prime order:
   * for eight points anybody can sign.
   */
  public static Optional<Ed25519PublicKeyParameters> key(byte[] raw) {
    return raw.length == KEY
            && org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(raw, 0)
        ? Optional.of(new Ed25519PublicKeyParameters(raw))
        : Optional.empty();
  }

  /** True if the owner of the key signed the message. */
  @Requirement("R32.2")
  public static boolean isSigned(Ed25519PublicKeyParameters key, byte[] message, byte[] signature) {
    // The library reads 64 bytes whatever it is given.
    return signature.length == SIGNATURE
        && key.verify(PLAIN, null, message, 0, message.length, signature, 0);
  }

  /** Base64url without padding (RFC 4648, §5). */
  public static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The bytes of {@link #text}; empty if it is none. Spare bits and padding are refused (RFC 4648,
   * §3.5): one signature has one text, or a changed one would hold.
   */
  @Requirement("R32.2")
  public static Optional<byte[]> bytes(String text) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text))
          .filter(bytes -> text(bytes).equals(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
