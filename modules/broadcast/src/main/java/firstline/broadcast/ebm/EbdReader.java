package firstline.broadcast.ebm;

import firstline.broadcast.xml.Documents;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads a packet from XML; what it does not know, it passes over. */
public final class EbdReader {
  private static final int SHOWN = 80;

  private final Element element;

  private EbdReader(Element element) {
    this.element = element;
  }

  /**
   * The packet.
   *
   * @throws Refusal {@code ebm.…}, its first argument the element
   */
  @Requirement({"R35.1", "R35.2"})
  public static Ebd read(byte[] xml) {
    if (xml.length > EbdPackage.LARGEST) {
      throw new Refusal("payload.too-large", EbdPackage.LARGEST >> 20);
    }
    try {
      var root = Documents.parse(xml).getDocumentElement();
      if (!"EBD".equals(root.getLocalName())) {
        throw new Refusal("ebm.missing", "EBD");
      }
      return new EbdReader(root).packet();
    } catch (SAXException | IOException e) {
      throw new Refusal("ebm.xml", "EBD");
    }
  }

  private Ebd packet() {
    var id = text("EBDID");
    if (!id.matches("(01|10)[0-9]{39}")) {
      throw wrong("EBDID", id);
    }
    return new Ebd(
        id,
        new ResourceId(in("SRC").text("EBRID")),
        all("DEST").findFirst().map(one -> new ResourceId(one.text("EBRID"))).orElse(null),
        time("EBDTime"),
        all("RelatedEBD").findFirst().flatMap(one -> one.optional("EBDID")).orElse(""),
        body(text("EBDType")));
  }

  private Ebd.Body body(String type) {
    return switch (type) {
      case "EBM" -> in(type).message();
      case "EBDResponse" -> in(type).reply();
      case "EBMStateRequest" -> new Ebd.StateQuery(MessageId.of(in(type).in("EBM").text("EBMID")));
      case "EBMStateResponse" -> in(type).playState();
      case "ConnectionCheck" -> new Ebd.Heartbeat(in(type).time("RptTime"));
      default -> throw wrong("EBDType", type);
    };
  }

  private Ebd.Reply reply() {
    return new Ebd.Reply(
        Ebd.Result.values()[number("ResultCode", 0, 5)], optional("ResultDesc").orElse(""));
  }

  private Ebd.PlayState playState() {
    return new Ebd.PlayState(
        time("RptTime"),
        MessageId.of(in("EBM").text("EBMID")),
        Ebd.State.values()[number("BrdStateCode", 0, 5)],
        optional("BrdStateDesc").orElse(""),
        all("Coverage").findFirst().map(EbdReader::areas).orElse(List.of()));
  }

  private Ebd.Message message() {
    var basic = in("MsgBasicInfo");
    var content = in("MsgContent");
    return new Ebd.Message(
        MessageId.of(text("EBMID")),
        all("RelatedInfo")
            .findFirst()
            .flatMap(one -> one.optional("EBMID"))
            .map(MessageId::of)
            .orElse(null),
        Ebd.Type.values()[basic.number("MsgType", 1, 5) - 1],
        basic.text("SenderName"),
        basic.optional("SenderCode").orElse(""),
        basic.time("SendTime"),
        basic.text("EventType"),
        basic.number("Severity", 1, 4),
        basic.time("StartTime"),
        basic.time("EndTime"),
        content.text("LanguageCode"),
        content.text("MsgTitle"),
        content.optional("MsgDesc").orElse(""),
        content.areas(),
        content.all("Auxiliary").map(EbdReader::auxiliary).toList());
  }

  private Ebd.Auxiliary auxiliary() {
    return new Ebd.Auxiliary(
        number("AuxiliaryType", 0, 999),
        text("AuxiliaryDesc"),
        number("Size", 0, Integer.MAX_VALUE));
  }

  private List<String> areas() {
    var codes = text("AreaCode");
    if (!codes.matches("[0-9]{12}(,[0-9]{12})*")) {
      throw wrong("AreaCode", codes);
    }
    return List.of(codes.split(","));
  }

  private Instant time(String name) {
    var text = text(name);
    try {
      return EbdWriter.TIME.parse(text, Instant::from);
    } catch (DateTimeException e) {
      throw wrong(name, text);
    }
  }

  private int number(String name, int least, int most) {
    var text = text(name);
    if (!text.matches("[0-9]{1,10}")
        || Long.parseLong(text) < least
        || Long.parseLong(text) > most) {
      throw wrong(name, text);
    }
    return Integer.parseInt(text);
  }

  private EbdReader in(String name) {
    return all(name).findFirst().orElseThrow(() -> new Refusal("ebm.missing", name));
  }

  private String text(String name) {
    return optional(name).orElseThrow(() -> new Refusal("ebm.missing", name));
  }

  private Optional<String> optional(String name) {
    return all(name)
        .findFirst()
        .map(one -> one.element.getTextContent().replace("\r\n", "\n").replace('\r', '\n').strip())
        .filter(text -> !text.isEmpty());
  }

  private Stream<EbdReader> all(String name) {
    return Documents.children(element)
        .filter(child -> name.equals(child.getLocalName()))
        .map(EbdReader::new);
  }

  private static Refusal wrong(String name, String value) {
    return new Refusal(
        "ebm.value", name, value.length() <= SHOWN ? value : value.substring(0, SHOWN - 1) + "…");
  }
}
