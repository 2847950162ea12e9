package firstline.broadcast.signature;

import firstline.persistence.setting.Keys;
import firstline.persistence.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Map;

/**
 * The key that signs programmes and assignments. It is derived from the installation's secret, so
 * that several nodes and a restored backup sign with the same one: every speaker has learnt it at
 * its enrolment and takes no other.
 */
@ApplicationScoped
public class ServerKey {
  private static final String NAME = "Ed25519";

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

  /** The object's canonical form with its {@code signature} (PROTOCOL.md, forms). */
  public byte[] signed(Map<String, ?> object) {
    var signature = Ed25519.text(sign(Canonical.bytes(object)));
    var whole = new java.util.TreeMap<String, Object>(object);
    whole.put("signature", signature);
    return Canonical.bytes(whole);
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
