package firstline.publicity.recall;

import static firstline.publicity.PublicityRights.RECALL;

import firstline.persistence.aggregate.Aggregates;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.publicity.material.MaterialVersion;
import firstline.publicity.material.Materials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Recalls a version, or every version of its material. */
@ApplicationScoped
public class RecallMaterial {
  /**
   * A recall.
   *
   * @param id of the version
   * @param version of its row, as the officer saw it
   * @param reason that everybody reads
   */
  public record Command(
      @NotNull UUID id, long version, boolean all, @NotBlank @Size(max = 1000) String reason) {}

  @Inject private Recalls recalls;
  @Inject private Materials materials;
  @Inject private Aggregates aggregates;
  @Inject private Desk desk;

  /** The recall's id. */
  @Allows(right = RECALL)
  @Requirement("R70.1")
  public UUID recall(@Valid Command command) {
    var named = materials.at(command.id(), command.version());
    var versions =
        command.all()
            ? recalls.versions(named.materialId()).stream()
                .map(id -> aggregates.at(MaterialVersion.class, id))
                .toList()
            : List.of(named);
    return recalls.recall(
        versions.isEmpty() ? List.of(named) : versions,
        command.all(),
        new Recalls.Order(command.reason(), "OFFICER", desk.officer()));
  }
}
