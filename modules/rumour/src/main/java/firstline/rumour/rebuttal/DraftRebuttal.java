package firstline.rumour.rebuttal;

import static firstline.rumour.RumourRights.DRAFT;

import firstline.persistence.aggregate.Aggregates;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.claim.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Drafts a rebuttal, perhaps for a claim, which is then joined to it. */
@ApplicationScoped
public class DraftRebuttal {
  /**
   * @param claim the claim that it answers, or null
   */
  public record Command(
      @NotNull @Pattern(regexp = "[0-9]{12}") String area,
      @NotNull Content content,
      @Nullable UUID claim) {}

  /** The draft's id and number. */
  public record Drafted(UUID id, String number) {}

  @Inject private Rebuttals rebuttals;
  @Inject private Aggregates aggregates;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = DRAFT)
  @Requirement({"R2.1", "R6.1"})
  public Drafted draft(@Valid Command command) {
    var officer = desk.officer();
    var now = clock.instant();
    aggregates.requireInScope(command.area());
    var rebuttal =
        Rebuttal.draft(
            command.area(), rebuttals.nextNumber(), command.content(), Actor.of(officer), now);
    rebuttals.add(rebuttal);
    var claim = command.claim();
    if (claim != null) {
      aggregates.at(Claim.class, claim).join(rebuttal.id(), officer.id(), now);
    }
    return new Drafted(rebuttal.id(), rebuttal.number());
  }
}
