package firstline.rumour.release;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.rumour.rebuttal.Rebuttals;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.Answered;
import firstline.rumour.rumour.RumourState;
import firstline.rumour.rumour.Rumours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The first receipt of a version on any channel: from now on the rumour is answered. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class FirstReceipt {
  @Inject private Rebuttals rebuttals;
  @Inject private Rumours rumours;
  @Inject private Answered answered;

  /**
   * The version has been seen. A rumour whose next correction is being written stays under review.
   *
   * @param actor who holds the receipt; null if the server saw it itself
   */
  @Requirement("R3.7")
  public void of(UUID rebuttalId, int ordinal, @Nullable Actor actor) {
    var rebuttal = rebuttals.at(rebuttalId);
    if (!rebuttal.isPublic() || rebuttal.newest().ordinal() != ordinal) {
      return;
    }
    var state = rumours.anywhere(rebuttal.rumourId()).state();
    if (state == RumourState.REBUTTING || state == RumourState.UNDER_REVIEW) {
      answered.by(rebuttal.rumourId(), actor);
    }
  }
}
