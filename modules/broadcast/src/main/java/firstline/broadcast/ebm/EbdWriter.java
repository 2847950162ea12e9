package firstline.broadcast.ebm;

import firstline.persistence.publication.XmlDocument;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes a packet as XML. */
public final class EbdWriter {
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(Clocks.ZONE);

  private final XMLStreamWriter xml;

  private EbdWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The packet in UTF-8. */
  @Requirement("R35.1")
  public static byte[] write(Ebd packet) {
    return XmlDocument.of(xml -> new EbdWriter(xml).packet(packet));
  }

  private void packet(Ebd packet) throws XMLStreamException {
    xml.writeStartElement("EBD");
    element("EBDVersion", "1");
    element("EBDID", packet.id());
    element("EBDType", type(packet.body()));
    within("SRC", "EBRID", packet.source());
    within("DEST", "EBRID", packet.destination());
    time("EBDTime", packet.time());
    if (!packet.related().isEmpty()) {
      within("RelatedEBD", "EBDID", packet.related());
    }
    body(packet.body());
    xml.writeEndElement();
  }

  /** The value of EBDType, which is also the name of the element. */
  static String type(Ebd.Body body) {
    if (body instanceof Ebd.Message) {
      return "EBM";
    }
    if (body instanceof Ebd.Reply) {
      return "EBDResponse";
    }
    if (body instanceof Ebd.StateQuery) {
      return "EBMStateRequest";
    }
    return body instanceof Ebd.PlayState ? "EBMStateResponse" : "ConnectionCheck";
  }

  private void body(Ebd.Body body) throws XMLStreamException {
    xml.writeStartElement(type(body));
    if (body instanceof Ebd.Message message) {
      message(message);
    } else if (body instanceof Ebd.Reply reply) {
      element("ResultCode", Integer.toString(reply.result().ordinal()));
      element("ResultDesc", reply.description());
    } else if (body instanceof Ebd.StateQuery query) {
      within("EBM", "EBMID", query.message());
    } else if (body instanceof Ebd.PlayState state) {
      time("RptTime", state.time());
      within("EBM", "EBMID", state.message());
      element("BrdStateCode", Integer.toString(state.state().ordinal()));
      element("BrdStateDesc", state.description());
      within(
          "Coverage", "AreaCode", state.areas().isEmpty() ? null : String.join(",", state.areas()));
    } else if (body instanceof Ebd.Heartbeat heartbeat) {
      time("RptTime", heartbeat.time());
    }
    xml.writeEndElement();
  }

  private void message(Ebd.Message message) throws XMLStreamException {
    element("EBMVersion", "1");
    element("EBMID", message.id().toString());
    within("RelatedInfo", "EBMID", message.related());
    xml.writeStartElement("MsgBasicInfo");
    element("MsgType", Integer.toString(message.type().ordinal() + 1));
    element("SenderName", message.senderName());
    element("SenderCode", message.senderCode());
    time("SendTime", message.sent());
    element("EventType", message.eventType());
    element("Severity", Integer.toString(message.severity()));
    time("StartTime", message.start());
    time("EndTime", message.end());
    xml.writeEndElement();
    xml.writeStartElement("MsgContent");
    element("LanguageCode", message.language());
    element("MsgTitle", message.title());
    element("MsgDesc", message.text());
    element("AreaCode", String.join(",", message.areas()));
    for (var auxiliary : message.auxiliaries()) {
      xml.writeStartElement("Auxiliary");
      element("AuxiliaryType", Integer.toString(auxiliary.type()));
      element("AuxiliaryDesc", auxiliary.description());
      element("Size", Long.toString(auxiliary.size()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void within(String outer, String inner, @Nullable Object value)
      throws XMLStreamException {
    if (value != null) {
      xml.writeStartElement(outer);
      element(inner, value.toString());
      xml.writeEndElement();
    }
  }

  private void time(String name, Instant time) throws XMLStreamException {
    element(name, TIME.format(time));
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(XmlDocument.legal(text));
    xml.writeEndElement();
  }
}
