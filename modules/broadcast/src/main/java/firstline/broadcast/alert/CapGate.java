package firstline.broadcast.alert;

import firstline.persistence.refusal.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Stands before the schema: knows at which element the reading is, holds the limits, and turns what
 * the schema finds into a refusal that names the element. Of the schema's words only its codes (XML
 * Schema 1.0, appendix C) and the names it quotes are used, since the rest depends on the language
 * of the machine.
 */
final class CapGate extends XMLFilterImpl {
  private static final int DEEPEST = 20;
  private static final int ELEMENTS = 100_000;
  private static final int SHOWN = 80;
  private static final Pattern QUOTED = Pattern.compile("\":(\\w+)");
  private static final Pattern WORDS = Pattern.compile("'\\[([\\w, ]+)]'");
  private static final Set<String> REQUIRED =
      Set.of(
          "identifier",
          "sender",
          "sent",
          "status",
          "msgType",
          "scope",
          "category",
          "event",
          "urgency",
          "severity",
          "certainty",
          "valueName",
          "value",
          "resourceDesc",
          "mimeType",
          "areaDesc");

  private static final Set<String> OPTIONAL =
      Set.of(
          "source",
          "restriction",
          "addresses",
          "code",
          "note",
          "references",
          "incidents",
          "info",
          "language",
          "responseType",
          "audience",
          "eventCode",
          "effective",
          "onset",
          "expires",
          "senderName",
          "headline",
          "description",
          "instruction",
          "web",
          "contact",
          "parameter",
          "resource",
          "area",
          "size",
          "uri",
          "derefUri",
          "digest",
          "polygon",
          "circle",
          "geocode",
          "altitude",
          "ceiling");

  /** An element that is open, what stood in it so far, and its text. */
  private record Open(String name, Set<String> seen, StringBuilder text) {
    Open(String name) {
      this(name, new LinkedHashSet<>(), new StringBuilder());
    }
  }

  private final Deque<Open> open = new ArrayDeque<>();
  private @Nullable Locator locator;

  /** The element that begins, while the schema looks at it; else empty. */
  private String beginning = "";

  private int elements;

  CapGate(ValidatorHandler schema) {
    setContentHandler(schema);
  }

  /** The element at which the reading is. */
  String element() {
    if (!beginning.isEmpty()) {
      return beginning;
    }
    return open.isEmpty() ? "alert" : open.element().name();
  }

  int line() {
    return locator == null ? 0 : Math.max(0, locator.getLineNumber());
  }

  @Override
  public void setDocumentLocator(Locator given) {
    this.locator = given;
    super.setDocumentLocator(given);
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes)
      throws SAXException {
    beginning = name;
    if (open.isEmpty()) {
      requireAlert(uri, name);
    }
    if (open.size() == DEEPEST) {
      throw new Refusal("cap.depth", name, line(), DEEPEST);
    }
    if (++elements > ELEMENTS) {
      throw new Refusal("cap.elements", name, line(), ELEMENTS);
    }
    super.startElement(uri, name, qualified, attributes);
    if (!open.isEmpty()) {
      open.element().seen().add(name);
    }
    open.push(new Open(name));
    beginning = "";
  }

  private void requireAlert(String uri, String name) {
    if (name.equals("alert") && !uri.equals(CapParser.NAMESPACE)) {
      throw new Refusal("cap.namespace", name, line(), start(uri));
    }
    if (!name.equals("alert")) {
      throw new Refusal("cap.root", name, line());
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) throws SAXException {
    if (!open.isEmpty() && open.element().text().length() < SHOWN) {
      open.element().text().append(characters, start, Math.min(length, SHOWN));
    }
    super.characters(characters, start, length);
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    super.endElement(uri, name, qualified);
    open.pop();
  }

  /** A word of the schema: the message is no CAP. */
  @Override
  public void error(SAXParseException finding) {
    throw refusal(Objects.requireNonNullElse(finding.getMessage(), ""));
  }

  /** A word of the parser: the message is no XML, or has a document type, which is not allowed. */
  @Override
  public void fatalError(SAXParseException finding) throws SAXException {
    if (elements == 0 && Objects.requireNonNullElse(finding.getMessage(), "").contains("DOCTYPE")) {
      throw new Refusal("cap.doctype", "DOCTYPE", finding.getLineNumber());
    }
    throw finding;
  }

  private Refusal refusal(String finding) {
    var text = open.isEmpty() ? "" : start(open.element().text().toString().strip());
    if (finding.startsWith("cvc-complex-type.2.4")) {
      return misplaced(QUOTED.matcher(finding).results().map(CapGate::first).toList());
    }
    if (finding.startsWith("cvc-enumeration")) {
      return new Refusal("cap.word", element(), line(), text, words(finding));
    }
    if (finding.startsWith("cvc-complex-type.3") || finding.startsWith("cvc-type.3.1.1")) {
      return new Refusal("cap.attribute", element(), line());
    }
    if (finding.startsWith("cvc-complex-type.2.3")) {
      return new Refusal("cap.text", element(), line(), text);
    }
    if (finding.startsWith("cvc-type.3.1.2")) {
      return new Refusal("cap.text-only", element(), line());
    }
    return beginning.isEmpty()
        ? new Refusal("cap.value", element(), line(), text)
        : new Refusal("cap.unexpected", beginning, line(), parent(), "–");
  }

  /** Something is missing, or stands where it does not belong. */
  private Refusal misplaced(List<String> quoted) {
    var inside = open.isEmpty() ? Set.<String>of() : open.element().seen();
    var expected = quoted.stream().filter(name -> !name.equals(beginning)).distinct().toList();
    return expected.stream()
        .filter(name -> REQUIRED.contains(name) && !inside.contains(name))
        .findFirst()
        .filter(
            missing ->
                beginning.isEmpty()
                    || (REQUIRED.contains(beginning) || OPTIONAL.contains(beginning)))
        .map(missing -> new Refusal("cap.missing", missing, line(), parent()))
        .orElseGet(
            () ->
                new Refusal(
                    "cap.unexpected",
                    element(),
                    line(),
                    parent(),
                    expected.isEmpty() ? "–" : String.join(", ", expected)));
  }

  private String parent() {
    return open.isEmpty() ? "" : open.element().name();
  }

  private static String words(String finding) {
    return WORDS.matcher(finding).results().map(CapGate::first).collect(Collectors.joining());
  }

  private static String first(MatchResult match) {
    return match.group(1);
  }

  private static String start(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
  }
}
