package firstline.rumour.release;

import static firstline.rumour.RumourRights.PUBLISH;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.rebuttal.Rebuttals;
import firstline.rumour.rumour.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** An officer has seen the correction, or the notice of the withdrawal, on the channel. */
@ApplicationScoped
public class ConfirmCorrection {
  public record Command(@NotNull UUID id, long version, KeepReceipt.@NotNull Seen seen) {}

  @Inject private Releases releases;
  @Inject private KeepReceipt keepReceipt;
  @Inject private FirstReceipt firstReceipt;
  @Inject private Rebuttals rebuttals;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = PUBLISH)
  @Requirement({"R3.11", "R3.12", "R6.1"})
  public void confirm(@Valid Command command) {
    var circulation = releases.at(command.id(), command.version());
    var text = circulation.at(command.id()).order().text();
    var officer = Actor.of(desk);
    var receipt = keepReceipt.keep(command.seen(), text.areaCode());
    var current = GoPublic.current(rebuttals.at(text.rebuttalId()));
    if (circulation.corrected(command.id(), receipt, current, officer, clock.instant())) {
      firstReceipt.of(current.rebuttalId(), current.ordinal(), officer);
    }
    releases.keep(circulation);
  }
}
