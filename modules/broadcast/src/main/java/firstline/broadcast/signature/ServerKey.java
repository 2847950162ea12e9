package firstline.broadcast.signature;

import firstline.persistence.setting.Keys;
import firstline.persistence.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The key that signs programmes and assignments. It is derived from the installation's secret, so
 * that several nodes and a restored backup sign with the same one: every speaker has learnt it at
 * its enrolment and takes no other.
 */
@ApplicationScoped
public class ServerKey {
  private static final String NAME = "Ed25519";
  private static final String SIGNATURE = "signature";

  /** Bytes of an object without members. */
  private static final int EMPTY = 2;

  private final KeyPair pair;

  ServerKey() {
    this(Settings.current().secret());
  }

  /** For tests without a server. */
  public ServerKey(String secret) {
    var seed = Keys.derive(secret, "broadcast programme signature");
    try {
      var generator = KeyPairGenerator.getInstance(NAME);
      // The private key is what the generator draws: the JDK has no other way from it to the
      // public.
      generator.initialize(255, new Drawn(seed));
      this.pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public key as speakers keep it. */
  public String publicKey() {
    return Ed25519.text(Ed25519.raw(pair.getPublic()));
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
    try {
      var signing = Signature.getInstance(NAME);
      signing.initSign(pair.getPrivate());
      signing.update(message);
      return signing.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Draws what it was given. */
  private static final class Drawn extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] bytes;

    Drawn(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] into) {
      System.arraycopy(bytes, 0, into, 0, into.length);
    }
  }
}
