package firstline.broadcast.recurrence;

import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import firstline.persistence.time.TypedTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.jspecify.annotations.Nullable;

/**
 * When something recurs: a start on a zone's clock, a rule of RFC 5545 or none, days and starts
 * that are left out, starts that were moved, and a calendar that takes days away. A value: it never
 * changes, and threads may share it.
 */
public final class Recurrence {
  /** The first day that a recurrence may have. */
  public static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

  /** The last day that a recurrence may have; a rule without an end ends here. */
  public static final LocalDate LAST = LocalDate.of(2100, 12, 31);

  /** Days and starts that may be left out, and starts that may be moved. */
  static final int MOST_EXCEPTIONS = 366;

  private static final int[] WHOLE = {0};
  private static final int SHOWN = 60;
  private static final long UNKNOWN = Long.MIN_VALUE;
  private static final long DAY = 86_400;

  /** Before every start there is, on every clock. */
  private static final Instant EARLIEST = Instant.parse("1999-01-01T00:00:00Z");

  /** After every start there is, on every clock. */
  private static final Instant LATEST = Instant.parse("2102-01-01T00:00:00Z");

  /**
   * A recurrence as it is typed, sent and kept.
   *
   * @param dtstart {@code 2026-03-02T06:30:00}, with an offset, or {@code 20260302T063000}; a time
   *     with an offset is shown on the zone's clock
   * @param rrule with or without {@code RRULE:}; null or empty for a single start
   * @param timezone of the IANA; null or empty for Asia/Shanghai
   * @param exdates days, or starts in the forms of {@code dtstart}; a day leaves out all its starts
   * @param calendar as {@link CalendarRule#read} has it
   */
  public record Text(
      @Nullable String dtstart,
      @Nullable String rrule,
      @Nullable String timezone,
      @Nullable List<String> exdates,
      @Nullable String calendar) {
    /** Once, in the second in which the instant lies. */
    public static Text once(Instant at) {
      return new Text(
          at.atZone(Clocks.ZONE).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).toString(),
          "",
          "",
          List.of(),
          "");
    }
  }

  private final LocalDateTime start;
  private final ZoneId zone;
  private final @Nullable Rule rule;
  private final Set<LocalDate> daysOut;
  private final Set<Instant> startsOut;
  private final Map<Instant, Instant> moves;
  private final CalendarRule calendar;
  private final ZoneClock clock;
  private final @Nullable RecurrenceRule expansion;
  private final int[] times;

  /** The last reading of the clock that the rule may give; UNKNOWN until COUNT was counted. */
  private volatile long last;

  private Recurrence(
      LocalDateTime start,
      ZoneId zone,
      @Nullable Rule rule,
      Set<LocalDate> daysOut,
      Set<Instant> startsOut,
      Map<Instant, Instant> moves,
      CalendarRule calendar) {
    this.start = start;
    this.zone = zone;
    this.rule = rule;
    this.daysOut = daysOut;
    this.startsOut = startsOut;
    this.moves = moves;
    this.calendar = calendar;
    this.clock = new ZoneClock(zone);
    this.expansion = rule == null ? null : expansion(rule);
    this.times = rule == null || rule.has(Part.BYSETPOS) ? WHOLE : rule.secondsOfDay();
    this.last = rule != null && rule.count() > 0 ? UNKNOWN : second(LAST.plusDays(1)) - 1;
  }

  /**
   * Reads a recurrence.
   *
   * @throws Refusal {@code recurrence.…} with the offending part among its arguments
   */
  @Requirement("R30.2")
  public static Recurrence read(Text text) {
    var zone = zone(text.timezone());
    var dtstart = text.dtstart() == null ? "" : text.dtstart();
    var typed =
        TypedTime.read(dtstart)
            .filter(time -> !time.date())
            .orElseThrow(() -> new Refusal("recurrence.start", shown(dtstart)));
    var start = typed.in(zone);
    if (start.toLocalDate().isBefore(FIRST) || start.toLocalDate().isAfter(LAST)) {
      throw new Refusal("recurrence.start-range", shown(dtstart), year(FIRST), year(LAST));
    }
    var rrule = text.rrule() == null ? "" : text.rrule();
    var rule = rrule.isBlank() ? null : RuleText.read(rrule, start, zone);
    var days = new TreeSet<LocalDate>();
    var starts = new TreeSet<Instant>();
    var exdates = text.exdates() == null ? List.<String>of() : text.exdates();
    if (exdates.size() > MOST_EXCEPTIONS) {
      throw new Refusal("recurrence.exceptions", exdates.size(), MOST_EXCEPTIONS);
    }
    for (var exdate : exdates) {
      var raw = String.valueOf(exdate);
      var out =
          TypedTime.read(raw).orElseThrow(() -> new Refusal("recurrence.exception", shown(raw)));
      if (out.date()) {
        days.add(out.local().toLocalDate());
      } else {
        starts.add(out.instant(zone));
      }
    }
    var calendar = CalendarRule.read(text.calendar());
    return new Recurrence(start, zone, rule, days, starts, Map.of(), calendar);
  }

  /** What was stored; empty if it was damaged since. */
  public static Optional<Recurrence> kept(Text text) {
    try {
      return Optional.of(read(text));
    } catch (Refusal | DateTimeException damaged) {
      return Optional.empty();
    }
  }

  private static ZoneId zone(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Clocks.ZONE;
    }
    var name = text.strip();
    if (!ZoneRulesProvider.getAvailableZoneIds().contains(name)) {
      throw new Refusal("recurrence.zone", shown(name));
    }
    return ZoneId.of(name);
  }

  /**
   * The same with single occurrences moved. A move of what the recurrence does not give has no
   * effect, as when the rule was changed afterwards.
   *
   * @param moved the new start by the original
   * @throws Refusal {@code recurrence.exceptions} for more than {@value #MOST_EXCEPTIONS}
   */
  @Requirement("R30.5")
  public Recurrence moving(Map<Instant, Instant> moved) {
    if (moved.size() > MOST_EXCEPTIONS) {
      throw new Refusal("recurrence.exceptions", moved.size(), MOST_EXCEPTIONS);
    }
    return new Recurrence(start, zone, rule, daysOut, startsOut, new TreeMap<>(moved), calendar);
  }

  /**
   * The occurrences that start at or after the instant, computed as they are taken.
   *
   * @param workingDays of the area; asked only if the calendar is working or rest days
   */
  @Requirement({"R30.1", "R30.6"})
  public Occurrences from(Instant from, WorkingDays workingDays) {
    var moved = new ArrayList<Occurrence>();
    for (var move : moves.entrySet()) {
      if (!move.getValue().isBefore(from)) {
        var original = given(move.getKey(), workingDays, Set.of(), List.of());
        if (original.hasNext()) {
          var found = original.next();
          if (found.original().equals(move.getKey())) {
            moved.add(new Occurrence(move.getValue(), move.getKey(), found.provisional()));
          }
        }
      }
    }
    return given(from, workingDays, moves.keySet(), moved);
  }

  private Occurrences given(
      Instant from, WorkingDays workingDays, Set<Instant> movedAway, List<Occurrence> moved) {
    var until = rule == null || rule.until() == null ? LATEST : rule.until();
    var bounded = from.isBefore(EARLIEST) ? EARLIEST : from.isAfter(LATEST) ? LATEST : from;
    // A day to each side, and the instants decide: the clock can be turned back in between.
    var begins = rule == null ? second(start) : Math.max(second(start), reading(bounded) - DAY);
    var ends = Math.min(last(), reading(until) + DAY);
    var considered = new Considered(this::keeps, calendar, workingDays);
    var gone = startsOut;
    if (!movedAway.isEmpty()) {
      gone = new HashSet<>(startsOut);
      gone.addAll(movedAway);
    }
    return new Occurrences(
        starts(considered, begins, ends), clock, gone, moved, considered, from, until);
  }

  /**
   * The occurrences that start in the window, its end excluded.
   *
   * @param workingDays of the area; asked only if the calendar is working or rest days
   */
  public List<Occurrence> between(Instant from, Instant to, WorkingDays workingDays) {
    var found = new ArrayList<Occurrence>();
    var occurrences = from(from, workingDays);
    while (occurrences.hasNext()) {
      var occurrence = occurrences.next();
      if (!occurrence.start().isBefore(to)) {
        break;
      }
      found.add(occurrence);
    }
    return found;
  }

  /**
   * Refuses a recurrence that has no occurrence at all.
   *
   * @throws Refusal {@code recurrence.never}
   */
  @Requirement("R30.2")
  public void requireOccurs(WorkingDays workingDays) {
    if (!from(Instant.MIN, workingDays).hasNext()) {
      throw new Refusal("recurrence.never", year(LAST));
    }
  }

  /** True for a recurrence that was read the same, so that it has the same occurrences. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Recurrence that
        && start.equals(that.start)
        && zone.equals(that.zone)
        && Objects.equals(rule, that.rule)
        && daysOut.equals(that.daysOut)
        && startsOut.equals(that.startsOut)
        && moves.equals(that.moves)
        && calendar.equals(that.calendar);
  }

  @Override
  public int hashCode() {
    return Objects.hash(start, zone, rule, daysOut, startsOut, moves, calendar);
  }

  /** Where it begins, on the zone's clock. */
  public LocalDateTime start() {
    return start;
  }

  public ZoneId zone() {
    return zone;
  }

  public CalendarRule calendar() {
    return calendar;
  }

  @Nullable Rule rule() {
    return rule;
  }

  Set<LocalDate> daysOut() {
    return daysOut;
  }

  Set<Instant> startsOut() {
    return startsOut;
  }

  Map<Instant, Instant> moves() {
    return moves;
  }

  private boolean keeps(LocalDate date) {
    return matches(date) && !daysOut.contains(date);
  }

  private boolean matches(LocalDate date) {
    return rule == null || rule.allows(date, start.getYear());
  }

  private long last() {
    if (last == UNKNOWN && rule != null) {
      var starts = starts(this::matches, second(start), second(LAST.plusDays(1)) - 1);
      for (var i = 1; i < rule.count() && starts.peek() != LocalStarts.NONE; i++) {
        starts.next();
      }
      last = Math.min(starts.peek(), second(LAST.plusDays(1)) - 1);
    }
    return last;
  }

  private LocalStarts starts(Predicate<LocalDate> days, long begins, long ends) {
    var day = LocalDate.ofEpochDay(Math.floorDiv(begins, DAY));
    return new LocalStarts(
        expansion, rule == null ? day : aligned(rule, day), times, days, begins, ends);
  }

  /**
   * The first day of an interval of the rule that lies before the day; one too early, which is
   * passed over quickly, and so the one before the start's is never cut.
   */
  private LocalDate aligned(Rule rule, LocalDate day) {
    var first = start.toLocalDate();
    var interval = rule.expandedInterval();
    return switch (rule.expandedFrequency()) {
      case DAILY -> first.plusDays(passed(ChronoUnit.DAYS.between(first, day), interval));
      case WEEKLY -> {
        var week = first.with(TemporalAdjusters.previousOrSame(rule.weekStart()));
        yield week.plusWeeks(passed(ChronoUnit.WEEKS.between(week, day), interval));
      }
      case MONTHLY -> {
        var month = first.withDayOfMonth(1);
        yield month.plusMonths(passed(ChronoUnit.MONTHS.between(month, day), interval));
      }
      case YEARLY -> {
        var year = first.withDayOfYear(1);
        yield year.plusYears(passed(ChronoUnit.YEARS.between(year, day), interval));
      }
    };
  }

  /** A multiple of the interval, one less than have passed. */
  private static long passed(long units, int interval) {
    return (Math.floorDiv(units, (long) interval) - 1) * interval;
  }

  private static RecurrenceRule expansion(Rule rule) {
    try {
      return new RecurrenceRule(rule.expansion(), RecurrenceRule.RfcMode.RFC5545_STRICT);
    } catch (InvalidRecurrenceRuleException e) {
      throw new Refusal("recurrence.part-form", shown(rule.expansion()));
    }
  }

  private long reading(Instant instant) {
    return LocalDateTime.ofInstant(instant, zone).toEpochSecond(ZoneOffset.UTC);
  }

  private static long second(LocalDateTime reading) {
    return reading.toEpochSecond(ZoneOffset.UTC);
  }

  private static long second(LocalDate date) {
    return second(date.atStartOfDay());
  }

  private static String year(LocalDate date) {
    return Integer.toString(date.getYear());
  }

  private static String shown(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
  }
}
