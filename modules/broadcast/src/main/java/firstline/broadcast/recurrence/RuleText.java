package firstline.broadcast.recurrence;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.time.TypedTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an RRULE (RFC 5545, 3.3.10) strictly. Whatever readers of the standard understand
 * differently is refused with its part named, never guessed.
 */
final class RuleText {
  /** Starts that a rule may count. */
  static final int MOST_STARTS = 100_000;

  /** Starts that a day may have: one each five minutes. */
  static final int MOST_OF_DAY = 288;

  /** Starts of a day from which BYSETPOS chooses: it has to lay out those of a whole year. */
  private static final int MOST_TO_CHOOSE_FROM = 24;

  private static final int LONGEST = 4_000;
  private static final int LONGEST_INTERVAL = 1_000;
  private static final int SHOWN = 60;
  private static final Set<String> SINGLE =
      Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY");
  private static final Pattern PART = Pattern.compile("([A-Z-]+)=([^=]+)");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,3}");
  private static final Pattern WEEKDAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");
  private static final Pattern UNTIL = Pattern.compile("\\d{8}(T\\d{6}Z?)?");

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final LocalDateTime start;
  private final ZoneId zone;

  private RuleText(LocalDateTime start, ZoneId zone) {
    this.start = start;
    this.zone = zone;
  }

  /**
   * The rule of a text, with or without {@code RRULE:} in front, in either case.
   *
   * @throws Refusal {@code recurrence.…} with the offending part as its first argument
   */
  static Rule read(String text, LocalDateTime start, ZoneId zone) {
    var reader = new RuleText(start, zone);
    reader.split(text);
    return reader.rule().completed(start);
  }

  private void split(String text) {
    if (text.length() > LONGEST) {
      throw new Refusal("recurrence.too-long", "RRULE", LONGEST);
    }
    var plain = text.strip().toUpperCase(Locale.ROOT);
    var body = plain.startsWith("RRULE:") ? plain.substring("RRULE:".length()) : plain;
    for (var piece : body.split(";", -1)) {
      var match = PART.matcher(piece);
      if (!match.matches()) {
        throw new Refusal("recurrence.part-form", shown(piece));
      }
      var name = match.group(1);
      if (!SINGLE.contains(name) && !numeric(name)) {
        throw new Refusal("recurrence.part-unknown", shown(name));
      }
      if (parts.put(name, match.group(2)) != null) {
        throw new Refusal("recurrence.part-twice", name);
      }
    }
  }

  private Rule rule() {
    var frequency = frequency();
    var interval = number("INTERVAL", LONGEST_INTERVAL, 1);
    if (parts.containsKey("COUNT") && parts.containsKey("UNTIL")) {
      throw new Refusal("recurrence.count-and-until", "COUNT", "UNTIL");
    }
    var count = count();
    var until = until();
    var weekStart = weekStart();
    var by = new EnumMap<Part, List<Integer>>(Part.class);
    for (var part : Part.values()) {
      if (parts.containsKey(part.name())) {
        by.put(part, numbers(part));
      }
    }
    var rule = new Rule(frequency, interval, count, until, weekStart, by, weekdays());
    requireUncontested(rule);
    return rule;
  }

  private Frequency frequency() {
    var value = parts.get("FREQ");
    if (value == null) {
      throw new Refusal("recurrence.frequency-missing", "FREQ");
    }
    if (Set.of("SECONDLY", "MINUTELY", "HOURLY").contains(value)) {
      throw new Refusal("recurrence.frequency", "FREQ=" + value);
    }
    for (var frequency : Frequency.values()) {
      if (frequency.name().equals(value)) {
        return frequency;
      }
    }
    throw value("FREQ", value, "DAILY, WEEKLY, MONTHLY, YEARLY");
  }

  private int number(String name, int most, int missing) {
    var value = parts.get(name);
    if (value == null) {
      return missing;
    }
    if (!value.matches("\\d{1,7}")
        || Integer.parseInt(value) < 1
        || Integer.parseInt(value) > most) {
      throw value(name, value, "1–" + most);
    }
    return Integer.parseInt(value);
  }

  private int count() {
    var value = parts.getOrDefault("COUNT", "");
    if (value.matches("0*[1-9]\\d*")) {
      var digits = value.replaceFirst("^0+", "");
      if (digits.length() > 6 || Integer.parseInt(digits) > MOST_STARTS) {
        throw new Refusal("recurrence.count", "COUNT=" + shown(value), MOST_STARTS);
      }
    }
    return number("COUNT", MOST_STARTS, 0);
  }

  private @Nullable Instant until() {
    var value = parts.get("UNTIL");
    if (value == null) {
      return null;
    }
    var typed = UNTIL.matcher(value).matches() ? TypedTime.read(value).orElse(null) : null;
    if (typed == null) {
      throw value("UNTIL", value, "20261231T155959Z");
    }
    if (typed.date()) {
      throw new Refusal("recurrence.until-date", "UNTIL=" + value);
    }
    var until = typed.instant(zone);
    if (typed.in(zone).toLocalDate().isAfter(Recurrence.LAST)) {
      throw new Refusal(
          "recurrence.until-range", "UNTIL=" + value, String.valueOf(Recurrence.LAST.getYear()));
    }
    if (until.isBefore(start.atZone(zone).toInstant())) {
      throw new Refusal("recurrence.until-before-start", "UNTIL=" + value, start.toString());
    }
    return until;
  }

  private DayOfWeek weekStart() {
    var value = parts.getOrDefault("WKST", "MO");
    var match = WEEKDAY.matcher(value);
    if (!match.matches() || match.group(1) != null) {
      throw value("WKST", value, "MO, TU, WE, TH, FR, SA, SU");
    }
    return Weekday.day(value);
  }

  private List<Integer> numbers(Part part) {
    var numbers = new TreeSet<Integer>();
    for (var text : list(part.name())) {
      if (!NUMBER.matcher(text).matches() || !part.allows(Integer.parseInt(text))) {
        throw value(part.name(), text, part.bounds());
      }
      if (!numbers.add(Integer.parseInt(text))) {
        throw new Refusal("recurrence.value-twice", part.name(), text);
      }
    }
    return List.copyOf(numbers);
  }

  private List<Weekday> weekdays() {
    var weekdays = new TreeSet<Weekday>();
    for (var text : list("BYDAY")) {
      var match = WEEKDAY.matcher(text);
      if (!match.matches()) {
        throw value("BYDAY", text, "MO, TU, WE, TH, FR, SA, SU");
      }
      var ordinal = match.group(1) == null ? 0 : Integer.parseInt(match.group(1));
      if (match.group(1) != null && (ordinal == 0 || Math.abs(ordinal) > mostOrdinal())) {
        throw value("BYDAY", text, "1–" + mostOrdinal() + ", −" + mostOrdinal() + "–−1");
      }
      if (!weekdays.add(new Weekday(ordinal, Weekday.day(match.group(2))))) {
        throw new Refusal("recurrence.value-twice", "BYDAY", text);
      }
    }
    return List.copyOf(weekdays);
  }

  /** A month has at most five Mondays, a year 53. */
  private int mostOrdinal() {
    return "YEARLY".equals(parts.get("FREQ")) && !parts.containsKey("BYMONTH") ? 53 : 5;
  }

  private List<String> list(String name) {
    var value = parts.get(name);
    if (value == null) {
      return List.of();
    }
    return List.of(value.split(",", -1));
  }

  private static void requireUncontested(Rule rule) {
    var frequency = rule.frequency();
    requireFrequency(rule, Part.BYWEEKNO, frequency == Frequency.YEARLY);
    requireFrequency(rule, Part.BYYEARDAY, frequency == Frequency.YEARLY);
    requireFrequency(rule, Part.BYMONTHDAY, frequency != Frequency.WEEKLY);
    var ordinals = rule.weekdays().stream().filter(day -> day.ordinal() != 0).toList();
    var ordinalsFit = frequency == Frequency.MONTHLY || frequency == Frequency.YEARLY;
    if (!ordinals.isEmpty() && (!ordinalsFit || rule.has(Part.BYWEEKNO))) {
      throw new Refusal("recurrence.weekday-number", "BYDAY=" + ordinals.get(0));
    }
    if (rule.has(Part.BYWEEKNO)) {
      if (rule.weekdays().isEmpty()) {
        throw new Refusal("recurrence.week-alone", "BYWEEKNO");
      }
      for (var other : List.of(Part.BYMONTH, Part.BYMONTHDAY, Part.BYYEARDAY, Part.BYSETPOS)) {
        if (rule.has(other)) {
          throw new Refusal("recurrence.parts-together", "BYWEEKNO", other.name());
        }
      }
    }
    if (rule.has(Part.BYYEARDAY) && !rule.weekdays().isEmpty()) {
      throw new Refusal("recurrence.parts-together", "BYYEARDAY", "BYDAY");
    }
    if (frequency == Frequency.YEARLY && rule.has(Part.BYMONTHDAY) && !rule.has(Part.BYMONTH)) {
      throw new Refusal("recurrence.month-day-alone", "BYMONTHDAY");
    }
    if (rule.has(Part.BYSETPOS) && rule.by().size() == 1 && rule.weekdays().isEmpty()) {
      throw new Refusal("recurrence.position-alone", "BYSETPOS");
    }
    var most = rule.has(Part.BYSETPOS) ? MOST_TO_CHOOSE_FROM : MOST_OF_DAY;
    if (rule.startsOfDay() > most) {
      throw new Refusal(
          "recurrence.too-dense", "BYHOUR, BYMINUTE, BYSECOND", rule.startsOfDay(), most);
    }
  }

  private static void requireFrequency(Rule rule, Part part, boolean fits) {
    if (rule.has(part) && !fits) {
      throw new Refusal("recurrence.part-frequency", part.name(), rule.frequency().name());
    }
  }

  private static boolean numeric(String name) {
    for (var part : Part.values()) {
      if (part.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static Refusal value(String part, String value, String allowed) {
    return new Refusal("recurrence.value", part, shown(value), allowed);
  }

  private static String shown(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
  }
}
