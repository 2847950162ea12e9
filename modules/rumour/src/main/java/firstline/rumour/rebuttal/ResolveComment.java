package firstline.rumour.rebuttal;

import static firstline.rumour.RumourRights.DRAFT;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A writer has done what a comment asks for. */
@ApplicationScoped
public class ResolveComment {
  public record Command(@NotNull UUID id, @NotNull UUID comment) {}

  @Inject private Rebuttals rebuttals;
  @Inject private Comments comments;

  @Allows(right = DRAFT)
  @Requirement({"R2.15", "R6.1"})
  public void resolve(@Valid Command command) {
    comments.resolve(rebuttals.at(command.id()).id(), command.comment());
  }
}
