package firstline.broadcast.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads iCalendar as RFC 5545 wants it, and takes nothing that it does not allow. */
final class ICalendarReader {
  /** An event's lines by name with parameters. */
  record Event(Map<String, String> lines) {
    String one(String name) {
      return Objects.requireNonNull(lines.get(name), name + " of " + lines);
    }

    boolean has(String name) {
      return lines.containsKey(name);
    }

    /** TEXT without its escapes (3.3.11). */
    String text(String name) {
      var raw = one(name);
      var text = new StringBuilder();
      for (var i = 0; i < raw.length(); i++) {
        if (raw.charAt(i) == '\\') {
          i++;
          assertTrue("\\;,nN".indexOf(raw.charAt(i)) >= 0, raw);
          text.append(raw.charAt(i) == 'n' || raw.charAt(i) == 'N' ? '\n' : raw.charAt(i));
        } else {
          assertTrue(";,".indexOf(raw.charAt(i)) < 0, "unescaped: " + raw);
          text.append(raw.charAt(i));
        }
      }
      return text.toString();
    }
  }

  private static final Set<String> NEEDED = Set.of("UID", "DTSTAMP");
  private static final Set<String> KNOWN =
      Set.of(
          "UID",
          "DTSTAMP",
          "LAST-MODIFIED",
          "DTSTART",
          "DURATION",
          "RRULE",
          "EXDATE",
          "SUMMARY",
          "DESCRIPTION",
          "LOCATION",
          "TRANSP");

  private ICalendarReader() {}

  static List<Event> read(byte[] octets) {
    var events = new ArrayList<Event>();
    var open = new ArrayDeque<String>();
    Map<String, String> event = null;
    for (var line : unfolded(octets)) {
      assertTrue(
          line.matches("(?s)[A-Z-]+(;[A-Z-]+=[^\":;,]+)*:[^\\x00-\\x08\\x0a-\\x1f\\x7f]*"), line);
      var colon = line.indexOf(':');
      var name = line.substring(0, colon);
      var value = line.substring(colon + 1);
      switch (name) {
        case "BEGIN" -> {
          open.push(value);
          if (value.equals("VEVENT")) {
            event = new HashMap<>();
          }
        }
        case "END" -> {
          assertEquals(open.pop(), value);
          if (value.equals("VEVENT")) {
            assertTrue(Objects.requireNonNull(event).keySet().containsAll(NEEDED), line);
            events.add(new Event(event));
            event = null;
          }
        }
        default -> {
          assertTrue(!open.isEmpty(), line);
          if (event != null) {
            assertTrue(KNOWN.contains(name.replaceFirst(";.*", "")), line);
            assertEquals(null, event.put(name, value), "twice: " + line);
          }
        }
      }
    }
    assertTrue(open.isEmpty(), open.toString());
    assertEquals(
        events.size(),
        events.stream().map(one -> one.one("UID")).distinct().count(),
        "one UID each");
    return events;
  }

  private static List<String> unfolded(byte[] octets) {
    var lines = new ArrayList<String>();
    var begin = 0;
    for (var i = 0; i < octets.length; i++) {
      if (octets[i] == '\r') {
        assertEquals('\n', octets[i + 1]);
        assertTrue(i - begin <= 75, "a line of " + (i - begin));
        var line = decoded(octets, begin, i - begin);
        if (line.startsWith(" ")) {
          lines.set(lines.size() - 1, lines.get(lines.size() - 1) + line.substring(1));
        } else {
          lines.add(line);
        }
        begin = i + 2;
        i++;
      } else {
        assertTrue(octets[i] != '\n', "a line feed alone");
      }
    }
    assertEquals(octets.length, begin, "it ends with a line's end");
    return lines;
  }

  /** Each line by itself is UTF-8: nothing was folded within a character. */
  private static String decoded(byte[] octets, int from, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(octets, from, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError(e);
    }
  }
}
