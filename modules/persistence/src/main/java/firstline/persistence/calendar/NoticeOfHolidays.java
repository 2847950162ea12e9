package firstline.persistence.calendar;

import firstline.persistence.calendar.Holidays.Special;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A yearly notice of the State Council as an officer types or pastes it: one day a line, {@code
 * 2027-02-05,holiday,春节} or {@code 2027-02-14,workday,春节}. A heading, empty lines and a byte order
 * mark are let be.
 *
 * @param days empty if there are problems
 * @param problems what is wrong and in which line, in the order of the lines
 */
public record NoticeOfHolidays(Map<LocalDate, Special> days, List<Problem> problems) {
  /** The festivals that every notice since 2008 names; two that meet share a name. */
  private static final List<String> FESTIVALS =
      List.of("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节");

  private static final int LONGEST_NAME = 40;
  private static final int MOST_LINES = 200;
  private static final int FIELDS = 3;

  /**
   * Something wrong.
   *
   * @param line from 1; 0 if it is of the whole
   * @param code {@code calendar.notice.<code>} has its sentence
   */
  public record Problem(int line, String code, List<String> arguments) {
    static Problem of(int line, String code, Object... arguments) {
      return new Problem(line, code, Arrays.stream(arguments).map(String::valueOf).toList());
    }
  }

  /** The notice of a year, or what is wrong with it: every line is looked at. */
  public static NoticeOfHolidays read(int year, String text) {
    var days = new TreeMap<LocalDate, Special>();
    var problems = new ArrayList<Problem>();
    var lines = text.replace("\uFEFF", "").split("\\R", -1);
    if (lines.length > MOST_LINES) {
      problems.add(Problem.of(0, "long", MOST_LINES));
      return new NoticeOfHolidays(Map.of(), problems);
    }
    for (var i = 0; i < lines.length; i++) {
      var line = lines[i].strip();
      if (!line.isEmpty() && !(i == 0 && line.startsWith("date"))) {
        read(year, i + 1, line, days, problems);
      }
    }
    if (problems.isEmpty()) {
      checkWhole(year, days, problems);
    }
    return new NoticeOfHolidays(problems.isEmpty() ? days : Map.of(), problems);
  }

  private static void read(
      int year, int number, String line, Map<LocalDate, Special> days, List<Problem> problems) {
    var fields = line.split("[,，\t]", -1);
    if (fields.length != FIELDS) {
      problems.add(Problem.of(number, "fields"));
      return;
    }
    var kind = fields[1].strip();
    var name = fields[2].strip();
    var working = kind.equals("workday");
    if (!working && !kind.equals("holiday")) {
      problems.add(Problem.of(number, "kind", shortened(kind)));
    } else if (name.isEmpty() || name.length() > LONGEST_NAME) {
      problems.add(Problem.of(number, "name", LONGEST_NAME));
    } else {
      keep(year, number, fields[0].strip(), new Special(working, name), days, problems);
    }
  }

  private static void keep(
      int year,
      int number,
      String typed,
      Special special,
      Map<LocalDate, Special> days,
      List<Problem> problems) {
    LocalDate day;
    try {
      day = LocalDate.parse(typed);
    } catch (DateTimeException e) {
      problems.add(Problem.of(number, "date", shortened(typed)));
      return;
    }
    if (Holidays.yearOfNotice(day) != year && day.getYear() != year) {
      problems.add(Problem.of(number, "year", day, year));
    } else if (days.putIfAbsent(day, special) != null) {
      problems.add(Problem.of(number, "twice", day));
    }
  }

  private static void checkWhole(
      int year, TreeMap<LocalDate, Special> days, List<Problem> problems) {
    for (var festival : FESTIVALS) {
      if (days.values().stream()
          .noneMatch(day -> !day.working() && day.name().contains(festival))) {
        problems.add(Problem.of(0, "festival", festival));
      }
    }
    var october = days.get(LocalDate.of(year, Month.OCTOBER, 1));
    if (october == null || october.working()) {
      problems.add(Problem.of(0, "october", year));
    }
    // The days off of one festival follow each other: a hole is a line that was lost.
    var lastOf = new HashMap<String, LocalDate>();
    days.forEach(
        (day, special) -> {
          var last = special.working() ? null : lastOf.put(special.name(), day);
          if (last != null && !last.plusDays(1).equals(day)) {
            problems.add(Problem.of(0, "gap", special.name(), last, day));
          }
        });
  }

  private static String shortened(String typed) {
    return typed.substring(0, Math.min(LONGEST_NAME, typed.length()));
  }
}
