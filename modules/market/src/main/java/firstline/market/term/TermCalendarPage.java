package firstline.market.term;

import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A month and what is due on its days. */
@Named
@RequestScoped
public class TermCalendarPage {
  private static final String HERE = "/console/market/term-calendar?month=";

  /**
   * A field of the month; {@code label} is empty outside it.
   *
   * @param address of the day's list, or empty
   * @param mark {@code TODAY}, {@code OVERDUE} for a day that is gone, or empty
   */
  public record Field(String label, long due, String address, String mark, boolean chosen) {}

  @Inject private TermQueries queries;
  @Inject private Screen screen;
  @Inject private Language language;
  @Inject private Clock clock;

  private @Nullable List<List<Field>> weeks;

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  private YearMonth month() {
    try {
      return YearMonth.parse(screen.parameter("month"));
    } catch (DateTimeException e) {
      return YearMonth.from(today());
    }
  }

  private @Nullable LocalDate day() {
    try {
      return LocalDate.parse(screen.parameter("day"));
    } catch (DateTimeException e) {
      return null;
    }
  }

  public String getMonth() {
    return month().toString();
  }

  /** True if every department within the officer's areas is shown. */
  public boolean isArea() {
    return screen.parameter("whose").equals("area");
  }

  private String address(YearMonth month) {
    return HERE + month + (isArea() ? "&whose=area" : "");
  }

  public String getBefore() {
    return address(month().minusMonths(1));
  }

  public String getAfter() {
    return address(month().plusMonths(1));
  }

  /** Names of the days of the week, from Monday. */
  public List<String> getWeekdays() {
    var locale = language.english() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    return Arrays.stream(DayOfWeek.values())
        .map(day -> day.getDisplayName(TextStyle.SHORT, locale))
        .toList();
  }

  /** The month by weeks. */
  public List<List<Field>> getWeeks() {
    if (weeks == null) {
      weeks = weeks(month());
    }
    return weeks;
  }

  private List<List<Field>> weeks(YearMonth month) {
    var due =
        queries.days(month.atDay(1), month.atEndOfMonth(), isArea()).stream()
            .collect(Collectors.toMap(TermQueries.Day::day, TermQueries.Day::due));
    var fields = new ArrayList<Field>();
    for (var blank = 1; blank < month.atDay(1).getDayOfWeek().getValue(); blank++) {
      fields.add(new Field("", 0, "", "", false));
    }
    for (var day = 1; day <= month.lengthOfMonth(); day++) {
      fields.add(field(month.atDay(day), due));
    }
    while (fields.size() % DayOfWeek.values().length != 0) {
      fields.add(new Field("", 0, "", "", false));
    }
    var rows = new ArrayList<List<Field>>();
    for (var at = 0; at < fields.size(); at += DayOfWeek.values().length) {
      rows.add(List.copyOf(fields.subList(at, at + DayOfWeek.values().length)));
    }
    return rows;
  }

  private Field field(LocalDate day, Map<LocalDate, Long> due) {
    var count = due.getOrDefault(day, 0L);
    return new Field(
        String.valueOf(day.getDayOfMonth()),
        count,
        count == 0 ? "" : address(month()) + "&day=" + day + "#day",
        day.equals(today()) ? "TODAY" : day.isBefore(today()) && count > 0 ? "OVERDUE" : "",
        day.equals(day()));
  }

  /** How many terms end in the month. */
  public long getDue() {
    return getWeeks().stream().flatMap(List::stream).mapToLong(Field::due).sum();
  }

  /** The chosen day, or empty. */
  public String getDay() {
    var day = day();
    return day == null ? "" : day.toString();
  }

  /** The terms that end on the chosen day. */
  public List<TermQueries.Line> getRows() {
    var day = day();
    return day == null ? List.of() : queries.ending(day, isArea());
  }
}
