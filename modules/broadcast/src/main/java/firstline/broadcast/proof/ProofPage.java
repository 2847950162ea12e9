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
import org.jspecify.annotations.Nullable;

/** What was heard on a day. */
@Named
@RequestScoped
public class ProofPage {
  @Inject private ProofQueries queries;
  @Inject private Screen screen;
  @Inject private Clock clock;

  private List<ProofQueries.Occurrence> rows = List.of();
  private @Nullable List<ProofQueries.Whole> wholes;

  public void load() {
    var after = screen.parameter("after");
    rows = queries.day(getDay(), after.matches("[0-9]{1,18}") ? Long.parseLong(after) : 0);
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

  /** The day as a whole, of what has begun; drills apart. */
  public Identity getWhole() {
    return sum(false);
  }

  public Identity getDrills() {
    return sum(true);
  }

  private Identity sum(boolean drills) {
    return getWholes().stream()
        .filter(one -> one.drill() == drills)
        .map(ProofQueries.Whole::identity)
        .reduce(Identity.NONE, Identity::plus);
  }

  private List<ProofQueries.Whole> getWholes() {
    if (wholes == null) {
      wholes = queries.whole(getDay());
    }
    return wholes;
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return rows.size() < ProofQueries.PLAYS
        ? ""
        : "/console/broadcast/proof?day=" + getDay() + "&after=" + rows.get(rows.size() - 1).no();
  }
}
