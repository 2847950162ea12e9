package firstline.publicity.material;

import static firstline.publicity.PublicityRights.DRAFT;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begins a material, a variant or a version of one, or writes a draft anew. */
@ApplicationScoped
public class DraftMaterial {
  /**
   * A new material.
   *
   * @param area 12-digit code of the area to which it belongs
   */
  public record Command(
      @NotNull @Pattern(regexp = "[0-9]{12}") String area,
      @NotNull Kind kind,
      Material.@NotNull Filing filing,
      @NotNull Variant variant,
      @NotNull Content content) {}

  /**
   * Another version of a material, of a variant that may be new.
   *
   * @param version of the material's row, as the officer saw it
   */
  public record Next(
      @NotNull UUID material, long version, @NotNull Variant variant, @NotNull Content content) {}

  /**
   * Another content for a draft.
   *
   * @param filing of its material; null leaves it as it is
   */
  public record Edit(
      @NotNull UUID id, long version, Material.@Nullable Filing filing, @NotNull Content content) {}

  @Inject private Materials materials;
  @Inject private Desk desk;
  @Inject private Clock clock;

  /** The id of its first version. */
  @Allows(right = DRAFT)
  @Requirement("R60.1")
  public UUID draft(@Valid Command command) {
    return materials.add(
        command.area(), command.kind(), command.filing(), command.variant(), command.content());
  }

  /** The id of the version. */
  @Allows(right = DRAFT)
  @Requirement("R60.4")
  public UUID next(@Valid Next command) {
    var material = materials.material(command.material(), command.version());
    return materials.version(
        material, materials.variant(material, command.variant()), command.content());
  }

  @Allows(right = DRAFT)
  @Requirement("R60.3")
  public void edit(@Valid Edit command) {
    var version = materials.at(command.id(), command.version());
    var material = materials.of(version);
    command.content().checked(material.kind());
    version.edit(
        command.content(),
        command.content().hash(material.kind(), materials.variant(version).variant()),
        desk.officer(),
        clock.instant());
    materials.edited(version);
    if (command.filing() != null) {
      material.file(command.filing());
    }
    materials.keep(version);
  }
}
