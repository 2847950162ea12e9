package firstline.publicity.rendition;

import static firstline.publicity.PublicityRights.DRAFT;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.publicity.material.DraftMaterial;
import firstline.publicity.material.MaterialQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Goes back to what a version said: its content becomes the next version, reviewed like any. */
@ApplicationScoped
public class TakeBack {
  public record Command(@NotNull UUID material, @NotNull UUID version) {}

  @Inject private MaterialQueries queries;
  @Inject private DraftMaterial draftMaterial;

  /** The id of the new version. */
  @Allows(right = DRAFT)
  @Requirement("R69.7")
  public UUID take(@Valid Command command) {
    var view = queries.one(command.material());
    var old =
        view.versions().stream()
            .filter(one -> one.id().equals(command.version()))
            .findFirst()
            .orElseThrow(NotFound::new);
    return draftMaterial.next(
        new DraftMaterial.Next(view.id(), view.version(), old.variant(), old.content()));
  }
}
