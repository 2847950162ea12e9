package firstline.broadcast.alert;

import firstline.persistence.requirement.Requirement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a message means here.
 *
 * @param state DRAFT, EXPIRED, or IGNORED for the reason
 * @param reason STATUS, SCOPE, MESSAGE_TYPE, NO_INFO, or empty
 * @param level 1 to 4, or 0 if the message has no info
 * @param language of the part that was chosen, such as {@code zh-CN}, or empty
 * @param headline at most 500 characters
 * @param text what will be spoken, at most 4,000 characters
 * @param expires the latest end of the part that was chosen, if each of its infos has one
 * @param infos the part that was chosen
 */
record Assessment(
    Mapping.Kind kind,
    String state,
    String reason,
    int level,
    String language,
    String headline,
    String text,
    @Nullable Instant expires,
    List<Cap.Info> infos) {
  private static final int HEADLINE = 500;
  private static final int TEXT = 4_000;

  @Requirement("R34.4")
  static Assessment of(Cap cap, Instant now) {
    var infos = chosen(cap.infos());
    var kind = Mapping.kind(cap);
    var reason = reason(cap, kind);
    var expires = expires(infos);
    var state =
        !reason.isEmpty()
            ? "IGNORED"
            : expires != null && expires.isBefore(now) ? "EXPIRED" : "DRAFT";
    var first = infos.isEmpty() ? null : infos.get(0);
    return new Assessment(
        kind,
        state,
        reason,
        first == null ? 0 : Mapping.level(first),
        first == null ? "" : first.language(),
        first == null ? "" : start(headline(first), HEADLINE),
        start(
            infos.stream().map(Assessment::spoken).distinct().collect(Collectors.joining("\n")),
            TEXT),
        expires,
        infos);
  }

  private static String reason(Cap cap, Mapping.Kind kind) {
    if (cap.scope() != Cap.Audience.PUBLIC) {
      return "SCOPE";
    }
    if (kind == Mapping.Kind.NONE) {
      return "STATUS";
    }
    if (cap.msgType() != Cap.MessageType.ALERT && cap.msgType() != Cap.MessageType.UPDATE) {
      return "MESSAGE_TYPE";
    }
    return cap.infos().isEmpty() ? "NO_INFO" : "";
  }

  /** All infos in one language, Chinese if there is any, then English; the gravest first. */
  private static List<Cap.Info> chosen(List<Cap.Info> infos) {
    return infos.stream()
        .min(Comparator.comparingInt(Assessment::preference))
        .map(
            best ->
                infos.stream()
                    .filter(info -> info.language().equalsIgnoreCase(best.language()))
                    .sorted(Comparator.comparingInt(Mapping::level))
                    .toList())
        .orElse(List.of());
  }

  /** Simplified Chinese before other Chinese: that is what is read out in the villages. */
  private static int preference(Cap.Info info) {
    var language = info.language().toLowerCase(Locale.ROOT);
    if (language.matches("zh|zh-(cn|hans).*|cmn.*")) {
      return 0;
    }
    return language.startsWith("zh") ? 1 : language.startsWith("en") ? 2 : 3;
  }

  private static @Nullable Instant expires(List<Cap.Info> infos) {
    if (infos.isEmpty() || infos.stream().anyMatch(info -> info.expires() == null)) {
      return null;
    }
    return infos.stream()
        .map(Cap.Info::expires)
        .filter(Objects::nonNull)
        .map(OffsetDateTime::toInstant)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static String headline(Cap.Info info) {
    return line(info.headline().isEmpty() ? info.event() : info.headline());
  }

  /** Headline, description, instruction; what begins with what was just said says it alone. */
  private static String spoken(Cap.Info info) {
    var sentences = new ArrayList<String>();
    Stream.of(headline(info), line(info.description()), line(info.instruction()))
        .filter(text -> !text.isEmpty())
        .forEach(
            text -> {
              var last = sentences.size() - 1;
              if (last >= 0 && text.startsWith(sentences.get(last))) {
                sentences.set(last, text);
              } else {
                sentences.add(text);
              }
            });
    var stop = info.language().toLowerCase(Locale.ROOT).startsWith("zh") ? "。" : ". ";
    return sentences.stream()
        .map(text -> text.matches("(?s).*[。！？.!?]") ? text : text + stop.strip())
        .collect(Collectors.joining(stop.equals("。") ? "" : " "));
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String start(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }
}
