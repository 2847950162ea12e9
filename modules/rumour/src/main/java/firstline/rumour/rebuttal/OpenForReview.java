package firstline.rumour.rebuttal;

import static firstline.rumour.RumourRights.REVIEW;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A reviewer opens what awaits a review: the next look shows what changed since this one. */
@ApplicationScoped
public class OpenForReview {
  public record Command(@NotNull UUID id) {}

  @Inject private Rebuttals rebuttals;
  @Inject private Looks looks;

  @Allows(right = REVIEW)
  @Requirement({"R2.16", "R6.1"})
  public void open(@Valid Command command) {
    var rebuttal = rebuttals.at(command.id());
    looks.keep(rebuttal, rebuttal.newest());
  }
}
