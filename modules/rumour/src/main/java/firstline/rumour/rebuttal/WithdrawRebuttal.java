package firstline.rumour.rebuttal;

import static firstline.rumour.RumourRights.PUBLISH;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.api.RumourEvents;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.Rumours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Withdraws what is public; the notice stays in its place. */
@ApplicationScoped
public class WithdrawRebuttal {
  public record Command(@NotNull UUID id, long version, @NotBlank String notice) {}

  @Inject private Rebuttals rebuttals;
  @Inject private Rumours rumours;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = PUBLISH)
  @Requirement({"R3.4", "R6.1"})
  public void withdraw(@Valid Command command) {
    var rebuttal = rebuttals.at(command.id(), command.version());
    rebuttal.withdraw(command.notice(), Actor.of(desk.officer()), clock.instant());
    rebuttals.keep(rebuttal);
    var rumour = rumours.anywhere(rebuttal.rumourId());
    rumour.review(command.notice(), Actor.of(desk.officer()), clock.instant());
    rumours.keep(rumour);
    rebuttals.tell(RumourEvents.WITHDRAWN, rebuttal);
  }
}
