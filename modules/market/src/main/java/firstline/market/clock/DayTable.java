package firstline.market.clock;

import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.refusal.Refusal;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * A calendar as tables, so that a term is two look-ups however long it is: 1990 to 2099, half a
 * megabyte. Built once for each area and state of its calendar.
 */
public final class DayTable {
  static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
  static final LocalDate LAST = LocalDate.of(2099, 12, 31);
  private static final int SIZE = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1;

  /** How many working days there are up to and with the day. */
  private final int[] upTo = new int[SIZE];

  /** The k-th working day, from 1. */
  private final int[] working;

  /** How many days that a notice can still move there are up to and with the day. */
  private final int[] open = new int[SIZE];

  private final String version;

  /** Reads every day of the calendar. */
  public DayTable(WorkingDays calendar) {
    var found = new int[SIZE + 1];
    var count = 0;
    var unsettled = 0;
    for (var i = 0; i < SIZE; i++) {
      var day = calendar.day(FIRST.plusDays(i));
      if (day.working()) {
        found[++count] = i;
      }
      unsettled += day.provisional() ? 1 : 0;
      upTo[i] = count;
      open[i] = unsettled;
    }
    working = Arrays.copyOf(found, count + 1);
    var checksum = new CRC32C();
    for (var table : List.of(upTo, open)) {
      var bytes = ByteBuffer.allocate(SIZE * Integer.BYTES);
      bytes.asIntBuffer().put(table);
      checksum.update(bytes);
    }
    version = String.format(Locale.ROOT, "%08x", checksum.getValue());
  }

  /** Tells two calendars apart: the same days give the same eight characters. */
  public String version() {
    return version;
  }

  /**
   * The day's place in the tables.
   *
   * @throws Refusal {@code clock.range} if no calendar reaches it
   */
  static int place(LocalDate day) {
    var place = day.toEpochDay() - FIRST.toEpochDay();
    if (place < 0 || place >= SIZE) {
      throw new Refusal("clock.range", day.toString(), FIRST.getYear(), LAST.getYear());
    }
    return (int) place;
  }

  static LocalDate day(int place) {
    return FIRST.plusDays(checked(place));
  }

  /**
   * The {@code count}-th working day after the place, or before it if negative.
   *
   * @throws Refusal {@code clock.range}
   */
  int plus(int place, int count) {
    // Counting back, a working day at the place itself does not count either.
    var from = count < 0 ? upTo[place] + (isWorking(place) ? 0 : 1) : upTo[place];
    var at = from + count;
    if (at < 1 || at >= working.length) {
      throw new Refusal("clock.range", day(place).toString(), FIRST.getYear(), LAST.getYear());
    }
    return working[at];
  }

  boolean isWorking(int place) {
    return upTo[place] > (place == 0 ? 0 : upTo[place - 1]);
  }

  /** The place itself or, if nobody works on it, the next on which they do. */
  int rolled(int place) {
    return isWorking(checked(place)) ? place : plus(place, 1);
  }

  /** Working days after {@code from} up to and with {@code to}. */
  int workingBetween(int from, int to) {
    return upTo[to] - upTo[from];
  }

  /** True if a day after {@code from} up to and with {@code to} can still be moved. */
  boolean openBetween(int from, int to) {
    return open[to] > open[from];
  }

  private static int checked(int place) {
    if (place < 0 || place >= SIZE) {
      throw new Refusal(
          "clock.range", FIRST.plusDays(place).toString(), FIRST.getYear(), LAST.getYear());
    }
    return place;
  }
}
