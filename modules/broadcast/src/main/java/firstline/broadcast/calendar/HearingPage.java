package firstline.broadcast.calendar;

import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a village hears on a day: a dry run, tomorrow's unless the address says otherwise. */
@Named
@RequestScoped
public class HearingPage {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(Clocks.ZONE);

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(Clocks.ZONE);

  /** A line: a play, what becomes of it and when it sounds. */
  public record Line(Airing airing, String end, List<String> soundings, String by) {}

  @Inject private WeekQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Clock clock;

  private WeekQueries.@Nullable Day dry;
  private List<Line> lines = List.of();
  private Duration sounding = Duration.ZERO;

  public void load() {
    var found = queries.day(getArea(), day());
    dry = found;
    var steps = found.steps();
    sounding =
        steps.stream()
            .flatMap(step -> step.soundings().stream())
            .map(one -> Duration.between(one.from(), one.until()))
            .reduce(Duration.ZERO, Duration::plus);
    lines =
        steps.stream()
            .map(
                step ->
                    new Line(
                        step.airing(),
                        step.end().name(),
                        step.soundings().stream()
                            .map(one -> second(one.from()) + "–" + second(one.until()))
                            .toList(),
                        step.by()))
            .toList();
  }

  private static String second(Instant at) {
    return SECOND.format(at);
  }

  /** The time of a start, on China's clock. */
  public String time(Instant start) {
    return second(start);
  }

  public List<Line> getLines() {
    return lines;
  }

  public Place getPlace() {
    return Objects.requireNonNull(dry).place();
  }

  /** The quiet windows of the day as times, such as 22:00–24:00; empty if there are none. */
  public String getQuiet() {
    return Objects.requireNonNull(dry).windows().stream()
        .map(one -> minute(one.from()) + "–" + minute(one.until()))
        .collect(Collectors.joining("、"));
  }

  /** The end of the day is 24:00, not 00:00. */
  private String minute(long millis) {
    var at = Instant.ofEpochMilli(millis);
    var tomorrow = day().plusDays(1).atStartOfDay(Clocks.ZONE).toInstant();
    return at.equals(tomorrow) ? "24:00" : MINUTE.format(at);
  }

  /** Minutes of routine that a village hears a day at most; −1 without a limit. */
  public int getMinutes() {
    return Objects.requireNonNull(dry).minutes().orElse(-1);
  }

  /** True for an area with others below it, of which each hears only a part of this. */
  public boolean isWide() {
    return !getPlace().level().equals("VILLAGE");
  }

  /** Seconds that it sounds, all in all. */
  public long getTotal() {
    return sounding.toSeconds();
  }

  public String getArea() {
    var wanted = screen.parameter("area").strip();
    return wanted.isEmpty() ? desk.officer().areaCode() : wanted;
  }

  public String getDay() {
    return day().toString();
  }

  public String getBefore() {
    return address(day().minusDays(1));
  }

  public String getAfter() {
    return address(day().plusDays(1));
  }

  private String address(LocalDate day) {
    return "/console/broadcast/hearing?area=" + Screen.encode(getArea()) + "&day=" + day;
  }

  private LocalDate day() {
    return Days.read(screen.parameter("day"))
        .orElse(LocalDate.ofInstant(clock.instant(), Clocks.ZONE).plusDays(1));
  }
}
