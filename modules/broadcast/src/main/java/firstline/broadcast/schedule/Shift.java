package firstline.broadcast.schedule;

import firstline.broadcast.recurrence.Recurrence;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Moves the times of a schedule within their days. */
final class Shift {
  private static final int HOUR = 60;
  private static final int DAY = 1_440;
  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final Pattern HOURS = Pattern.compile("BYHOUR=([0-9,]+)");
  private static final Pattern MINUTES = Pattern.compile("BYMINUTE=([0-9]+)(?![0-9,])");

  private Shift() {}

  /** Times of a day such as {@code 06:30}, so many minutes later; none if one leaves its day. */
  static Optional<String> times(List<String> times, int minutes) {
    var moved =
        times.stream()
            .map(time -> time.split(":", -1))
            .map(parts -> Integer.parseInt(parts[0]) * HOUR + Integer.parseInt(parts[1]) + minutes)
            .toList();
    return moved.stream().allMatch(Shift::isOfDay)
        ? Optional.of(
            moved.stream()
                .map(of -> String.format(Locale.ROOT, "%02d:%02d", of / HOUR, of % HOUR))
                .collect(Collectors.joining(" ")))
        : Optional.empty();
  }

  private static boolean isOfDay(int minute) {
    return minute >= 0 && minute < DAY;
  }

  /**
   * A rule and its start, so many minutes later; none where that is no such rule: with several
   * minutes of an hour, with places in a day, or when a time leaves its day.
   */
  static Optional<Recurrence.Text> rule(Recurrence.Text when, int minutes) {
    var rrule = when.rrule() == null ? "" : when.rrule();
    var start = start(when.dtstart());
    if (start.isEmpty() || rrule.contains("BYSETPOS") || rrule.contains("BYSECOND")) {
      return Optional.empty();
    }
    var hours = HOURS.matcher(rrule);
    var minute = MINUTES.matcher(rrule);
    var hasHours = hours.find();
    var hasMinutes = minute.find();
    if (hasMinutes != rrule.contains("BYMINUTE") || (hasMinutes && !hasHours)) {
      return Optional.empty();
    }
    var at = start.get();
    if (!isOfDay(at.getHour() * HOUR + at.getMinute() + minutes)) {
      return Optional.empty();
    }
    var moved = rrule;
    if (hasHours) {
      var past = (hasMinutes ? Integer.parseInt(minute.group(1)) : at.getMinute()) + minutes;
      var list =
          Arrays.stream(hours.group(1).split(",", -1))
              .map(hour -> Integer.parseInt(hour) + Math.floorDiv(past, HOUR))
              .toList();
      if (!list.stream().allMatch(hour -> hour >= 0 && hour < 24)) {
        return Optional.empty();
      }
      var written = list.stream().map(String::valueOf).collect(Collectors.joining(","));
      moved = hours.replaceFirst("BYHOUR=" + written);
      if (hasMinutes) {
        moved = MINUTES.matcher(moved).replaceFirst("BYMINUTE=" + Math.floorMod(past, HOUR));
      }
    }
    return Optional.of(
        new Recurrence.Text(
            START.format(at.plusMinutes(minutes)),
            moved,
            when.timezone(),
            when.exdates(),
            when.calendar()));
  }

  private static Optional<LocalDateTime> start(@org.jspecify.annotations.Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(LocalDateTime.parse(text, START));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
