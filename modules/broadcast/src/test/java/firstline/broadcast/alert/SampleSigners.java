package firstline.broadcast.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
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

/** Keys with certificates, and messages that they have signed. */
final class SampleSigners {
  static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

  /** A key and its certificate. */
  record Signer(PrivateKey key, X509Certificate certificate) {}

  private SampleSigners() {}

  /** A fresh one, in force in June 2026; its files lie in the folder. */
  static Signer signer(Path folder, String algorithm) throws Exception {
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
                "-startdate",
                "2026/06/01 00:00:00",
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

  /** The message with an enveloped signature; with another transform, over a part of it. */
  static byte[] signed(String message, Signer signer, String method, @Nullable String transform)
      throws Exception {
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
