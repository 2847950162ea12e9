package firstline.publicity.material;

import static firstline.publicity.PublicityRights.PUBLISH;

import firstline.persistence.file.KeepFile;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Reviews;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.publicity.api.PublicityEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Lets an approved version out, in the place of the one before; or puts a version aside. */
@ApplicationScoped
public class PublishMaterial {
  public record Command(@NotNull UUID id, long version) {}

  /** Put aside, without harm to what was done with it. */
  public record Archive(@NotNull UUID id, long version) {}

  @Inject private Materials materials;
  @Inject private Reviews reviews;
  @Inject private KeepFile keepFile;
  @Inject private CitedRebuttals citedRebuttals;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = PUBLISH)
  @Requirement({"R60.4", "R60.5"})
  public void publish(@Valid Command command) {
    var version = materials.at(command.id(), command.version());
    citedRebuttals.requireStanding(version.content().source());
    reviews.requirePublishable(Materials.subject(version), version.hash());
    var now = clock.instant();
    // The one before goes first: only one of a variant is out at a time.
    materials.out(version).ifPresent(old -> aside(old, "SUPERSEDED"));
    version.publish(desk.officer(), now);
    var attachment = version.content().attachment();
    if (attachment != null) {
      keepFile.open(attachment.file(), true);
    }
    materials.keep(version);
    materials.tell(PublicityEvents.PUBLISHED, version, "", now);
  }

  @Allows(right = PUBLISH)
  public void archive(@Valid Archive command) {
    var version = materials.at(command.id(), command.version());
    aside(version, "ARCHIVED");
    materials.changed();
  }

  private void aside(MaterialVersion version, String verb) {
    version.archive(verb, desk.officer(), clock.instant());
    var attachment = version.content().attachment();
    if (attachment != null) {
      keepFile.open(attachment.file(), false);
    }
    materials.keep(version);
  }
}
