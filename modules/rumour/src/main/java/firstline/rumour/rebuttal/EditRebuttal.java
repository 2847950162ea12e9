package firstline.rumour.rebuttal;

import static firstline.rumour.RumourRights.DRAFT;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.rumour.Actor;
import firstline.rumour.typing.Typed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Changes the open version; its review, if any, is void, and what was typed is saved. */
@ApplicationScoped
public class EditRebuttal {
  public record Command(@NotNull UUID id, long version, @NotNull Content content) {}

  @Inject private Rebuttals rebuttals;
  @Inject private Typed typed;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = DRAFT)
  @Requirement({"R2.3", "R6.1"})
  public void edit(@Valid Command command) {
    var rebuttal = rebuttals.at(command.id(), command.version());
    rebuttals.edited(rebuttal);
    rebuttal.edit(command.content(), Actor.of(desk), clock.instant());
    rebuttals.keep(rebuttal);
    typed.done(subject(rebuttal.id()));
  }

  /** Under which what is typed for it is kept. */
  static String subject(UUID rebuttal) {
    return "rebuttal:" + rebuttal;
  }
}
