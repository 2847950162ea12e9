package firstline.broadcast.platform;

import firstline.broadcast.ebm.ResourceId;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.setting.CannotStart;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who this platform is: the 23 digits that the operator of the higher platform gave it, under the
 * setting {@code firstline.ebm.resource}.
 */
@ApplicationScoped
public class OwnResource {
  @Inject
  @ConfigProperty(name = "firstline.ebm.resource")
  private Optional<String> digits = Optional.empty();

  private Optional<ResourceId> resource = Optional.empty();

  protected OwnResource() {}

  /** For tests without a server. */
  OwnResource(String digits) {
    this.digits = Optional.of(digits);
    read();
  }

  @PostConstruct
  void read() {
    try {
      resource = digits.map(String::strip).filter(one -> !one.isEmpty()).map(ResourceId::new);
    } catch (Refusal refusal) {
      throw new CannotStart(
          "FIRSTLINE_EBM_RESOURCE is not a resource id of 23 digits",
          "FIRSTLINE_EBM_RESOURCE 不是 23 位数字的应急广播资源编码",
          refusal);
    }
  }

  /** True if nothing can be given out. */
  public boolean isMissing() {
    return resource.isEmpty();
  }

  /**
   * Its id.
   *
   * @throws Refusal {@code ebm.no-resource}
   */
  @Requirement("R50.7")
  ResourceId id() {
    return resource.orElseThrow(() -> new Refusal("ebm.no-resource"));
  }

  /** Its id, or else that under which the other platform knows it. */
  ResourceId orElse(Optional<ResourceId> named) {
    return resource.or(() -> named).orElseGet(this::id);
  }
}
