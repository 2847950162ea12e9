package firstline.broadcast.quiet;

import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.refusal.Refusal;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Turns what is typed in the form of a window into its time. */
final class QuietForm {
  /** Which days. */
  static final List<String> DAYS = List.of("EVERY", "WORKDAYS", "RESTDAYS", "DATES", "RULE");

  private QuietForm() {}

  /**
   * The time.
   *
   * @param typed by the name of the field
   * @throws Refusal {@code quiet.hour}, {@code quiet.day}
   */
  static Typed read(UnaryOperator<String> typed) {
    var begins = hour(typed.apply("begins"));
    var ends = hour(typed.apply("ends"));
    var minutes = (ends.toSecondOfDay() - begins.toSecondOfDay()) / 60;
    var days = typed.apply("days");
    var dates = days.equals("DATES") ? words(typed.apply("dates")) : List.<String>of();
    if (days.equals("DATES") && dates.isEmpty()) {
      throw new Refusal("quiet.day", "");
    }
    var first = dates.isEmpty() ? typed.apply("from") : dates.stream().sorted().toList().get(0);
    return new Typed(
        new Recurrence.Text(
            first + "T" + begins + ":00",
            switch (days) {
              case "DATES" -> "";
              case "RULE" -> typed.apply("rrule");
              default -> "FREQ=DAILY";
            },
            null,
            dates.isEmpty() ? words(typed.apply("exdates")) : List.of(),
            switch (days) {
              case "WORKDAYS", "RESTDAYS" -> days;
              case "RULE" -> typed.apply("calendar");
              default -> "ALL";
            }),
        dates,
        // Until the same hour is until the next day.
        minutes > 0 ? minutes : minutes + QuietTime.DAY);
  }

  private static LocalTime hour(String text) {
    if (!text.matches("([01]?[0-9]|2[0-3]):[0-5][0-9]")) {
      throw new Refusal("quiet.hour", text);
    }
    return LocalTime.parse(text.length() == 4 ? "0" + text : text);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[\\s,，、;；]+")).filter(word -> !word.isEmpty()).toList();
  }
}
