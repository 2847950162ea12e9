package firstline.rumour.typing;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.rumour.RumourRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

/** Drops what was typed and not saved. */
@ApplicationScoped
public class DropTyped {
  public record Command(@NotBlank String subject) {}

  @Inject private Typed typed;

  @Allows(right = RumourRights.DRAFT)
  @Requirement("R2.13")
  public void drop(@Valid Command command) {
    typed.done(command.subject());
  }
}
