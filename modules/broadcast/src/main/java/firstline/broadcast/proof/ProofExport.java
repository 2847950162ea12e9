package firstline.broadcast.proof;

import firstline.persistence.export.Address;
import firstline.persistence.export.ListExport;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plays of a day as a table, each with what became of it. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class ProofExport implements ListExport {
  @Inject private ProofQueries queries;
  @Inject private Words words;
  @Inject private Clock clock;

  @Override
  public String list() {
    return "broadcast.proof";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "broadcast.start",
        "broadcast.title",
        "broadcast.kind",
        "broadcast.planned",
        "broadcast.end.FINISHED",
        "broadcast.end.PRE_EMPTED",
        "broadcast.end.SKIPPED",
        "broadcast.end.FAILED",
        "broadcast.end.INTERRUPTED",
        "broadcast.end.UNKNOWN",
        "broadcast.coverage");
  }

  @Override
  @Requirement("R105.5")
  public Part rows(Address asked, String after, int size) {
    var rows = queries.day(day(asked), after.isEmpty() ? 0 : Long.parseLong(after));
    return new Part(
        rows.stream().map(this::line).toList(),
        rows.size() < ProofQueries.PLAYS ? "" : String.valueOf(rows.get(rows.size() - 1).no()));
  }

  private LocalDate day(Address asked) {
    try {
      return LocalDate.parse(asked.parameter("day"));
    } catch (DateTimeParseException e) {
      return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    }
  }

  private Line line(ProofQueries.Occurrence one) {
    var cells = new ArrayList<@Nullable Object>();
    cells.add(words.time(one.start()));
    cells.add(one.title());
    cells.add(words.get("broadcast.kind." + one.kind()));
    cells.add(one.identity().planned());
    one.identity().parts().forEach(part -> cells.add(one.begun() ? part.count() : null));
    cells.add(one.begun() ? one.identity().coverage() : null);
    return new Line(one.number() + " " + one.no(), cells);
  }
}
