package firstline.speaker.journal;

import firstline.speaker.protocol.Json;
import firstline.speaker.protocol.Malformed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The chain of hashes: SHA-256 over the hash before and the record's canonical bytes. */
public final class Chain {
  /** 32 zero bytes. */
  public static final String START =
      Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);

  private Chain() {}

  /**
   * The hash of a record.
   *
   * @param body the record without its hash
   */
  public static String next(String before, Map<String, ?> body) throws Malformed {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(Base64.getUrlDecoder().decode(before));
      digest.update(Json.canonical(body));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
