package firstline.rumour.appeal;

import static firstline.rumour.RumourRights.APPEAL;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.rebuttal.Rebuttals;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.Rumours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Looks at the answer that a party objects to; not by anybody who had a hand in it. */
@ApplicationScoped
public class TakeUpAppeal {
  /**
   * An appeal taken up.
   *
   * @param underReview true if the officer finds that the public answer must be looked at again
   *     until this is decided; otherwise it stands as it is
   */
  public record Command(@NotNull UUID id, long version, boolean underReview) {}

  @Inject private Appeals appeals;
  @Inject private Rebuttals rebuttals;
  @Inject private Rumours rumours;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = APPEAL)
  @Requirement({"R3.31", "R3.35", "R6.1"})
  public void takeUp(@Valid Command command) {
    var appeal = appeals.at(command.id(), command.version());
    var officer = Actor.of(desk);
    var now = clock.instant();
    appeal.takeUp(appeals.involved(appeal.rebuttalId()), officer, now);
    appeals.keep(appeal);
    if (command.underReview()) {
      var rumour = rumours.anywhere(rebuttals.at(appeal.rebuttalId()).rumourId());
      rumour.review(appeal.number(), officer, now);
      rumours.keep(rumour);
    }
  }
}
