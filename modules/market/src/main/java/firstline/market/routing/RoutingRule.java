package firstline.market.routing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A rule; what is empty fits all.
 *
 * @param place in the list, from 1
 * @param area 12 digits
 * @param path of that area
 * @param kind whether it is a complaint or a tip-off
 * @param channel how the letter came
 * @param goods words of which one stands in the goods, with blanks between them
 * @param words of which one stands in operator, place or facts
 */
public record RoutingRule(
    int place,
    String area,
    String areaName,
    String path,
    String kind,
    String channel,
    String goods,
    String words,
    UUID department,
    String departmentCode,
    String departmentName) {
  /** Ways in which a letter comes. Words: {@code complaint.channel.<name>}. */
  static final List<String> CHANNELS =
      List.of(
          "HALL",
          "PHONE",
          "LETTER",
          "DEPARTMENT",
          "PLATFORM_12315",
          "HOTLINE_12345",
          "PRICE_ALERT",
          "INSPECTION");

  /** What a letter can be. Words: {@code complaint.kind.<name>}. */
  static final List<String> KINDS = List.of("COMPLAINT", "TIPOFF");

  /** What rules look at. */
  record Lead(String path, String kind, String channel, String goods, String text) {}

  boolean fits(Lead lead) {
    return lead.path().startsWith(path)
        && (kind.isEmpty() || kind.equals(lead.kind()))
        && (channel.isEmpty() || channel.equals(lead.channel()))
        && anyOf(goods, lead.goods())
        && anyOf(words, lead.text());
  }

  private static boolean anyOf(String wanted, String text) {
    var low = text.toLowerCase(Locale.ROOT);
    return wanted.isBlank()
        || Arrays.stream(wanted.toLowerCase(Locale.ROOT).strip().split("\\s+"))
            .anyMatch(low::contains);
  }
}
