package firstline.rumour.claim;

import static firstline.rumour.RumourRights.FILE;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.Departments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Hands a claim to the department that it concerns, in any area. */
@ApplicationScoped
public class TransferClaim {
  public record Command(
      @NotNull UUID id, long version, @NotBlank String department, @NotBlank String reason) {}

  @Inject private Claims claims;
  @Inject private Departments departments;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = FILE)
  @Requirement({"R9.5", "R6.1"})
  public void transfer(@Valid Command command) {
    var claim = claims.at(command.id(), command.version());
    var to = departments.at(command.department());
    claim.transfer(to.areaCode(), to.id(), command.reason(), Actor.of(desk), clock.instant());
    claims.keep(claim);
  }
}
