package firstline.broadcast.calendar;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.programme.Kind;
import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A week of an area: seven days by the hour, and the same day by day. State in the address. */
@Named
@RequestScoped
public class WeekPage {
  /** Hours that are shown even if nothing is heard in them. */
  private static final int EARLIEST = 6;

  private static final int LATEST = 20;

  /** Plays in one cell; the day's list has the rest. */
  private static final int IN_CELL = 4;

  private static final int IN_DAY = 200;

  /** One day of the week with its plays. */
  public record Day(WorkingDays.Day day, String weekday, boolean today, List<Airing> airings) {
    public String date() {
      return day.date().toString();
    }

    public String monthDay() {
      return date().substring(5);
    }

    /** At most {@value WeekPage#IN_DAY} of them. */
    public List<Airing> shown() {
      return airings.subList(0, Math.min(IN_DAY, airings.size()));
    }

    public int hidden() {
      return airings.size() - shown().size();
    }
  }

  /** The plays of an hour of a day. */
  public record Cell(Day day, String hour, List<Airing> airings) {
    public List<Airing> shown() {
      return airings.subList(0, Math.min(IN_CELL, airings.size()));
    }

    public int hidden() {
      return airings.size() - shown().size();
    }
  }

  /** An hour of the seven days. */
  public record Hour(String name, List<Cell> cells) {}

  @Inject private WeekQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Language language;
  @Inject private Clock clock;

  private WeekQueries.@Nullable Planned planned;
  private List<Day> days = List.of();

  public void load() {
    var found = queries.week(getArea(), monday(), getKind());
    planned = found;
    days =
        found.days().stream()
            .map(
                day ->
                    new Day(
                        day,
                        day.date()
                            .getDayOfWeek()
                            .getDisplayName(TextStyle.SHORT, language.locale()),
                        day.date().equals(today()),
                        found.airings().stream()
                            .filter(airing -> at(airing).toLocalDate().equals(day.date()))
                            .toList()))
            .toList();
  }

  private static ZonedDateTime at(Airing airing) {
    return airing.start().atZone(Clocks.ZONE);
  }

  /** The hours by days: from the usual first to the usual last, and any that has a play. */
  public List<Hour> getHours() {
    var used =
        days.stream()
            .flatMap(day -> day.airings().stream())
            .mapToInt(airing -> at(airing).getHour())
            .summaryStatistics();
    return IntStream.rangeClosed(Math.min(EARLIEST, used.getMin()), Math.max(LATEST, used.getMax()))
        .mapToObj(hour -> new Hour(LocalTime.of(hour, 0).toString(), cells(hour)))
        .toList();
  }

  private List<Cell> cells(int hour) {
    return days.stream()
        .map(
            day ->
                new Cell(
                    day,
                    LocalTime.of(hour, 0).toString(),
                    day.airings().stream().filter(airing -> at(airing).getHour() == hour).toList()))
        .toList();
  }

  public List<Day> getDays() {
    return days;
  }

  public Place getPlace() {
    return Objects.requireNonNull(planned).place();
  }

  public boolean isNothing() {
    return days.stream().allMatch(day -> day.airings().isEmpty());
  }

  /** The minute of a play, on China's clock. */
  public String time(Instant start) {
    return start.atZone(Clocks.ZONE).toLocalTime().withSecond(0).withNano(0).toString();
  }

  /** The area that the address names, else the officer's own. */
  public String getArea() {
    var wanted = screen.parameter("area").strip();
    return wanted.isEmpty() ? desk.officer().areaCode() : wanted;
  }

  public String getKind() {
    return screen.parameter("kind");
  }

  public List<Kind> getKinds() {
    return List.of(Kind.values());
  }

  public boolean isDrafting() {
    return desk.may(BroadcastRights.DRAFT);
  }

  /** The Monday of the week that the address names by any of its days, else of this one. */
  public String getWeek() {
    return monday().toString();
  }

  public String getBefore() {
    return address(monday().minusWeeks(1));
  }

  public String getAfter() {
    return address(monday().plusWeeks(1));
  }

  /** This week of the area. */
  public String getNow() {
    return address(today());
  }

  public String getTomorrow() {
    return today().plusDays(1).toString();
  }

  private String address(LocalDate day) {
    return "/console/broadcast/week?area="
        + Screen.encode(getArea())
        + "&week="
        + day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        + "&kind="
        + Screen.encode(getKind());
  }

  private LocalDate monday() {
    var day = Days.read(screen.parameter("week")).orElse(today());
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }
}
