package firstline.broadcast.heard;

import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A week of one speaker, day by day, on its page. */
@Named
@RequestScoped
public class SpeakerDaysPage {
  private static final int DAYS = 7;

  /** A mark is never narrower than so many minutes: else a minute's play could not be seen. */
  private static final double NARROWEST = 8;

  /**
   * A play on the strip of its day.
   *
   * @param x minutes from midnight
   * @param width minutes
   */
  public record Mark(double x, double width, HeardPlay play, String label) {}

  /** One day, its plays in the order of time. */
  public record Day(LocalDate date, List<Mark> marks) {}

  @Inject private HeardQueries queries;
  @Inject private Screen screen;
  @Inject private Words words;
  @Inject private Clock clock;

  private @Nullable List<HeardPlay> plays;

  /** The latest first. */
  public List<HeardPlay> getPlays() {
    if (plays == null) {
      var tomorrow = today().plusDays(1);
      plays =
          queries.bySpeaker(
              screen.id(),
              tomorrow.minusDays(DAYS).atStartOfDay(Clocks.ZONE).toInstant(),
              tomorrow.atStartOfDay(Clocks.ZONE).toInstant());
    }
    return plays;
  }

  /** The outcomes that there are among them. */
  public List<String> getEnds() {
    return getPlays().stream().map(HeardPlay::outcome).distinct().sorted().toList();
  }

  /** The last seven days, today first. */
  public List<Day> getDays() {
    return IntStream.range(0, DAYS).mapToObj(today()::minusDays).map(this::day).toList();
  }

  private Day day(LocalDate date) {
    return new Day(
        date,
        getPlays().stream()
            .filter(play -> LocalDate.ofInstant(play.start(), Clocks.ZONE).equals(date))
            .map(this::mark)
            .toList());
  }

  private Mark mark(HeardPlay play) {
    var midnight = LocalDate.ofInstant(play.start(), Clocks.ZONE).atStartOfDay(Clocks.ZONE);
    return new Mark(
        Duration.between(midnight.toInstant(), play.start()).toSeconds() / 60.0,
        Math.max(NARROWEST, play.slot() / 60_000.0),
        play,
        words.time(play.start())
            + " "
            + play.title()
            + " "
            + words.get("broadcast.outcome." + play.outcome()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }
}
