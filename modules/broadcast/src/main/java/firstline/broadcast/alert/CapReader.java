package firstline.broadcast.alert;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads CAP 1.2: what the schema cannot say is checked here, each with its element and line. */
public final class CapReader {
  /** Before the protocol, there were no messages; this is also what keeps 1900 out. */
  private static final int FIRST_YEAR = 2000;

  private static final int SHOWN = 80;
  private static final int REFERENCES = 1_000;

  /** Section 3.2.1: no space, no comma, no restricted character. */
  private static final Pattern NAME = Pattern.compile("[^\\s,<&]{1,300}");

  private CapReader() {}

  /**
   * The message.
   *
   * @param message at most 10 MB
   * @throws Refusal {@code payload.too-large} or {@code cap.…}; its arguments begin with the name
   *     of the element and its line
   */
  @Requirement({"R34.1", "R34.2"})
  public static Cap read(byte[] message) {
    return alert(CapParser.parse(message).alert());
  }

  /**
   * The bytes of a message, of which no more are taken than one may have.
   *
   * @throws Refusal {@code payload.too-large}
   */
  @Requirement("R34.2")
  public static byte[] bytes(InputStream stream) throws IOException {
    var bytes = stream.readNBytes(CapParser.LARGEST + 1);
    if (bytes.length > CapParser.LARGEST) {
      throw new Refusal("payload.too-large", CapParser.LARGEST >> 20);
    }
    return bytes;
  }

  private static Cap alert(CapElement alert) {
    return new Cap(
        name(alert.the("identifier")),
        name(alert.the("sender")),
        time(alert.the("sent")),
        word(alert, "status", Cap.Status.values()),
        word(alert, "msgType", Cap.MessageType.values()),
        alert.text("source"),
        word(alert, "scope", Cap.Audience.values()),
        alert.text("restriction"),
        alert.text("addresses"),
        alert.texts("code"),
        alert.text("note"),
        alert.all("references").stream().flatMap(one -> references(one).stream()).toList(),
        alert.text("incidents"),
        alert.all("info").stream().map(CapReader::info).toList());
  }

  private static Cap.Info info(CapElement info) {
    return new Cap.Info(
        info.text("language").isEmpty() ? "en-US" : info.text("language"),
        info.texts("category"),
        info.text("event"),
        info.texts("responseType"),
        word(info, "urgency", Cap.Urgency.values()),
        word(info, "severity", Cap.Severity.values()),
        word(info, "certainty", Cap.Certainty.values()),
        info.text("audience"),
        named(info, "eventCode"),
        timeOf(info, "effective"),
        timeOf(info, "onset"),
        timeOf(info, "expires"),
        info.text("senderName"),
        info.text("headline"),
        info.text("description"),
        info.text("instruction"),
        info.text("web"),
        info.text("contact"),
        named(info, "parameter"),
        info.all("resource").stream().map(CapReader::resource).toList(),
        info.all("area").stream().map(CapReader::area).toList());
  }

  private static Cap.Resource resource(CapElement resource) {
    return new Cap.Resource(
        resource.text("resourceDesc"),
        resource.text("mimeType"),
        resource.text("size"),
        resource.text("uri"),
        resource.text("derefUri"),
        resource.text("digest"));
  }

  private static Cap.Area area(CapElement area) {
    area.all("polygon").forEach(CapReader::requirePolygon);
    area.all("circle").forEach(CapReader::requireCircle);
    return new Cap.Area(
        area.text("areaDesc"),
        area.texts("polygon"),
        area.texts("circle"),
        area.all("geocode").stream().map(CapReader::geocode).toList(),
        area.text("altitude"),
        area.text("ceiling"));
  }

  private static Cap.Named geocode(CapElement geocode) {
    var named = new Cap.Named(geocode.text("valueName"), geocode.text("value"));
    if (DivisionCode.isNamed(named) && DivisionCode.of(named).isEmpty()) {
      throw refusal("cap.geocode", geocode, named.value());
    }
    return named;
  }

  private static List<Cap.Named> named(CapElement parent, String name) {
    return parent.all(name).stream()
        .map(one -> new Cap.Named(one.text("valueName"), one.text("value")))
        .toList();
  }

  private static String name(CapElement element) {
    if (!NAME.matcher(element.text()).matches()) {
      throw refusal("cap.name", element, element.text());
    }
    return element.text();
  }

  private static @Nullable OffsetDateTime timeOf(CapElement parent, String name) {
    return parent.all(name).stream().findFirst().map(CapReader::time).orElse(null);
  }

  private static OffsetDateTime time(CapElement element) {
    return time(element, element.text());
  }

  private static OffsetDateTime time(CapElement element, String text) {
    try {
      var time = OffsetDateTime.parse(text);
      if (time.getYear() < FIRST_YEAR) {
        throw refusal("cap.time-far", element, text);
      }
      return time;
    } catch (DateTimeException e) {
      throw refusal("cap.time", element, text);
    }
  }

  /** Section 3.2.1: {@code sender,identifier,sent}, with spaces between several. */
  private static List<Cap.Reference> references(CapElement element) {
    var references =
        Arrays.stream(element.text().split("\\s+")).filter(one -> !one.isEmpty()).toList();
    if (references.size() > REFERENCES) {
      throw new Refusal("cap.elements", element.name(), element.line(), REFERENCES);
    }
    return references.stream().map(one -> reference(element, one)).toList();
  }

  private static Cap.Reference reference(CapElement element, String text) {
    var parts = text.split(",", -1);
    if (parts.length != 3
        || !NAME.matcher(parts[0]).matches()
        || !NAME.matcher(parts[1]).matches()) {
      throw refusal("cap.reference", element, text);
    }
    return new Cap.Reference(parts[0], parts[1], time(element, parts[2]));
  }

  private static <T extends Enum<T>> T word(CapElement parent, String name, T[] values) {
    var word = parent.text(name).toUpperCase(Locale.ROOT);
    return Arrays.stream(values)
        .filter(value -> value.name().equals(word))
        .findFirst()
        .orElseThrow(() -> refusal("cap.value", parent.the(name), parent.text(name)));
  }

  /** Section 3.2.4: at least four points, the last of them the first. */
  private static void requirePolygon(CapElement polygon) {
    var points = polygon.text().split("\\s+");
    if (points.length < 4
        || !Arrays.stream(points).allMatch(CapReader::isPoint)
        || !isSame(points[0], points[points.length - 1])) {
      throw refusal("cap.polygon", polygon, polygon.text());
    }
  }

  private static void requireCircle(CapElement circle) {
    var parts = circle.text().split("\\s+");
    if (parts.length != 2 || !isPoint(parts[0]) || !isWithin(parts[1], 0, 20_040)) {
      throw refusal("cap.circle", circle, circle.text());
    }
  }

  private static boolean isPoint(String text) {
    var parts = text.split(",", -1);
    return parts.length == 2 && isWithin(parts[0], -90, 90) && isWithin(parts[1], -180, 180);
  }

  private static boolean isSame(String first, String last) {
    var one = first.split(",");
    var other = last.split(",");
    return Double.parseDouble(one[0]) == Double.parseDouble(other[0])
        && Double.parseDouble(one[1]) == Double.parseDouble(other[1]);
  }

  private static boolean isWithin(String text, double least, double most) {
    if (!text.matches("[+-]?[0-9]{1,6}(\\.[0-9]{0,20})?")) {
      return false;
    }
    var value = Double.parseDouble(text);
    return value >= least && value <= most;
  }

  private static Refusal refusal(String code, CapElement element, String text) {
    var shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
    return new Refusal(code, element.name(), element.line(), shown);
  }
}
