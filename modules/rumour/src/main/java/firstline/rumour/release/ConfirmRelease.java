package firstline.rumour.release;

import static firstline.rumour.RumourRights.PUBLISH;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.rumour.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** An officer has seen it on the channel. */
@ApplicationScoped
public class ConfirmRelease {
  public record Command(@NotNull UUID id, long version, KeepReceipt.@NotNull Seen seen) {}

  @Inject private Releases releases;
  @Inject private KeepReceipt keepReceipt;
  @Inject private FirstReceipt firstReceipt;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = PUBLISH)
  @Requirement({"R3.7", "R3.8", "R6.1"})
  public void confirm(@Valid Command command) {
    var circulation = releases.at(command.id(), command.version());
    var release = circulation.at(command.id());
    var officer = Actor.of(desk);
    if (release.channel().automatic()) {
      throw new Refusal("release.automatic");
    }
    var text = release.order().text();
    var receipt = keepReceipt.keep(command.seen(), text.areaCode());
    if (circulation.confirm(release.id(), receipt, officer, clock.instant())) {
      firstReceipt.of(text.rebuttalId(), text.ordinal(), officer);
    }
    releases.keep(circulation);
  }
}
