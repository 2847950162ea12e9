package firstline.broadcast.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.broadcast.signature.TrustedSigners;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedAlertsTest {
  private static final String RSA = SampleSigners.RSA;
  private static final String EC = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

  @TempDir private static Path folder;
  private static SampleSigners.Signer weather;
  private static SampleSigners.Signer stranger;
  private static Instant now;

  @BeforeAll
  static void keys() throws Exception {
    weather = SampleSigners.signer(folder, "RSA");
    stranger = SampleSigners.signer(folder, "EC");
    now = weather.certificate().getNotBefore().toInstant().plus(Duration.ofHours(1));
  }

  @Test
  @Requirement("R34.10")
  void aTrustedSignatureIsValidAndAnotherIsUnknown() throws Exception {
    var message = SampleSigners.signed(SampleCaps.RAIN, weather, RSA, null);
    assertEquals(CapSignature.State.VALID, check(message, weather));
    assertEquals(CapSignature.State.VALID, check(message, stranger, weather));
    assertEquals(CapSignature.State.UNKNOWN_KEY, check(message));
    assertEquals(CapSignature.State.UNKNOWN_KEY, check(message, stranger));
    var other = SampleSigners.signed(SampleCaps.RAIN, stranger, EC, null);
    assertEquals(CapSignature.State.VALID, check(other, weather, stranger));
    assertEquals(CapSignature.State.UNSIGNED, check(SampleCaps.bytes(SampleCaps.RAIN), weather));
    assertEquals(
        CapReader.read(SampleCaps.bytes(SampleCaps.RAIN)), CapReader.read(message), "read alike");
  }

  @Test
  @Requirement("R34.10")
  void whatWasChangedAfterSigningIsRefused() throws Exception {
    var message =
        new String(
            SampleSigners.signed(SampleCaps.RAIN, weather, RSA, null), StandardCharsets.UTF_8);
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
        SampleSigners.signed(
            SampleCaps.RAIN, weather, RSA, "http://www.w3.org/TR/1999/REC-xpath-19991116");
    refused(new String(part, StandardCharsets.UTF_8), weather);
  }

  @Test
  @Requirement("R34.10")
  void aCertificateOutOfItsTimeCountsForNothing() throws Exception {
    var message = SampleSigners.signed(SampleCaps.RAIN, weather, RSA, null);
    assertEquals(
        CapSignature.State.UNKNOWN_KEY,
        CapSignature.check(message, List.of(weather.certificate()), now.plus(Duration.ofDays(31)))
            .state());
  }

  @Test
  @Requirement("R34.10")
  void oldAlgorithmsProveNothing() throws Exception {
    var message =
        new String(
            SampleSigners.signed(SampleCaps.RAIN, weather, RSA, null), StandardCharsets.UTF_8);
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

  private static CapSignature.State check(byte[] message, SampleSigners.Signer... trusted) {
    return CapSignature.check(
            message, List.of(trusted).stream().map(SampleSigners.Signer::certificate).toList(), now)
        .state();
  }

  private static void refused(String message, SampleSigners.Signer... trusted) {
    var refusal =
        assertThrows(Refusal.class, () -> check(SampleCaps.bytes(message), trusted), message);
    assertEquals("cap.signature", refusal.code());
    assertEquals("Signature", refusal.arguments().get(0));
  }
}
