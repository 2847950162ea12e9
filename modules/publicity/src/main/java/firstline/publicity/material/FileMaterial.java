package firstline.publicity.material;

import static firstline.publicity.PublicityRights.DRAFT;

import firstline.persistence.right.Allows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files a material elsewhere; its versions stay as they are. */
@ApplicationScoped
public class FileMaterial {
  /**
   * Where it belongs.
   *
   * @param version of the material's row, as the officer saw it
   */
  public record Command(
      @NotNull UUID material, long version, @Nullable UUID topic, @Nullable UUID campaign) {}

  @Inject private Materials materials;

  @Allows(right = DRAFT)
  public void file(@Valid Command command) {
    materials
        .material(command.material(), command.version())
        .file(new Material.Filing(command.topic(), command.campaign()));
    materials.changed();
  }
}
