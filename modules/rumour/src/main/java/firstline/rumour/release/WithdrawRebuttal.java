package firstline.rumour.release;

import static firstline.rumour.RumourRights.PUBLISH;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.api.RumourEvents;
import firstline.rumour.rebuttal.Rebuttals;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.Rumours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Withdraws what is public; the notice stays in its place, and every channel is followed. */
@ApplicationScoped
public class WithdrawRebuttal {
  public record Command(@NotNull UUID id, long version, @NotBlank String notice) {}

  @Inject private Rebuttals rebuttals;
  @Inject private Releases releases;
  @Inject private Rumours rumours;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = PUBLISH)
  @Requirement({"R3.4", "R3.12", "R6.1"})
  public void withdraw(@Valid Command command) {
    var rebuttal = rebuttals.at(command.id(), command.version());
    var officer = Actor.of(desk);
    var now = clock.instant();
    rebuttal.withdraw(command.notice(), officer, now);
    rebuttals.keep(rebuttal);
    var circulation = releases.of(rebuttal.id());
    circulation.withdrawn(officer, now);
    releases.keep(circulation);
    var rumour = rumours.anywhere(rebuttal.rumourId());
    rumour.review(command.notice(), officer, now);
    rumours.keep(rumour);
    rebuttals.tell(RumourEvents.WITHDRAWN, rebuttal);
  }
}
