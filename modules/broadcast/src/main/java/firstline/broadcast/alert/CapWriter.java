package firstline.broadcast.alert;

import firstline.persistence.publication.XmlDocument;
import firstline.persistence.requirement.Requirement;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes CAP 1.2, the elements in the order of the schema; what is empty is left out. */
public final class CapWriter {
  /** Section 3.3.2: seconds and an offset, never Z. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private final XMLStreamWriter xml;

  private CapWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The message as bytes in UTF-8. */
  @Requirement("R34.3")
  public static byte[] write(Cap cap) {
    return XmlDocument.of(xml -> write(cap, xml));
  }

  /** The element {@code alert} within another document. */
  static void write(Cap cap, XMLStreamWriter xml) throws XMLStreamException {
    new CapWriter(xml).alert(cap);
  }

  private void alert(Cap cap) throws XMLStreamException {
    xml.writeStartElement("alert");
    xml.writeDefaultNamespace(CapParser.NAMESPACE);
    required("identifier", cap.identifier());
    required("sender", cap.sender());
    time("sent", cap.sent());
    required("status", word(cap.status()));
    required("msgType", word(cap.msgType()));
    optional("source", cap.source());
    required("scope", word(cap.scope()));
    optional("restriction", cap.restriction());
    optional("addresses", cap.addresses());
    all("code", cap.codes());
    optional("note", cap.note());
    optional("references", references(cap.references()));
    optional("incidents", cap.incidents());
    for (var info : cap.infos()) {
      info(info);
    }
    xml.writeEndElement();
  }

  private void info(Cap.Info info) throws XMLStreamException {
    xml.writeStartElement("info");
    required("language", info.language());
    all("category", info.categories());
    required("event", info.event());
    all("responseType", info.responseTypes());
    required("urgency", word(info.urgency()));
    required("severity", word(info.severity()));
    required("certainty", word(info.certainty()));
    optional("audience", info.audience());
    named("eventCode", info.eventCodes());
    time("effective", info.effective());
    time("onset", info.onset());
    time("expires", info.expires());
    optional("senderName", info.senderName());
    optional("headline", info.headline());
    optional("description", info.description());
    optional("instruction", info.instruction());
    optional("web", info.web());
    optional("contact", info.contact());
    named("parameter", info.parameters());
    for (var resource : info.resources()) {
      resource(resource);
    }
    for (var area : info.areas()) {
      area(area);
    }
    xml.writeEndElement();
  }

  private void resource(Cap.Resource resource) throws XMLStreamException {
    xml.writeStartElement("resource");
    required("resourceDesc", resource.resourceDesc());
    required("mimeType", resource.mimeType());
    optional("size", resource.size());
    optional("uri", resource.uri());
    optional("derefUri", resource.derefUri());
    optional("digest", resource.digest());
    xml.writeEndElement();
  }

  private void area(Cap.Area area) throws XMLStreamException {
    xml.writeStartElement("area");
    required("areaDesc", area.areaDesc());
    all("polygon", area.polygons());
    all("circle", area.circles());
    named("geocode", area.geocodes());
    optional("altitude", area.altitude());
    optional("ceiling", area.ceiling());
    xml.writeEndElement();
  }

  private void named(String name, List<Cap.Named> values) throws XMLStreamException {
    for (var value : values) {
      xml.writeStartElement(name);
      required("valueName", value.valueName());
      required("value", value.value());
      xml.writeEndElement();
    }
  }

  private void all(String name, List<String> texts) throws XMLStreamException {
    for (var text : texts) {
      required(name, text);
    }
  }

  private void time(String name, @Nullable OffsetDateTime time) throws XMLStreamException {
    if (time != null) {
      required(name, TIME.format(time));
    }
  }

  private void optional(String name, String text) throws XMLStreamException {
    if (!text.isEmpty()) {
      required(name, text);
    }
  }

  private void required(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(XmlDocument.legal(text));
    xml.writeEndElement();
  }

  private static String references(List<Cap.Reference> references) {
    return references.stream()
        .map(one -> one.sender() + ',' + one.identifier() + ',' + TIME.format(one.sent()))
        .collect(Collectors.joining(" "));
  }

  /** The standard's word: {@code PUBLIC} is {@code Public}. */
  static String word(Enum<?> value) {
    return value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
  }
}
