package firstline.rumour.rumour;

import static firstline.rumour.RumourRights.VERIFY;

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

/** Withdraws evidence that does not hold; it stays on the record. */
@ApplicationScoped
public class WithdrawEvidence {
  public record Command(
      @NotNull UUID id, long version, @NotNull UUID evidence, @NotBlank String reason) {}

  @Inject private Rumours rumours;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = VERIFY)
  @Requirement("R9.6")
  public void withdraw(@Valid Command command) {
    var rumour = rumours.at(command.id(), command.version());
    rumour.withdrawEvidence(command.evidence(), command.reason(), Actor.of(desk), clock.instant());
    rumours.keep(rumour);
  }
}
