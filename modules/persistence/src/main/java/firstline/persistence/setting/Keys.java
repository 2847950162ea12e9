package firstline.persistence.setting;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys derived from the one secret: HMAC-SHA256(secret, purpose), as the expand step of HKDF (RFC
 * 5869, section 2.3) with one block. A key for one purpose tells nothing about another.
 */
public final class Keys {
  private Keys() {}

  /** 32 bytes for the purpose. */
  public static byte[] derive(String secret, String purpose) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal((purpose + '\u0001').getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /** The key for the purpose as a password of 43 URL-safe characters. */
  public static String password(String secret, String purpose) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(derive(secret, purpose));
  }
}
