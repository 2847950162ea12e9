package firstline.rumour.rebuttal;

import firstline.persistence.aggregate.Aggregates;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.publication.PublicChange;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;

/** Rebuttals for writing, within the officer's scope; keeps their history. */
@ApplicationScoped
public class Rebuttals {
  @Inject private Aggregates aggregates;
  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Event<PublicChange> publicChanges;

  /** The rebuttal at the version that the officer saw. */
  public Rebuttal at(UUID id, long version) {
    return aggregates.at(Rebuttal.class, id, version);
  }

  public Rebuttal at(UUID id) {
    return aggregates.at(Rebuttal.class, id);
  }

  public void add(Rebuttal rebuttal) {
    aggregates.add(rebuttal);
    keep(rebuttal);
  }

  /** Writes the change and the steps that made it; call it at the end of every use case. */
  public void keep(Rebuttal rebuttal) {
    aggregates.flush();
    var lines = new ArrayList<Object[]>();
    for (var step : rebuttal.takeSteps()) {
      lines.add(
          new Object[] {
            Ids.next(),
            rebuttal.id(),
            step.ordinal(),
            step.verb().name(),
            step.at(),
            step.actor().id(),
            step.actor().name(),
            step.actor().departmentName(),
            step.reason()
          });
    }
    sql.batch(
        """
        insert into rebuttal_step (id, rebuttal_id, ordinal, verb, at, officer_id, officer_name,
          department_name, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        lines);
    if (rebuttal.publicOrdinal() != null) {
      publicChanges.fire(new PublicChange(rebuttal.number()));
    }
  }

  /** The year's next number, {@code yyyy-NNNN}. */
  public String nextNumber() {
    var year = LocalDate.ofInstant(clock.instant(), Clocks.ZONE).getYear();
    var last =
        sql.one(
            """
            insert into numbering (kind, year, last) values ('rebuttal', ?, 1)
            on conflict (kind, year) do update set last = numbering.last + 1
            returning last
            """,
            row -> row.number(1),
            year);
    return String.format(Locale.ROOT, "%d-%04d", year, last);
  }
}
