package firstline.persistence.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A year as an area has it.
 *
 * @param provisional true as long as no notice for the year is published
 * @param keeps true if the officer may declare days of the area
 * @param whole true if the officer may take in notices, which count for everybody
 * @param days every day of the year
 * @param own the days that the area or one above it declared, whether they hold here or not
 */
public record YearOfArea(
    String code,
    String name,
    int year,
    boolean provisional,
    boolean keeps,
    boolean whole,
    List<Day> days,
    List<Own> own) {

  /** What makes a day what it is. */
  public enum State {
    /** A plain working day. */
    WORKING,
    /** A plain weekend. */
    OFF,
    /** Off by the nation's notice. */
    HOLIDAY,
    /** Worked by the nation's notice, to make up for a holiday. */
    MAKE_UP,
    /** Worked because the area or one above it says so. */
    OWN_WORKING,
    /** Off because the area or one above it says so. */
    OWN_OFF;

    /** True if people work. */
    public boolean working() {
      return this == WORKING || this == MAKE_UP || this == OWN_WORKING;
    }
  }

  /**
   * One day.
   *
   * @param name of the holiday or the reason; empty for a plain day
   * @param provisional true as long as a notice can move it
   */
  public record Day(LocalDate date, State state, String name, boolean provisional) {}

  /**
   * A declared day.
   *
   * @param here true if this very area declared it and it is not over: it can be withdrawn
   * @param by who declared it; empty if nobody knows
   */
  public record Own(
      LocalDate date, boolean working, String reason, String areaName, boolean here, String by) {}
}
