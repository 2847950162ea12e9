package firstline.console.figures;

import firstline.persistence.indicator.IndicatorContribution.Indicator;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.screen.Screen;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What somebody wants to see.
 *
 * @param key of a figure; empty for all of them
 */
public record Asked(String key, String area, LocalDate from, LocalDate to) {
  private static final int USUAL = 30;
  static final int LONGEST = 366;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  /**
   * Reads the address; the last thirty days of the officer's own area if it says nothing.
   *
   * @throws Refusal {@code figures.key}, {@code figures.area}, {@code figures.day}, {@code
   *     figures.order}, {@code figures.span}
   */
  @Requirement("R104.2")
  public static Asked read(
      String key, String area, String from, String to, String own, LocalDate today) {
    var last = day(to, today);
    var first = day(from, last.minusDays(USUAL - 1L));
    if (first.isAfter(last)) {
      throw new Refusal("figures.order", first, last);
    }
    if (ChronoUnit.DAYS.between(first, last) >= LONGEST) {
      throw new Refusal("figures.span", LONGEST);
    }
    if (!area.isBlank() && !area.strip().matches("[0-9]{12}")) {
      throw new Refusal("figures.area", area);
    }
    return new Asked(key.strip(), area.isBlank() ? own : area.strip(), first, last);
  }

  private static LocalDate day(String typed, LocalDate otherwise) {
    if (typed.isBlank()) {
      return otherwise;
    }
    try {
      var day = LocalDate.parse(typed.strip());
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw new Refusal("figures.day", typed);
  }

  /** The figure that is asked for. */
  public Indicator among(List<Indicator> known) {
    return known.stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new Refusal("figures.key", key));
  }

  /** The address of the page for another figure and area. */
  public String at(String otherKey, String otherArea) {
    return "/console/figures?" + query(otherKey, otherArea);
  }

  /** The address of the table of rows. */
  public String table(String format) {
    return "/console/figures-table?format=" + format + "&" + query(key, area);
  }

  private String query(String otherKey, String otherArea) {
    return "key=" + Screen.encode(otherKey) + "&area=" + otherArea + "&from=" + from + "&to=" + to;
  }
}
