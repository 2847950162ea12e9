package firstline.broadcast.recurrence;

import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The days that a calendar leaves of those that a rule gives. It adds none: a make-up workday is
 * kept only if the rule gives it.
 *
 * @param lunarDays for {@link Kind#LUNAR} the days of the lunar month, bit n for day n; else 0
 */
public record CalendarRule(Kind kind, int lunarDays) {
  /** Every day, as the rule gives it. */
  public static final CalendarRule EVERY = new CalendarRule(Kind.EVERY, 0);

  private static final int LONGEST_MONTH = 30;
  private static final int SHOWN = 60;
  private static final Pattern LUNAR_DAY = Pattern.compile("(\\*?)(\\d{1,2})");

  /** Which days. */
  public enum Kind {
    /** All. */
    EVERY,
    /** Days on which people work: make-up workdays yes, state holidays no. */
    WORKDAYS,
    /** Days on which people do not work. */
    RESTDAYS,
    /** Certain days of the lunar month, leap months included. */
    LUNAR
  }

  /**
   * Reads {@code ALL}, {@code WORKDAYS}, {@code RESTDAYS} or {@code LUNAR:} with days of the lunar
   * month, such as {@code LUNAR:1,15}; {@code *3} is every day that ends in 3, so that the market
   * days 逢三、六、九 are {@code LUNAR:*3,*6,*9}. Nothing and an empty text are {@code ALL}.
   *
   * @throws Refusal {@code recurrence.calendar}, {@code recurrence.lunar-day}
   */
  public static CalendarRule read(@Nullable String text) {
    var plain = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
    return switch (plain) {
      case "", "ALL", "EVERY" -> EVERY;
      case "WORKDAYS" -> new CalendarRule(Kind.WORKDAYS, 0);
      case "RESTDAYS" -> new CalendarRule(Kind.RESTDAYS, 0);
      default -> {
        if (!plain.startsWith("LUNAR:")) {
          throw new Refusal("recurrence.calendar", shown(plain));
        }
        yield new CalendarRule(Kind.LUNAR, lunarDays(plain.substring("LUNAR:".length())));
      }
    };
  }

  private static int lunarDays(String list) {
    var days = 0;
    for (var text : list.split(",", -1)) {
      var match = LUNAR_DAY.matcher(text.strip());
      var number = match.matches() ? Integer.parseInt(match.group(2)) : -1;
      var ending = match.matches() && !match.group(1).isEmpty();
      var added = ending ? ending(number) : number < 1 || number > LONGEST_MONTH ? 0 : 1 << number;
      if (added == 0) {
        throw new Refusal("recurrence.lunar-day", shown(text));
      }
      if ((days & added) != 0) {
        throw new Refusal("recurrence.value-twice", "LUNAR", shown(text));
      }
      days |= added;
    }
    return days;
  }

  /** The days of the month that end in the figure; 0 and 10 are the tenth, twentieth, thirtieth. */
  static int ending(int figure) {
    if (figure > 10) {
      return 0;
    }
    var days = 0;
    for (var day = figure == 0 ? 10 : figure; day <= LONGEST_MONTH; day += 10) {
      days |= 1 << day;
    }
    return days;
  }

  /** Days of the lunar month, ascending. */
  List<Integer> days() {
    var days = new ArrayList<Integer>();
    for (var day = 1; day <= LONGEST_MONTH; day++) {
      if ((lunarDays & 1 << day) != 0) {
        days.add(day);
      }
    }
    return days;
  }

  /** True if the calendar leaves the day. */
  @Requirement({"R30.3", "R30.4"})
  boolean allows(LocalDate date, WorkingDays workingDays) {
    return switch (kind) {
      case EVERY -> true;
      case WORKDAYS -> workingDays.day(date).working();
      case RESTDAYS -> !workingDays.day(date).working();
      case LUNAR -> (lunarDays & 1 << LunarDate.dayOfMonth(date)) != 0;
    };
  }

  /** True if a notice that is not published yet can still decide otherwise about the day. */
  boolean provisional(LocalDate date, WorkingDays workingDays) {
    return (kind == Kind.WORKDAYS || kind == Kind.RESTDAYS) && workingDays.day(date).provisional();
  }

  private static String shown(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
  }
}
