package firstline.broadcast.alert;

import firstline.broadcast.signature.TrustedSigners;
import firstline.broadcast.xml.Documents;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.crypto.AlgorithmMethod;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.KeySelectorException;
import javax.xml.crypto.KeySelectorResult;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.XMLCryptoContext;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.X509Data;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Checks the signature of a message (XML Signature, enveloped; CAP section 3.3.4.1). Of what the
 * message itself says about its key nothing is believed: a key counts if this installation trusts
 * its certificate.
 */
final class CapSignature {
  /** What is known of the signer. */
  enum State {
    UNSIGNED,
    VALID,

    /** Untouched, but by a key that is not trusted here, or by an algorithm no longer safe. */
    UNKNOWN_KEY
  }

  /**
   * What was found.
   *
   * @param signer fingerprint of the trusted certificate; empty unless valid
   */
  record Finding(State state, String signer) {
    private static Finding of(State state) {
      return new Finding(state, "");
    }
  }

  /** What may be done to the message before it is hashed: leave the signature out, normalise. */
  private static final Set<String> TRANSFORMS =
      Set.of(
          Transform.ENVELOPED,
          "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
          "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
          "http://www.w3.org/2001/10/xml-exc-c14n#",
          "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
          "http://www.w3.org/2006/12/xml-c14n11");

  private CapSignature() {}

  /**
   * Checks a message that {@link CapReader} has read.
   *
   * @throws Refusal {@code cap.signature} if the signature does not fit the message, or covers not
   *     all of it
   */
  @Requirement("R34.10")
  static Finding check(byte[] message, List<X509Certificate> trusted, Instant now) {
    var line = CapParser.parse(message).signedAt();
    if (line == 0) {
      return Finding.of(State.UNSIGNED);
    }
    var document = document(message);
    var signatures = document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
    if (signatures.getLength() != 1
        || !(signatures.item(0) instanceof Element signature)
        || signature.getParentNode() != document.getDocumentElement()) {
      throw new Refusal("cap.signature", "Signature", line);
    }
    if (isWeak(signature)) {
      return Finding.of(State.UNKNOWN_KEY);
    }
    try {
      return finding(signature, trusted, now, line);
    } catch (MarshalException | XMLSignatureException e) {
      throw new Refusal("cap.signature", "Signature", line);
    }
  }

  private static Finding finding(
      Element element, List<X509Certificate> trusted, Instant now, int line)
      throws MarshalException, XMLSignatureException {
    // Who signed may be unknown; that nothing was changed since, anybody can see.
    var context = context(new NoKey(), element);
    var signature = factory().unmarshalXMLSignature(context);
    requireWhole(signature, context, line);
    for (var certificate : trusted) {
      if (isInForce(certificate, now) && isSignedBy(certificate, element)) {
        return new Finding(State.VALID, TrustedSigners.fingerprint(certificate));
      }
      if (certificatesIn(signature).contains(certificate) && isInForce(certificate, now)) {
        throw new Refusal("cap.signature", "Signature", line);
      }
    }
    return Finding.of(State.UNKNOWN_KEY);
  }

  /** Each reference fits, nothing is done to what it names but normalising, one is to the whole. */
  private static void requireWhole(XMLSignature signature, DOMValidateContext context, int line)
      throws XMLSignatureException {
    var whole = 0;
    for (Reference reference : signature.getSignedInfo().getReferences()) {
      var plain =
          reference.getTransforms().stream()
              .allMatch(transform -> TRANSFORMS.contains(transform.getAlgorithm()));
      if (!plain || !reference.validate(context)) {
        throw new Refusal("cap.signature", "Signature", line);
      }
      whole += "".equals(reference.getURI()) ? 1 : 0;
    }
    if (whole != 1) {
      throw new Refusal("cap.signature", "Signature", line);
    }
  }

  private static boolean isSignedBy(X509Certificate certificate, Element element)
      throws MarshalException {
    var context = context(KeySelector.singletonKeySelector(certificate.getPublicKey()), element);
    try {
      return factory().unmarshalXMLSignature(context).getSignatureValue().validate(context);
    } catch (XMLSignatureException e) {
      // A key of another algorithm cannot even be tried.
      return false;
    }
  }

  private static List<X509Certificate> certificatesIn(XMLSignature signature) {
    var keys = signature.getKeyInfo();
    return keys == null
        ? List.of()
        : keys.getContent().stream()
            .filter(X509Data.class::isInstance)
            .flatMap(data -> ((X509Data) data).getContent().stream())
            .filter(X509Certificate.class::isInstance)
            .map(X509Certificate.class::cast)
            .toList();
  }

  private static boolean isInForce(X509Certificate certificate, Instant now) {
    return !now.isBefore(certificate.getNotBefore().toInstant())
        && !now.isAfter(certificate.getNotAfter().toInstant());
  }

  /** SHA-1 and MD5 no longer prove anything. */
  private static boolean isWeak(Element signature) {
    return Stream.of("SignatureMethod", "DigestMethod")
        .flatMap(name -> elements(signature.getElementsByTagNameNS(XMLSignature.XMLNS, name)))
        .map(element -> element.getAttribute("Algorithm").toLowerCase(Locale.ROOT))
        .anyMatch(algorithm -> algorithm.contains("sha1") || algorithm.contains("md5"));
  }

  private static Stream<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
  }

  private static DOMValidateContext context(KeySelector keys, Element signature) {
    var context = new DOMValidateContext(keys, signature);
    context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.TRUE);
    // XAdES signs its own properties too, by an Id that no schema declares.
    elements(signature.getElementsByTagNameNS("*", "*"))
        .filter(element -> element.hasAttribute("Id"))
        .forEach(element -> context.setIdAttributeNS(element, null, "Id"));
    return context;
  }

  private static XMLSignatureFactory factory() {
    return XMLSignatureFactory.getInstance("DOM");
  }

  private static Document document(byte[] message) {
    try {
      return Documents.parse(message);
    } catch (SAXException | IOException e) {
      throw new IllegalStateException("what was read once can be read again", e);
    }
  }

  /** For what needs no key. */
  private static final class NoKey extends KeySelector {
    @Override
    public KeySelectorResult select(
        KeyInfo info, Purpose purpose, AlgorithmMethod method, XMLCryptoContext context)
        throws KeySelectorException {
      throw new KeySelectorException("no key is trusted");
    }
  }
}
