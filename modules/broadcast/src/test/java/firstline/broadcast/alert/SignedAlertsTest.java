package firstline.broadcast.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedAlertsTest {
  private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  private static final String EC = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

  /** A key and its certificate. */
  private record Signer(PrivateKey key, X509Certificate certificate) {}

  @TempDir private static Path folder;
  private static Signer weather;
  private static Signer stranger;
  private static Instant now;

  @BeforeAll
  static void keys() throws Exception {
    weather = signer("RSA");
    stranger = signer("EC");
    now = weather.certificate().getNotBefore().toInstant().plus(Duration.ofHours(1));
  }

  private static Signer signer(String algorithm) throws Exception {
    var file = folder.resolve(algorithm + ".p12");
    var made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=" + algorithm,
                "-validity",
                "30",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                "only-for-tests")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start()
            .waitFor();
    assertEquals(0, made);
    var store = KeyStore.getInstance(file.toFile(), "only-for-tests".toCharArray());
    return new Signer(
        (PrivateKey) store.getKey("a", "only-for-tests".toCharArray()),
        (X509Certificate) store.getCertificate("a"));
  }

  @Test
  @Requirement("R34.10")
  void aTrustedSignatureIsValidAndAnotherIsUnknown() throws Exception {
    var message = signed(SampleCaps.RAIN, weather, RSA, null);
    assertEquals(CapSignature.State.VALID, check(message, weather));
    assertEquals(CapSignature.State.VALID, check(message, stranger, weather));
    assertEquals(CapSignature.State.UNKNOWN_KEY, check(message));
    assertEquals(CapSignature.State.UNKNOWN_KEY, check(message, stranger));
    var other = signed(SampleCaps.RAIN, stranger, EC, null);
    assertEquals(CapSignature.State.VALID, check(other, weather, stranger));
    assertEquals(CapSignature.State.UNSIGNED, check(SampleCaps.bytes(SampleCaps.RAIN), weather));
    assertEquals(
        CapReader.read(SampleCaps.bytes(SampleCaps.RAIN)), CapReader.read(message), "read alike");
  }

  @Test
  @Requirement("R34.10")
  void whatWasChangedAfterSigningIsRefused() throws Exception {
    var message = new String(signed(SampleCaps.RAIN, weather, RSA, null), StandardCharsets.UTF_8);
    refused(message.replace("五十毫米", "五毫米"), weather);
    refused(message.replace("五十毫米", "五毫米"));
    refused(message.replace("<scope>Public", "<scope>Private"), stranger);
    var signature = message.substring(message.indexOf("<Signature"), message.indexOf("</alert>"));
    refused(message.replace(signature, signature + signature), weather);
    refused(message.replace("Signature ", "Sig ").replace("/Signature>", "/Sig>"), weather);
    refused(message.replaceFirst("<Reference.*?</Reference>", ""), weather);
  }

  @Test
  @Requirement("R34.10")
  void aSignatureOverAPartOnlyIsRefused() throws Exception {
    var part =
        signed(SampleCaps.RAIN, weather, RSA, "http://www.w3.org/TR/1999/REC-xpath-19991116");
    refused(new String(part, StandardCharsets.UTF_8), weather);
  }

  @Test
  @Requirement("R34.10")
  void aCertificateOutOfItsTimeCountsForNothing() throws Exception {
    var message = signed(SampleCaps.RAIN, weather, RSA, null);
    assertEquals(
        CapSignature.State.UNKNOWN_KEY,
        CapSignature.check(message, List.of(weather.certificate()), now.plus(Duration.ofDays(31))));
  }

  @Test
  @Requirement("R34.10")
  void oldAlgorithmsProveNothing() throws Exception {
    var message = new String(signed(SampleCaps.RAIN, weather, RSA, null), StandardCharsets.UTF_8);
    var old = message.replace(RSA, "http://www.w3.org/2000/09/xmldsig#rsa-sha1");
    assertEquals(CapSignature.State.UNKNOWN_KEY, check(SampleCaps.bytes(old), weather));
  }

  @Test
  @Requirement("R34.10")
  void theTrustedCertificatesAreReadFromAFile() throws Exception {
    var pem = new StringBuilder();
    for (var signer : List.of(weather, stranger)) {
      pem.append("-----BEGIN CERTIFICATE-----\n")
          .append(Base64.getMimeEncoder().encodeToString(signer.certificate().getEncoded()))
          .append("\n-----END CERTIFICATE-----\n");
    }
    var file = Files.writeString(folder.resolve("trusted.pem"), pem);
    assertEquals(List.of(weather.certificate(), stranger.certificate()), TrustedSigners.in(file));
  }

  private static CapSignature.State check(byte[] message, Signer... trusted) {
    return CapSignature.check(
        message, List.of(trusted).stream().map(Signer::certificate).toList(), now);
  }

  private static void refused(String message, Signer... trusted) {
    var refusal =
        assertThrows(Refusal.class, () -> check(SampleCaps.bytes(message), trusted), message);
    assertEquals("cap.signature", refusal.code());
    assertEquals("Signature", refusal.arguments().get(0));
  }

  /** The message with an enveloped signature; with another transform, over a part of it. */
  private static byte[] signed(
      String message, Signer signer, String method, @Nullable String transform) throws Exception {
    var document =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(SampleCaps.bytes(message)));
    var factory = XMLSignatureFactory.getInstance("DOM");
    var keys = factory.getKeyInfoFactory();
    var enveloped = factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null);
    var transforms =
        transform == null
            ? List.of(enveloped)
            : List.of(
                enveloped,
                factory.newTransform(
                    transform,
                    new javax.xml.crypto.dsig.spec.XPathFilterParameterSpec(
                        "not(ancestor-or-self::*[local-name()='info'])")));
    var reference =
        factory.newReference(
            "", factory.newDigestMethod(DigestMethod.SHA256, null), transforms, null, null);
    var info =
        factory.newSignedInfo(
            factory.newCanonicalizationMethod(
                CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
            factory.newSignatureMethod(method, null),
            List.of(reference));
    var context =
        new DOMSignContext(signer.key(), Objects.requireNonNull(document.getDocumentElement()));
    factory
        .newXMLSignature(
            info, keys.newKeyInfo(List.of(keys.newX509Data(List.of(signer.certificate())))))
        .sign(context);
    var bytes = new ByteArrayOutputStream();
    TransformerFactory.newDefaultInstance()
        .newTransformer()
        .transform(new DOMSource(document), new StreamResult(bytes));
    return bytes.toByteArray();
  }
}
