package firstline.console.admin.people;

import firstline.persistence.right.RightContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The rights that the modules name: what a role of this installation's own may hold. */
@ApplicationScoped
class ModuleRights {
  private List<String> keys = List.of();

  /** For the container's proxy. */
  protected ModuleRights() {}

  @Inject
  ModuleRights(@Any Instance<RightContribution> modules) {
    this.keys = keys(modules);
  }

  /** In the order of the matrix, without those of administration, whatever a module names. */
  List<String> keys() {
    return keys;
  }

  static ModuleRights of(List<? extends RightContribution> modules) {
    var rights = new ModuleRights();
    rights.keys = keys(modules);
    return rights;
  }

  private static List<String> keys(Iterable<? extends RightContribution> modules) {
    var keys = new ArrayList<String>();
    modules.forEach(module -> keys.addAll(module.rights()));
    keys.removeIf(right -> right.startsWith("admin."));
    return List.copyOf(keys);
  }
}
