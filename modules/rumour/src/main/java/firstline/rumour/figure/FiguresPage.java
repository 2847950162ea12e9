package firstline.rumour.figure;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Words;
import firstline.rumour.figure.FigureQueries.By;
import firstline.rumour.text.TypedTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The figures of a span of days; the last thirty if the address names none. */
@Named("rumourFigures")
@RequestScoped
public class FiguresPage {
  private static final int USUAL = 30;
  private static final int LONGEST = 366;

  /** A bar of the chart, in the chart's own units: 1,000 wide and 200 high. */
  public record Bar(double x, double width, double claims, double answers, FigureQueries.Day day) {}

  @Inject private FigureQueries queries;
  @Inject private Screen screen;
  @Inject private Words words;
  @Inject private Clock clock;

  private FigureQueries.@Nullable Speed speed;
  private FigureQueries.@Nullable Intake intake;
  private FigureQueries.@Nullable Reach reach;
  private @Nullable List<Bar> bars;

  private FigureQueries.Span span() {
    var to = day("to", LocalDate.ofInstant(clock.instant(), Clocks.ZONE));
    var from = day("from", to.minusDays(USUAL - 1L));
    if (from.isAfter(to) || ChronoUnit.DAYS.between(from, to) > LONGEST) {
      throw new Refusal("rumour.span", LONGEST);
    }
    return new FigureQueries.Span(from, to, getArea());
  }

  private LocalDate day(String parameter, LocalDate otherwise) {
    return Objects.requireNonNullElse(TypedTime.day(screen.parameter(parameter)), otherwise);
  }

  public LocalDate getFrom() {
    return span().from();
  }

  public LocalDate getTo() {
    return span().to();
  }

  public String getArea() {
    return screen.parameter("area").matches("[0-9]{12}") ? screen.parameter("area") : "";
  }

  public FigureQueries.Speed getSpeed() {
    if (speed == null) {
      speed = queries.speed(span());
    }
    return speed;
  }

  public FigureQueries.Intake getIntake() {
    if (intake == null) {
      intake = queries.intake(span());
    }
    return intake;
  }

  public FigureQueries.Reach getReach() {
    if (reach == null) {
      reach = queries.reach(span());
    }
    return reach;
  }

  public List<By> getBys() {
    return List.of(By.values());
  }

  public List<FigureQueries.Group> groups(By by) {
    return queries.groups(span(), by);
  }

  public List<Bar> getBars() {
    if (bars == null) {
      var days = queries.days(span());
      var highest =
          Math.max(
              1,
              days.stream()
                  .mapToLong(day -> Math.max(day.claims(), day.answers()))
                  .max()
                  .orElse(1));
      var width = 1000.0 / days.size();
      bars =
          IntStream.range(0, days.size())
              .mapToObj(
                  at ->
                      new Bar(
                          at * width,
                          width * 0.38,
                          180.0 * days.get(at).claims() / highest,
                          180.0 * days.get(at).answers() / highest,
                          days.get(at)))
              .toList();
    }
    return bars;
  }

  public long getHighest() {
    return getBars().stream()
        .mapToLong(bar -> Math.max(bar.day().claims(), bar.day().answers()))
        .max()
        .orElse(0);
  }

  /** A duration in hours and minutes, or a dash. */
  public String time(@Nullable Duration duration) {
    if (duration == null) {
      return "–";
    }
    return duration.compareTo(Duration.ofHours(1)) < 0
        ? words.of("rumour.minutes", duration.toMinutes(), duration.toSecondsPart())
        : words.of("rumour.hours", duration.toHours(), duration.toMinutesPart());
  }

  /** A share as a percentage without digits behind the point; a dash of nothing. */
  public String share(double share) {
    return getSpeed().answered() == 0 ? "–" : Math.round(100 * share) + " %";
  }
}
