package firstline.rumour.claim;

import static firstline.rumour.RumourRights.FILE;

import firstline.persistence.aggregate.Aggregates;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Joins a claim to the rebuttal that answers it, or will. */
@ApplicationScoped
public class JoinClaim {
  /**
   * @param number the rebuttal's number, such as {@code 2026-0007}
   */
  public record Command(@NotNull UUID id, long version, @NotBlank String number) {}

  @Inject private Aggregates aggregates;
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = FILE)
  @Requirement({"R1.4", "R6.1"})
  public void join(@Valid Command command) {
    var claim = aggregates.at(Claim.class, command.id(), command.version());
    // What is public may be joined by everybody; what is not, only within one's areas.
    var rebuttal =
        sql.one(
            """
            select id from rebuttal
            where number = ? and (public_ordinal is not null
              or area_code in (select code from area where path like any (?)))
            """,
            row -> row.id(1),
            command.number().strip(),
            desk.scope().patterns());
    claim.join(rebuttal, desk.officer().id(), clock.instant());
  }
}
