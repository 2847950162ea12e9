package firstline.broadcast.proof;

import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What was heard on a day. */
@Named
@RequestScoped
public class ProofPage {
  @Inject private ProofQueries queries;
  @Inject private Screen screen;
  @Inject private Clock clock;

  private List<ProofQueries.Occurrence> rows = List.of();

  public void load() {
    rows = queries.day(getDay());
  }

  public List<ProofQueries.Occurrence> getRows() {
    return rows;
  }

  /** The day that the address names, or today. */
  public LocalDate getDay() {
    try {
      return LocalDate.parse(screen.parameter("day"));
    } catch (DateTimeParseException e) {
      return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    }
  }

  public LocalDate getBefore() {
    return getDay().minusDays(1);
  }

  public LocalDate getAfter() {
    return getDay().plusDays(1);
  }

  /** The day as a whole. */
  public Identity getWhole() {
    var begun = rows.stream().filter(ProofQueries.Occurrence::begun).toList();
    return new Identity(
        begun.stream().mapToLong(row -> row.identity().planned()).sum(),
        begun.stream().mapToLong(row -> row.identity().finished()).sum(),
        begun.stream().mapToLong(row -> row.identity().preEmpted()).sum(),
        begun.stream().mapToLong(row -> row.identity().skipped()).sum(),
        begun.stream().mapToLong(row -> row.identity().failed()).sum(),
        begun.stream().mapToLong(row -> row.identity().interrupted()).sum(),
        begun.stream().mapToLong(row -> row.identity().unknown()).sum());
  }
}
