package firstline.broadcast.calendar;

import firstline.broadcast.programme.Cuts;
import firstline.broadcast.recurrence.CalendarRule;
import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The programme of an area as iCalendar. A schedule is one event with its rule where RFC 5545 can
 * say the same; working days and lunar days it cannot, so these are written play by play.
 */
final class ProgrammeCalendar {
  /** What a rule cannot say is written so many days ahead. */
  static final int DAYS = 90;

  /** Events written play by play, the earliest of all: a city's market days fill megabytes. */
  static final int MOST = 5_000;

  /** As many exceptions as a recurrence may have. */
  private static final int EXCEPTIONS = 366;

  private static final Pattern UNTIL = Pattern.compile("UNTIL=([0-9]{8}T[0-9]{6})(Z?)");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

  /** A schedule in RFC 5545. */
  record Ruled(Instant start, String rule, List<Instant> out) {}

  private record Single(Reaching.Heard heard, Instant start) {}

  private ProgrammeCalendar() {}

  /**
   * The calendar's octets.
   *
   * @param name of the calendar
   * @param place where it is heard
   * @param starts of each schedule from the first day on, {@value #DAYS} days
   */
  @Requirement("R44.8")
  static byte[] of(
      String name,
      String place,
      String language,
      List<Reaching.Heard> heard,
      Map<UUID, List<Instant>> starts,
      Map<UUID, Cuts.Cut> cuts,
      LocalDate first) {
    var calendar = new ICalendar(name, language);
    var from = first.atStartOfDay(Clocks.ZONE).toInstant();
    var singles = new ArrayList<Single>();
    for (var one : heard) {
      var coming = starts.getOrDefault(one.id(), List.of());
      var ruled = ruled(one, cuts.getOrDefault(one.id(), Cuts.Cut.NONE), coming, from);
      if (ruled.isPresent()) {
        var event = ruled.get();
        event(calendar, place, one, one.id().toString(), event.start(), event.rule(), event.out());
      } else {
        coming.forEach(start -> singles.add(new Single(one, start)));
      }
    }
    singles.stream()
        .sorted(Comparator.comparing(Single::start))
        .limit(MOST)
        .forEach(
            one ->
                event(
                    calendar,
                    place,
                    one.heard(),
                    one.heard().id() + "-" + ICalendar.reading(one.start()),
                    one.start(),
                    "",
                    List.of()));
    return calendar.end();
  }

  private static void event(
      ICalendar calendar,
      String place,
      Reaching.Heard one,
      String uid,
      Instant start,
      String rule,
      List<Instant> out) {
    calendar.event(
        uid,
        Objects.requireNonNull(one.changed()),
        start,
        one.whole(),
        rule,
        out,
        one.title(),
        one.text(),
        place);
  }

  /**
   * The schedule's rule with what is left out, if RFC 5545 can say it; it is read again, and has to
   * give exactly the starts that are coming.
   */
  static Optional<Ruled> ruled(
      Reaching.Heard heard, Cuts.Cut cut, List<Instant> coming, Instant from) {
    var when = heard.when();
    var text = Objects.requireNonNullElse(when.rrule(), "").replaceFirst("^(?i)RRULE:", "");
    var recurrence = Recurrence.read(when);
    if (text.isBlank()
        || coming.isEmpty()
        || !recurrence.calendar().equals(CalendarRule.EVERY)
        || !recurrence.zone().equals(Clocks.ZONE)) {
      return Optional.empty();
    }
    var nation = WorkingDays.nation();
    var whole =
        Recurrence.read(
            new Recurrence.Text(when.dtstart(), when.rrule(), when.timezone(), List.of(), null));
    var begins = heard.begins().isAfter(cut.from()) ? heard.begins() : cut.from();
    var occurrences = whole.from(begins, nation);
    if (!occurrences.hasNext()) {
      return Optional.empty();
    }
    var start = occurrences.next().start();
    var rule = text.toUpperCase(Locale.ROOT).strip();
    if (rule.contains("COUNT=")) {
      var first = whole.from(Instant.MIN, nation).next().start();
      if (!first.equals(start) || !cut.until().equals(Instant.MAX)) {
        return Optional.empty();
      }
    }
    var ruled = new Ruled(start, until(rule, cut.until()), out(when, whole, cut, start));
    return ruled.out().size() <= EXCEPTIONS && again(ruled, coming, from)
        ? Optional.of(ruled)
        : Optional.empty();
  }

  /** UNTIL in UTC, as 3.3.10 wants it beside a start with a zone; a second before the end. */
  private static String until(String rule, Instant end) {
    var typed = UNTIL.matcher(rule);
    var last = end.equals(Instant.MAX) ? end : end.minusSeconds(1);
    if (typed.find()) {
      var said = LocalDateTime.parse(typed.group(1), TIME);
      var zone = typed.group(2).isEmpty() ? Clocks.ZONE : ZoneOffset.UTC;
      var until = said.atZone(zone).toInstant();
      return typed.replaceFirst("UNTIL=" + ICalendar.utc(until.isBefore(last) ? until : last));
    }
    return last.equals(Instant.MAX) ? rule : rule + ";UNTIL=" + ICalendar.utc(last);
  }

  /** Starts of the rule that do not take place; a day that is left out names each of its starts. */
  private static List<Instant> out(
      Recurrence.Text when, Recurrence whole, Cuts.Cut cut, Instant start) {
    var out = new TreeSet<>(cut.lost());
    var kept = Recurrence.read(when);
    for (var exdate : Objects.requireNonNullElse(when.exdates(), List.<String>of())) {
      var digits = exdate.replaceAll("[^0-9]", "");
      var day = LocalDate.parse(digits.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
      // A day to each side: the exception may be written with another offset.
      var from = day.minusDays(1).atStartOfDay(Clocks.ZONE).toInstant();
      var to = from.plus(Duration.ofDays(3));
      var nation = WorkingDays.nation();
      whole.between(from, to, nation).forEach(one -> out.add(one.start()));
      kept.between(from, to, nation).forEach(one -> out.remove(one.start()));
    }
    out.addAll(cut.lost());
    return out.stream().filter(one -> !one.isBefore(start)).toList();
  }

  private static boolean again(Ruled ruled, List<Instant> coming, Instant from) {
    var read =
        Recurrence.read(
            new Recurrence.Text(
                ICalendar.reading(ruled.start()),
                ruled.rule(),
                null,
                ruled.out().stream().map(ICalendar::utc).toList(),
                null));
    return read.between(from, from.plus(Duration.ofDays(DAYS)), WorkingDays.nation()).stream()
        .map(one -> one.start())
        .toList()
        .equals(coming);
  }
}
