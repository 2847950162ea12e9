package firstline.broadcast.recurrence;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A day of the Chinese calendar (GB/T 33661-2017), computed by ICU for the meridian of 120° east.
 *
 * @param month 1 to 12
 * @param leap true in a leap month
 * @param day 1 to 30
 */
record LunarDate(int month, boolean leap, int day) {
  private static final int FIRST = Recurrence.FIRST.getYear() - 1;
  private static final int YEARS = Recurrence.LAST.getYear() + 1 - FIRST + 1;
  private static final long DAY_MILLIS = 86_400_000;
  private static final String ZONE = "GMT+08:00";

  /** Bits of a table's entry: five of the day, one of the leap month, the month above them. */
  private static final int DAY = 31;

  private static final int LEAP = 1 << 5;
  private static final int MONTH_SHIFT = 6;

  /** A year's days, a short each. ICU takes milliseconds for a year; this is computed once. */
  private static final AtomicReferenceArray<short[]> TABLES = new AtomicReferenceArray<>(YEARS);

  /**
   * The Chinese calendar's day.
   *
   * @param date in the years that recurrences have, or one beside them
   */
  static LunarDate of(LocalDate date) {
    var packed = packed(date);
    return new LunarDate(packed >> MONTH_SHIFT, (packed & LEAP) != 0, packed & DAY);
  }

  /** The day of the lunar month, 1 to 30. */
  static int dayOfMonth(LocalDate date) {
    return packed(date) & DAY;
  }

  private static int packed(LocalDate date) {
    var index = date.getYear() - FIRST;
    var table = TABLES.get(index);
    if (table == null) {
      // Two threads may compute the same year: both get the same table.
      table = computed(date.getYear());
      TABLES.set(index, table);
    }
    return table[date.getDayOfYear() - 1];
  }

  private static short[] computed(int year) {
    var first = LocalDate.of(year, 1, 1);
    var table = new short[first.lengthOfYear()];
    var calendar = new ChineseCalendar(TimeZone.getTimeZone(ZONE), ULocale.ROOT);
    // Four in UTC is noon there.
    var noon = first.toEpochDay() * DAY_MILLIS + DAY_MILLIS / 6;
    for (var i = 0; i < table.length; i++) {
      calendar.setTimeInMillis(noon + i * DAY_MILLIS);
      var leap = calendar.get(ChineseCalendar.IS_LEAP_MONTH) == 1 ? LEAP : 0;
      var month = calendar.get(Calendar.MONTH) + 1;
      table[i] = (short) (month << MONTH_SHIFT | leap | calendar.get(Calendar.DAY_OF_MONTH));
    }
    return table;
  }
}
