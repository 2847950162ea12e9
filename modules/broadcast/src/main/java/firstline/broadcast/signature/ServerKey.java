package firstline.broadcast.signature;

import firstline.persistence.setting.Keys;
import firstline.persistence.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/**
 * The key that signs programmes and assignments. It is derived from the installation's secret, so
 * that several nodes and a restored backup sign with the same one: every speaker has learnt it at
 * its enrolment and takes no other.
 */
@ApplicationScoped
public class ServerKey {
  private static final String SIGNATURE = "signature";

  /** Bytes of an object without members. */
  private static final int EMPTY = 2;

  private final Ed25519PrivateKeyParameters key;

  ServerKey() {
    this(Settings.current().secret());
  }

  /** For tests without a server. */
  public ServerKey(String secret) {
    key = new Ed25519PrivateKeyParameters(Keys.derive(secret, "broadcast programme signature"));
  }

  /** The public key as speakers keep it. */
  public String publicKey() {
    return Ed25519.text(key.generatePublicKey().getEncoded());
  }

  /**
   * The object's canonical form with its {@code signature} (PROTOCOL.md, forms). It is written
   * once: the signature goes where its name sorts.
   */
  public byte[] signed(Map<String, ?> object) {
    var sorted = new TreeMap<String, Object>(object);
    var before = Canonical.bytes(sorted.headMap(SIGNATURE));
    var after = Canonical.bytes(sorted.tailMap(SIGNATURE));
    var signature = Canonical.bytes(Map.of(SIGNATURE, Ed25519.text(sign(joined(before, after)))));
    return joined(joined(before, signature), after);
  }

  /** One object of the members of two, of which the first sort before the second. */
  private static byte[] joined(byte[] first, byte[] second) {
    if (first.length == EMPTY || second.length == EMPTY) {
      return first.length == EMPTY ? second : first;
    }
    var joined = Arrays.copyOf(first, first.length + second.length - 1);
    joined[first.length - 1] = ',';
    System.arraycopy(second, 1, joined, first.length, second.length - 1);
    return joined;
  }

  private byte[] sign(byte[] message) {
    var signature = new byte[Ed25519.SIGNATURE];
    key.sign(Ed25519.PLAIN, null, message, 0, message.length, signature, 0);
    return signature;
  }
}
