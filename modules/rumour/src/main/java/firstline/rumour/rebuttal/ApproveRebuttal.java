package firstline.rumour.rebuttal;

import static firstline.rumour.RumourRights.REVIEW;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.rumour.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Approves what the reviewer has read: the hash says what that was. */
@ApplicationScoped
public class ApproveRebuttal {
  public record Command(@NotNull UUID id, long version, @NotBlank String hash) {}

  @Inject private Rebuttals rebuttals;
  @Inject private Looks looks;
  @Inject private Desk desk;

  @Allows(right = REVIEW)
  @Requirement({"R2.2", "R2.4", "R2.6", "R2.7", "R6.1"})
  public void approve(@Valid Command command) {
    var rebuttal = rebuttals.at(command.id(), command.version());
    looks.keep(rebuttal, rebuttal.withHash(command.hash()));
    rebuttals.approve(rebuttal, command.hash(), Actor.of(desk));
    rebuttals.keep(rebuttal);
  }
}
