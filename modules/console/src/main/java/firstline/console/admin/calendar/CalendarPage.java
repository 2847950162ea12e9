package firstline.console.admin.calendar;

import firstline.persistence.calendar.CalendarQueries;
import firstline.persistence.calendar.DeclareDay;
import firstline.persistence.calendar.NoticeOfHolidays.Problem;
import firstline.persistence.calendar.TakeInNotice;
import firstline.persistence.calendar.WithdrawDay;
import firstline.persistence.calendar.YearOfArea;
import firstline.persistence.calendar.YearOfArea.Day;
import firstline.persistence.calendar.YearOfArea.State;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Bundles;
import firstline.persistence.words.Language;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calendar of an area: the year that the address names, and the days that it declares. */
@Named
@RequestScoped
public class CalendarPage {
  private static final int FIRST = 2000;
  private static final int LAST = 2100;

  @Inject private CalendarQueries queries;
  @Inject private DeclareDay declareDay;
  @Inject private WithdrawDay withdrawDay;
  @Inject private TakeInNotice takeInNotice;
  @Inject private Desk desk;
  @Inject private Language language;
  @Inject private Words words;
  @Inject private Screen screen;
  @Inject private Clock clock;

  private @Nullable YearOfArea shown;
  private @Nullable List<MonthGrid> months;
  private List<Problem> problems = List.of();

  /** Read at the first use: a posted form is looked for in the rows before any action runs. */
  public YearOfArea getShown() {
    if (shown == null) {
      shown = queries.year(getArea(), getYear());
    }
    return shown;
  }

  /** The area that the address names, else the officer's own. */
  public String getArea() {
    var wanted = screen.parameter("area").strip();
    return wanted.isEmpty() ? desk.officer().areaCode() : wanted;
  }

  /** The year that the address names, else this one. */
  public int getYear() {
    var wanted = screen.parameter("year");
    var year = wanted.matches("[0-9]{4}") ? Integer.parseInt(wanted) : 0;
    return year >= FIRST && year <= LAST ? year : getToday().getYear();
  }

  public LocalDate getToday() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  public List<MonthGrid> getMonths() {
    if (months == null) {
      months = MonthGrid.of(getShown(), language.locale());
    }
    return months;
  }

  /** Short names of the days of the week, from Monday. */
  public List<String> getWeekdays() {
    return Arrays.stream(DayOfWeek.values()).map(this::weekday).toList();
  }

  private String weekday(DayOfWeek day) {
    var style = language.english() ? TextStyle.SHORT : TextStyle.NARROW;
    return day.getDisplayName(style, language.locale());
  }

  /** The day of the week of a date, in full. */
  public String weekdayOf(LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.FULL, language.locale());
  }

  /** The days that are not what the week alone would make of them. */
  public List<Day> getSpecial() {
    return getShown().days().stream()
        .filter(day -> day.state() != State.WORKING && day.state() != State.OFF)
        .toList();
  }

  public List<State> getStates() {
    return List.of(State.values());
  }

  public List<DeclareDay.Kind> getKinds() {
    return List.of(DeclareDay.Kind.OFF, DeclareDay.Kind.WORKING);
  }

  /** What was typed into a field, for the form that a refusal shows again. */
  public String typed(String field) {
    return screen.parameter(field);
  }

  public void declare() {
    screen.run(
        () ->
            declareDay.declare(new DeclareDay.Command(getArea(), date(), kind(), typed("reason"))),
        "calendar.declared",
        here());
  }

  public void withdraw() {
    screen.run(
        () -> withdrawDay.withdraw(new WithdrawDay.Command(getArea(), date())),
        "calendar.withdrawn",
        here());
  }

  /** What is wrong with the lines that were sent; what was typed stays in the form. */
  public List<String> getProblems() {
    return problems.stream()
        .map(
            problem -> {
              var sentence =
                  Bundles.words(
                      language.tag(), "calendar.notice." + problem.code(), problem.arguments());
              return problem.line() == 0
                  ? sentence
                  : words.of("calendar.notice.line", problem.line(), sentence);
            })
        .toList();
  }

  public void takeIn() {
    var taken =
        screen.attempt(
            () ->
                problems =
                    takeInNotice.takeIn(
                        new TakeInNotice.Command(getYear(), date("published"), typed("lines"))));
    if (taken && problems.isEmpty()) {
      screen.done("calendar.notice.taken");
      screen.go(here());
    }
  }

  private LocalDate date() {
    return date("date");
  }

  private LocalDate date(String field) {
    try {
      return LocalDate.parse(typed(field));
    } catch (DateTimeException e) {
      throw new Refusal("calendar.no-date");
    }
  }

  private DeclareDay.Kind kind() {
    return getKinds().stream()
        .filter(kind -> kind.name().equals(typed("kind")))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Address of another year of the same area. */
  public String address(int year) {
    return "/console/admin/calendar?area=" + Screen.encode(getArea()) + "&year=" + year;
  }

  private String here() {
    return address(getYear());
  }
}
