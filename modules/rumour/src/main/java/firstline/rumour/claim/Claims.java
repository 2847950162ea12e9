package firstline.rumour.claim;

import firstline.persistence.aggregate.Aggregates;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Claims for writing, within the officer's scope; keeps their history. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Claims {
  private static final int CHUNK = 2_000;

  @Inject private Aggregates aggregates;
  @Inject private Sql sql;
  @Inject private ClaimReceived received;

  /** The claim at the version that the officer saw. */
  public Claim at(UUID id, long version) {
    return aggregates.at(Claim.class, id, version);
  }

  /** The claim wherever it lies, for the server's own work. */
  Claim anywhere(UUID id) {
    return aggregates.anywhere(Claim.class, id);
  }

  /** Adds what an officer files within the own areas. */
  void add(Claim claim) {
    aggregates.add(claim);
    keep(claim);
    received.tell(claim);
  }

  /** The same for many, in as many batches as it takes. */
  void addAll(List<Claim> many) {
    for (var from = 0; from < many.size(); from += CHUNK) {
      var some = many.subList(from, Math.min(many.size(), from + CHUNK));
      some.forEach(aggregates::add);
      keep(some);
      some.forEach(received::tell);
      aggregates.letGo();
      // The checks of foreign keys keep the plan that was best for the few rows there were before.
      if (from == 0) {
        sql.update("analyze claim");
      }
    }
  }

  /** Adds what the public sends in. */
  void receive(Claim claim) {
    aggregates.receive(claim);
    keep(claim);
    received.tell(claim);
  }

  /** Writes the change and the steps that made it; call it at the end of every use case. */
  public void keep(Claim... changed) {
    keep(List.of(changed));
  }

  private void keep(List<Claim> changed) {
    aggregates.flush();
    var lines = new ArrayList<@Nullable Object[]>();
    for (var claim : changed) {
      claim.takeSteps().forEach(step -> lines.add(line(claim, step)));
    }
    sql.batch(
        """
        insert into claim_step (id, claim_id, verb, at, officer_id, officer_name, department_name,
          reason) values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        lines);
  }

  private static @Nullable Object[] line(Claim claim, ClaimStep step) {
    var actor = step.actor();
    return new @Nullable Object[] {
      Ids.next(),
      claim.id(),
      step.verb().name(),
      step.at(),
      actor == null ? null : actor.id(),
      actor == null ? "" : actor.inHistory(),
      actor == null ? "" : actor.departmentName(),
      step.reason()
    };
  }
}
