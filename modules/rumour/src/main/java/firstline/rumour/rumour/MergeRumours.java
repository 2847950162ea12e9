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

/** Merges it into another one, which keeps its claims and wordings. */
@ApplicationScoped
public class MergeRumours {
  public record Command(@NotNull UUID id, long version, @NotBlank String into) {}

  @Inject private Rumours rumours;
  @Inject private Wordings wordings;
  @Inject private RumourClaims claims;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = VERIFY)
  @Requirement({"R9.5", "R6.1"})
  public void merge(@Valid Command command) {
    var rumour = rumours.at(command.id(), command.version());
    var other = rumours.numbered(command.into().strip());
    rumour.mergeInto(other, Actor.of(desk), clock.instant());
    wordings.move(rumour.id(), other.id());
    claims.move(rumour.id(), other.id());
    rumours.keep(other);
    rumours.keep(rumour);
  }
}
