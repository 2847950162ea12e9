package firstline.rumour.claim;

import static firstline.rumour.RumourRights.FILE;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.Rumour;
import firstline.rumour.rumour.Rumours;
import firstline.rumour.rumour.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;

/** Opens a rumour for its first report. */
@ApplicationScoped
public class AcceptClaim {
  /**
   * @param title what goes round, in one line for officers; the claim's beginning if blank
   */
  public record Command(
      @NotNull UUID id, long version, @NotNull @Size(max = Rumour.TITLE) String title) {}

  /** The new rumour. */
  public record Opened(UUID id, String number) {}

  @Inject private Claims claims;
  @Inject private Rumours rumours;
  @Inject private Joining joining;
  @Inject private RumourOpened rumourOpened;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = FILE)
  @Requirement({"R9.1", "R6.1"})
  public Opened accept(@Valid Command command) {
    var claim = claims.at(command.id(), command.version());
    var officer = Actor.of(desk);
    var now = clock.instant();
    var rumour =
        Rumour.open(
            claim.areaCode(),
            rumours.nextNumber(),
            command.title().isBlank() ? claim.text() : command.title(),
            claim.receivedAt(),
            Targets.current(),
            officer,
            now);
    rumours.add(rumour);
    claim.accept(rumour.id(), officer, now);
    claims.keep(claim);
    joining.keepWording(claim, rumour);
    rumourOpened.tell(rumour, claim);
    return new Opened(rumour.id(), rumour.number());
  }
}
