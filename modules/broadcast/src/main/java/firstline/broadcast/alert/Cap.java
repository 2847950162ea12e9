package firstline.broadcast.alert;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of the Common Alerting Protocol 1.2 (OASIS CAP-v1.2, section 3.2), its names those of
 * the standard. A text that the message does not have is empty.
 *
 * @param identifier unique together with sender and sent; without space, comma, {@code <}, {@code
 *     &}
 * @param references the earlier messages that this one speaks of
 */
public record Cap(
    String identifier,
    String sender,
    OffsetDateTime sent,
    Status status,
    MessageType msgType,
    String source,
    Audience scope,
    String restriction,
    String addresses,
    List<String> codes,
    String note,
    List<Reference> references,
    String incidents,
    List<Info> infos) {
  public Cap {
    codes = List.copyOf(codes);
    references = List.copyOf(references);
    infos = List.copyOf(infos);
  }

  /** How it is to be handled. */
  public enum Status {
    ACTUAL,
    EXERCISE,
    SYSTEM,
    TEST,
    DRAFT
  }

  /** What it is. */
  public enum MessageType {
    ALERT,
    UPDATE,
    CANCEL,
    ACK,
    ERROR
  }

  /** For whom: the standard's scope. */
  public enum Audience {
    PUBLIC,
    RESTRICTED,
    PRIVATE
  }

  /** When to act. */
  public enum Urgency {
    IMMEDIATE,
    EXPECTED,
    FUTURE,
    PAST,
    UNKNOWN
  }

  /** How grave it is. */
  public enum Severity {
    EXTREME,
    SEVERE,
    MODERATE,
    MINOR,
    UNKNOWN
  }

  /** How sure it is. */
  public enum Certainty {
    OBSERVED,
    LIKELY,
    POSSIBLE,
    UNLIKELY,
    UNKNOWN
  }

  /** The three parts by which a message is known. */
  public record Reference(String sender, String identifier, OffsetDateTime sent) {}

  /** A value of another system, and the name of that system. */
  public record Named(String valueName, String value) {}

  /**
   * What is known, in one language.
   *
   * @param language as in RFC 3066; {@code en-US} if the message says nothing
   * @param categories words of the standard, such as {@code Met}
   * @param responseTypes words of the standard, such as {@code Evacuate}
   */
  public record Info(
      String language,
      List<String> categories,
      String event,
      List<String> responseTypes,
      Urgency urgency,
      Severity severity,
      Certainty certainty,
      String audience,
      List<Named> eventCodes,
      @Nullable OffsetDateTime effective,
      @Nullable OffsetDateTime onset,
      @Nullable OffsetDateTime expires,
      String senderName,
      String headline,
      String description,
      String instruction,
      String web,
      String contact,
      List<Named> parameters,
      List<Resource> resources,
      List<Area> areas) {
    public Info {
      categories = List.copyOf(categories);
      responseTypes = List.copyOf(responseTypes);
      eventCodes = List.copyOf(eventCodes);
      parameters = List.copyOf(parameters);
      resources = List.copyOf(resources);
      areas = List.copyOf(areas);
    }
  }

  /**
   * A file beside the message.
   *
   * @param size bytes, as written
   * @param derefUri the content itself in Base64
   * @param digest SHA-1, as written
   */
  public record Resource(
      String resourceDesc,
      String mimeType,
      String size,
      String uri,
      String derefUri,
      String digest) {}

  /**
   * Where.
   *
   * @param polygons pairs {@code latitude,longitude} in WGS 84 with spaces between, the last the
   *     first
   * @param circles {@code latitude,longitude radius}, the radius in km
   * @param altitude feet above mean sea level, as written
   * @param ceiling likewise
   */
  public record Area(
      String areaDesc,
      List<String> polygons,
      List<String> circles,
      List<Named> geocodes,
      String altitude,
      String ceiling) {
    public Area {
      polygons = List.copyOf(polygons);
      circles = List.copyOf(circles);
      geocodes = List.copyOf(geocodes);
    }
  }
}
