package firstline.rumour.claim;

import static firstline.rumour.RumourRights.FILE;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.Rumours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Joins a claim to the rumour that it reports; if the public has the answer, it is answered. */
@ApplicationScoped
public class JoinClaim {
  /**
   * @param number of the rumour, such as {@code R-2026-0007}, or of its rebuttal
   * @param score the engine's, if the officer took its suggestion
   */
  public record Command(
      @NotNull UUID id, long version, @NotBlank String number, @Nullable Double score) {}

  @Inject private Claims claims;
  @Inject private Rumours rumours;
  @Inject private Joining joining;
  @Inject private Sql sql;
  @Inject private Desk desk;

  @Allows(right = FILE)
  @Requirement({"R1.4", "R6.1", "R9.3"})
  public void join(@Valid Command command) {
    var claim = claims.at(command.id(), command.version());
    // What is public may be joined by everybody; what is not, only within one's areas.
    var rumour =
        sql.one(
            """
            select m.id from rumour m left join rebuttal r
              on r.rumour_id = m.id and r.withdrawn_at is null
            where (m.number = ? or r.number = ?) and m.state not in ('MERGED', 'CLOSED_SILENT')
              and (r.public_ordinal is not null
                or m.area_code in (select code from area where path like any (?)))
            """,
            row -> row.id(1),
            command.number().strip(),
            command.number().strip(),
            desk.scope().patterns());
    joining.join(claim, rumours.anywhere(rumour), command.score(), Actor.of(desk));
  }
}
