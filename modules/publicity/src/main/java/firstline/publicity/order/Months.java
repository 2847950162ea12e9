package firstline.publicity.order;

import java.time.YearMonth;

/** Months as people type and choose them. */
final class Months {
  private Months() {}

  /** {@code 2026-11}, or the other if it is none. */
  static YearMonth read(String typed, YearMonth otherwise) {
    return typed.matches("20[0-9]{2}-(0[1-9]|1[0-2])") ? YearMonth.parse(typed) : otherwise;
  }
}
