package firstline.broadcast.signature;

import firstline.persistence.requirement.Requirement;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.Optional;

/** Public keys of 32 bytes and signatures of 64, as RFC 8032, §5.1 writes them. */
public final class Ed25519 {
  /** Bytes of a public key. */
  public static final int KEY = 32;

  private static final String NAME = "Ed25519";
  private static final int SIGN = 0x80;

  /** The prime of the field (RFC 8032, 5.1). */
  private static final BigInteger P =
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

  /** The constant of the curve, -121665/121666. */
  private static final BigInteger D =
      BigInteger.valueOf(-121_665).multiply(BigInteger.valueOf(121_666).modInverse(P)).mod(P);

  private Ed25519() {}

  /**
   * A key from its 32 bytes; empty if they are no point of the curve, or one of the eight for which
   * anybody can sign.
   */
  public static Optional<PublicKey> key(byte[] raw) {
    if (raw.length != KEY) {
      return Optional.empty();
    }
    var bigEndian = new byte[KEY];
    for (var i = 0; i < KEY; i++) {
      bigEndian[i] = raw[KEY - 1 - i];
    }
    var odd = (bigEndian[0] & SIGN) != 0;
    bigEndian[0] &= ~SIGN;
    var y = new BigInteger(1, bigEndian);
    if (!isKey(y)) {
      return Optional.empty();
    }
    try {
      var point = new EdECPoint(odd, y);
      return Optional.of(
          KeyFactory.getInstance(NAME)
              .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /**
   * RFC 8032, 5.1.3: x² = (y² - 1) / (dy² + 1) has a root. Of the points whose order divides 8 the
   * first two have x = 0, the next two y = 0, and the last four x² + y² = 0: they double to y = 0.
   */
  private static boolean isKey(BigInteger y) {
    if (y.compareTo(P) >= 0) {
      return false;
    }
    var square = y.multiply(y).mod(P);
    var x =
        square
            .subtract(BigInteger.ONE)
            .multiply(D.multiply(square).add(BigInteger.ONE).modInverse(P))
            .mod(P);
    return x.signum() != 0
        && y.signum() != 0
        && x.add(square).mod(P).signum() != 0
        && x.modPow(P.shiftRight(1), P).equals(BigInteger.ONE);
  }

  /** The 32 bytes of a key. */
  public static byte[] raw(PublicKey key) {
    var point = ((EdECPublicKey) key).getPoint();
    var bigEndian = point.getY().toByteArray();
    var raw = new byte[KEY];
    for (var i = 0; i < Math.min(KEY, bigEndian.length); i++) {
      raw[i] = bigEndian[bigEndian.length - 1 - i];
    }
    if (point.isXOdd()) {
      raw[KEY - 1] |= (byte) SIGN;
    }
    return raw;
  }

  /** True if the owner of the key signed the message. */
  @Requirement("R32.2")
  public static boolean isSigned(PublicKey key, byte[] message, byte[] signature) {
    try {
      var check = Signature.getInstance(NAME);
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
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
