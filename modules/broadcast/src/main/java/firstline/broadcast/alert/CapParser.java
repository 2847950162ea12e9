package firstline.broadcast.alert;

import firstline.persistence.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads bytes as XML, once through: limits first, then the schema, then the tree. No document type,
 * no entity, nothing from outside.
 */
final class CapParser {
  static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

  /** Bytes of a message. */
  static final int LARGEST = 10 << 20;

  private static final int HEAD = 200;
  private static final Pattern ENCODING =
      Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)");

  private static final Schema SCHEMA = schema();

  private CapParser() {}

  /**
   * The message's tree.
   *
   * @throws Refusal {@code cap.…}, naming element and line
   */
  static CapTree parse(byte[] message) {
    if (message.length > LARGEST) {
      throw new Refusal("payload.too-large", LARGEST >> 20);
    }
    var tree = new CapTree();
    var validator = SCHEMA.newValidatorHandler();
    var gate = new CapGate(validator);
    validator.setErrorHandler(gate);
    validator.setContentHandler(tree);
    try {
      var reader = factory().newSAXParser().getXMLReader();
      reader.setContentHandler(gate);
      reader.setErrorHandler(gate);
      reader.parse(new InputSource(new ByteArrayInputStream(message)));
      return tree;
    } catch (SAXParseException e) {
      if (!isInItsEncoding(message)) {
        throw new Refusal("cap.encoding", gate.element(), e.getLineNumber());
      }
      throw new Refusal("cap.xml", gate.element(), e.getLineNumber(), e.getColumnNumber());
    } catch (SAXException e) {
      throw new Refusal("cap.xml", gate.element(), gate.line(), 0);
    } catch (IOException e) {
      // All bytes are in memory: only their encoding can fail.
      throw new Refusal("cap.encoding", gate.element(), gate.line());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every JDK has this parser", e);
    }
  }

  /** The parser says no more than that something is wrong there; a sender wants to know what. */
  private static boolean isInItsEncoding(byte[] message) {
    var begin = new String(message, 0, Math.min(HEAD, message.length), StandardCharsets.ISO_8859_1);
    var declared = ENCODING.matcher(begin);
    var name =
        begin.startsWith("\u00FE\u00FF") || begin.startsWith("\u00FF\u00FE")
            ? "UTF-16"
            : declared.find() ? declared.group(1) : "UTF-8";
    try {
      Charset.forName(name).newDecoder().decode(ByteBuffer.wrap(message));
      return true;
    } catch (CharacterCodingException | UnsupportedCharsetException e) {
      return false;
    }
  }

  private static SAXParserFactory factory() throws SAXException, ParserConfigurationException {
    var factory = SAXParserFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory;
  }

  private static Schema schema() {
    try (var stream = CapParser.class.getResourceAsStream("cap12.xsd")) {
      var factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return factory.newSchema(new StreamSource(Objects.requireNonNull(stream)));
    } catch (IOException | SAXException e) {
      throw new IllegalStateException("the schema in this jar can be read", e);
    }
  }
}
