package firstline.publicity.material;

import static firstline.publicity.PublicityRights.REVIEW;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Reviews;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;

/** Approves what the reviewer has looked at, or gives it back. */
@ApplicationScoped
public class ReviewMaterial {
  /**
   * An approval.
   *
   * @param hash of what was looked at
   */
  public record Approve(@NotNull UUID id, long version, @NotBlank String hash) {}

  /** Given back with a reason. */
  public record Return(
      @NotNull UUID id,
      long version,
      @NotBlank String hash,
      @NotBlank @Size(max = 1000) String reason) {}

  @Inject private Materials materials;
  @Inject private Reviews reviews;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = REVIEW)
  @Requirement("R60.3")
  public void approve(@Valid Approve command) {
    var version = materials.at(command.id(), command.version());
    reviews.approve(Materials.subject(version), command.hash());
    reviews.requirePublishable(Materials.subject(version), version.hash());
    version.approve(desk.officer(), clock.instant());
    materials.keep(version);
  }

  @Allows(right = REVIEW)
  @Requirement("R60.3")
  public void giveBack(@Valid Return command) {
    var version = materials.at(command.id(), command.version());
    reviews.giveBack(Materials.subject(version), command.hash(), command.reason());
    version.giveBack(command.reason(), desk.officer(), clock.instant());
    materials.keep(version);
  }
}
