package firstline.rumour.rebuttal;

import static firstline.rumour.RumourRights.DRAFT;

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
import java.time.Clock;
import java.util.UUID;

/** Starts a correction of what is public. */
@ApplicationScoped
public class CorrectRebuttal {
  public record Command(
      @NotNull UUID id, long version, @NotNull VersionKind kind, @NotBlank String note) {}

  @Inject private Rebuttals rebuttals;
  @Inject private Rumours rumours;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = DRAFT)
  @Requirement({"R3.3", "R6.1"})
  public void correct(@Valid Command command) {
    var rebuttal = rebuttals.at(command.id(), command.version());
    rebuttal.correct(command.kind(), command.note(), Actor.of(desk), clock.instant());
    rebuttals.keep(rebuttal);
    var rumour = rumours.anywhere(rebuttal.rumourId());
    rumour.review(command.note(), Actor.of(desk), clock.instant());
    rumours.keep(rumour);
  }
}
