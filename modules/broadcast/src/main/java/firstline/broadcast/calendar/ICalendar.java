package firstline.broadcast.calendar;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a calendar in the grammar of RFC 5545: lines of at most 75 octets that end in CRLF. */
final class ICalendar {
  /** Octets of a line, its end not counted (RFC 5545, 3.1). */
  private static final int LINE = 75;

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).withZone(Clocks.ZONE);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();

  /** Begins a calendar with China's one zone, which has had one offset since 1992. */
  ICalendar(String name, String language) {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Firstline//Programme//" + language.toUpperCase(Locale.ROOT));
    line("CALSCALE:GREGORIAN");
    line("NAME:" + escaped(name));
    line("X-WR-CALNAME:" + escaped(name));
    line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    line("BEGIN:VTIMEZONE");
    line("TZID:" + Clocks.ZONE.getId());
    line("BEGIN:STANDARD");
    line("DTSTART:19920101T000000");
    line("TZOFFSETFROM:+0800");
    line("TZOFFSETTO:+0800");
    line("TZNAME:CST");
    line("END:STANDARD");
    line("END:VTIMEZONE");
  }

  /**
   * Adds an event.
   *
   * @param uid stays the same in every calendar
   * @param changed also its DTSTAMP, as 3.8.7.2 wants it where there is no METHOD
   * @param rule in the grammar of RRULE, UNTIL in UTC; empty for one start
   * @param out starts of the rule that do not take place
   */
  @Requirement("R44.8")
  void event(
      String uid,
      Instant changed,
      Instant start,
      Duration length,
      String rule,
      List<Instant> out,
      String title,
      String description,
      String location) {
    line("BEGIN:VEVENT");
    line("UID:" + uid);
    line("DTSTAMP:" + UTC.format(changed));
    line("LAST-MODIFIED:" + UTC.format(changed));
    line("DTSTART" + local(start));
    line("DURATION:PT" + Math.max(1, length.toSeconds()) + "S");
    if (!rule.isEmpty()) {
      line("RRULE:" + rule);
    }
    if (!out.isEmpty()) {
      line(
          "EXDATE;TZID="
              + Clocks.ZONE.getId()
              + ":"
              + out.stream().map(LOCAL::format).collect(Collectors.joining(",")));
    }
    line("SUMMARY:" + escaped(title));
    line("DESCRIPTION:" + escaped(description));
    line("LOCATION:" + escaped(location));
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
  }

  /** The whole in octets. */
  byte[] end() {
    line("END:VCALENDAR");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String utc(Instant at) {
    return UTC.format(at);
  }

  /** A start's reading of the clock, for an UID. */
  static String reading(Instant at) {
    return LOCAL.format(at);
  }

  private static String local(Instant at) {
    return ";TZID=" + Clocks.ZONE.getId() + ":" + LOCAL.format(at);
  }

  /** TEXT of RFC 5545, 3.3.11; other control characters are not allowed in it. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\r\n|\r|\n", "\\\\n")
        .replaceAll("[\\x00-\\x08\\x0b-\\x1f\\x7f]", "");
  }

  /** Folds between characters, never within one: 3.1 would allow that, readers do not. */
  private void line(String line) {
    var octets = 0;
    for (var at = 0; at < line.length(); ) {
      var character = line.codePointAt(at);
      var size = size(character);
      if (octets + size > LINE) {
        text.append("\r\n ");
        octets = 1;
      }
      text.appendCodePoint(character);
      octets += size;
      at += Character.charCount(character);
    }
    text.append("\r\n");
  }

  private static int size(int character) {
    if (character < 0x80) {
      return 1;
    }
    return character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
  }
}
