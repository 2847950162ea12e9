package firstline.publicity.material;

import static firstline.publicity.PublicityRights.DRAFT;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Review.Lane;
import firstline.persistence.review.Reviews;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Hands a version to a reviewer, bound to its hash. */
@ApplicationScoped
public class SubmitMaterial {
  public record Command(@NotNull UUID id, long version) {}

  @Inject private Materials materials;
  @Inject private Reviews reviews;
  @Inject private CitedRebuttals citedRebuttals;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = DRAFT)
  @Requirement({"R60.2", "R60.3"})
  public void submit(@Valid Command command) {
    var version = materials.at(command.id(), command.version());
    citedRebuttals.requireStanding(version.content().source());
    version.content().complete(materials.of(version).kind());
    version.submit(desk.officer(), clock.instant());
    reviews.submit(Materials.subject(version), version.hash(), Lane.NORMAL, 1, version.writers());
    materials.keep(version);
  }
}
