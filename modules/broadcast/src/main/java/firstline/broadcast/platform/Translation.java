package firstline.broadcast.platform;

import firstline.broadcast.alert.Cap;
import firstline.broadcast.ebm.Ebd;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** A message of the emergency broadcast in the words of CAP 1.2. */
final class Translation {
  private static final Map<Integer, Cap.Severity> SEVERITIES =
      Map.of(
          1, Cap.Severity.EXTREME,
          2, Cap.Severity.SEVERE,
          3, Cap.Severity.MODERATE,
          4, Cap.Severity.MINOR);

  /** ISO 639-2 in, RFC 3066 out. */
  private static final Map<String, String> LANGUAGES =
      Map.of("zho", "zh-CN", "chi", "zh-CN", "eng", "en-US");

  private Translation() {}

  /**
   * The message; urgency and certainty are unknown, since it does not tell them.
   *
   * @param references what it updates or cancels, as far as that is known here
   */
  @Requirement("R50.1")
  static Cap of(Ebd.Message message, List<Cap.Reference> references) {
    return new Cap(
        message.id().toString(),
        message.id().sender().toString(),
        time(message.sent()),
        status(message.type()),
        type(message),
        message.senderName(),
        Cap.Audience.PUBLIC,
        "",
        "",
        List.of(),
        "",
        references,
        "",
        List.of(info(message)));
  }

  private static Cap.Info info(Ebd.Message message) {
    return new Cap.Info(
        LANGUAGES.getOrDefault(message.language(), message.language()),
        List.of("Other"),
        message.eventType(),
        List.of(),
        Cap.Urgency.UNKNOWN,
        SEVERITIES.getOrDefault(message.severity(), Cap.Severity.UNKNOWN),
        Cap.Certainty.UNKNOWN,
        "",
        List.of(new Cap.Named("EBM", message.eventType())),
        null,
        time(message.start()),
        time(message.end()),
        message.senderName(),
        message.title(),
        message.text(),
        "",
        "",
        "",
        List.of(),
        List.of(),
        message.areas().stream().map(Translation::area).toList());
  }

  private static Cap.Area area(String code) {
    return new Cap.Area(
        code, List.of(), List.of(), List.of(new Cap.Named("GB/T 2260", code)), "", "");
  }

  /** A drill of platforms or stations is over where it is read. */
  private static Cap.Status status(Ebd.Type type) {
    return switch (type) {
      case BROADCAST, CANCEL -> Cap.Status.ACTUAL;
      case SPEAKER_DRILL -> Cap.Status.EXERCISE;
      case PLATFORM_DRILL, STATION_DRILL -> Cap.Status.TEST;
    };
  }

  private static Cap.MessageType type(Ebd.Message message) {
    if (message.type() == Ebd.Type.CANCEL) {
      return Cap.MessageType.CANCEL;
    }
    return message.related() == null ? Cap.MessageType.ALERT : Cap.MessageType.UPDATE;
  }

  static OffsetDateTime time(Instant at) {
    return OffsetDateTime.ofInstant(at, Clocks.ZONE);
  }
}
