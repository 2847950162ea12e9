package firstline.broadcast.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.TestCity;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.setting.Keys;
import firstline.testkit.seed.Seeded;
import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckingSignaturesTest {
  /** A vector of RFC 8032, 7.1, in hexadecimal. */
  private record Vector(String key, String message, String signature) {
    byte[] keyBytes() {
      return HexFormat.of().parseHex(key);
    }

    byte[] messageBytes() {
      return HexFormat.of().parseHex(message);
    }

    byte[] signatureBytes() {
      return HexFormat.of().parseHex(signature);
    }
  }

  private static final List<Vector> VECTORS =
      List.of(
          new Vector(
              "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
              "",
              "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39"
                  + "701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
          new Vector(
              "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
              "72",
              "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f36"
                  + "13d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
          new Vector(
              "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
              "af82",
              "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f7"
                  + "60984dc6594a7c15e9716ed28dc027beceea1ec40a"));

  private static boolean isSigned(byte[] key, byte[] message, byte[] signature) {
    return Ed25519.key(key).filter(read -> Ed25519.isSigned(read, message, signature)).isPresent();
  }

  @Test
  @Requirement("R32.2")
  void theVectorsOfRfc8032Hold() {
    for (var vector : VECTORS) {
      assertTrue(isSigned(vector.keyBytes(), vector.messageBytes(), vector.signatureBytes()));
      assertArrayEquals(
          vector.keyBytes(), Ed25519.key(vector.keyBytes()).orElseThrow().getEncoded());
    }
  }

  @Test
  @Requirement("R32.2")
  void everyFlippedBitIsRefused() {
    for (var vector : VECTORS) {
      for (var bit = 0; bit < 8 * vector.keyBytes().length; bit++) {
        assertFalse(
            isSigned(
                flipped(vector.keyBytes(), bit), vector.messageBytes(), vector.signatureBytes()));
      }
      for (var bit = 0; bit < 8 * vector.messageBytes().length; bit++) {
        assertFalse(
            isSigned(
                vector.keyBytes(), flipped(vector.messageBytes(), bit), vector.signatureBytes()));
      }
      for (var bit = 0; bit < 8 * vector.signatureBytes().length; bit++) {
        assertFalse(
            isSigned(
                vector.keyBytes(), vector.messageBytes(), flipped(vector.signatureBytes(), bit)));
      }
    }
  }

  @Test
  @Requirement("R32.2")
  void whatIsNoKeyAndNoSignatureIsRefusedWithoutAnotherError() {
    var good = VECTORS.get(1);
    Seeded.cases(
        2_000,
        draw -> {
          var key = new byte[draw.chance(0.8) ? Ed25519.KEY : draw.between(0, 70)];
          draw.random().nextBytes(key);
          assertFalse(isSigned(key, good.messageBytes(), good.signatureBytes()));
          var signature = new byte[draw.chance(0.5) ? 64 : draw.between(0, 130)];
          draw.random().nextBytes(signature);
          assertFalse(isSigned(good.keyBytes(), good.messageBytes(), signature));
        });
  }

  @Test
  @Requirement("R32.2")
  void aKeyForWhichAnybodyCanSignIsNone() {
    // The points of small order, with either sign, and the same not reduced by the prime.
    for (var small :
        List.of(
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")) {
      var bytes = HexFormat.of().parseHex(small);
      assertTrue(Ed25519.key(bytes).isEmpty(), small);
      assertTrue(Ed25519.key(flipped(bytes, 255)).isEmpty(), small);
    }
  }

  @Test
  @Requirement("R32.2")
  void everyRealKeyIsReadAndEveryOtherNumberIsNone() {
    var points = new int[1];
    Seeded.cases(
        2_000,
        draw -> {
          var bytes = new byte[Ed25519.KEY];
          draw.random().nextBytes(bytes);
          var key = Ed25519.key(bytes);
          key.ifPresent(read -> assertArrayEquals(bytes, read.getEncoded()));
          points[0] += key.isPresent() ? 1 : 0;
        });
    // Half of all numbers are points, and of those an eighth has the prime order.
    assertTrue(points[0] > 75 && points[0] < 175, "a sixteenth of all numbers: " + points[0]);
    for (var i = 0; i < 500; i++) {
      var keys = TestCity.keys();
      var raw = TestCity.raw(keys);
      assertArrayEquals(raw, Ed25519.key(raw).orElseThrow().getEncoded());
    }
  }

  @Test
  @Requirement("R32.2")
  void aTextStandsForItsBytesAlone() {
    Seeded.cases(
        2_000,
        draw -> {
          var bytes = new byte[draw.between(0, 70)];
          draw.random().nextBytes(bytes);
          var text = Ed25519.text(bytes);
          assertArrayEquals(bytes, Ed25519.bytes(text).orElseThrow());
          var other = draw.chance(0.5) ? text + draw.of("=", "==", "A", "+", " ", "é") : last(text);
          Ed25519.bytes(other)
              .ifPresent(
                  read -> assertEquals(other, Ed25519.text(read), "another way to write it"));
        });
  }

  /** The text with another last character. */
  private static String last(String text) {
    return text.isEmpty()
        ? "="
        : text.substring(0, text.length() - 1) + (char) (text.charAt(text.length() - 1) ^ 1);
  }

  @Test
  @Requirement("R32.2")
  void theServersKeyIsThatOfItsSecretAndSignsWhatItSends() throws Exception {
    var secret = "only-for-tests-0123456789-abcdefghijklmnop";
    var key = new ServerKey(secret);
    assertEquals(key.publicKey(), new ServerKey(secret).publicKey());
    assertNotEquals(key.publicKey(), new ServerKey(secret + "x").publicKey());
    var publicKey = Ed25519.key(Ed25519.bytes(key.publicKey()).orElseThrow()).orElseThrow();
    // The private key is the derived one, as RFC 8032 has it, and no other that happens to fit.
    var signing = Signature.getInstance("Ed25519");
    signing.initSign(
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(
                new EdECPrivateKeySpec(
                    NamedParameterSpec.ED25519,
                    Keys.derive(secret, "broadcast programme signature"))));
    var object = Map.of("b", 1, "a", "村");
    var message = "{\"a\":\"村\",\"b\":1}".getBytes(StandardCharsets.UTF_8);
    signing.update(message);
    var signature = signing.sign();
    assertTrue(Ed25519.isSigned(publicKey, message, signature));
    try (var reader = Json.createReader(new ByteArrayInputStream(key.signed(object)))) {
      var whole = reader.readObject();
      assertEquals(Ed25519.text(signature), whole.getString("signature"));
      assertEquals(3, whole.size());
    }
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    var flipped = bytes.clone();
    flipped[bit / 8] ^= (byte) (1 << bit % 8);
    return flipped;
  }
}
