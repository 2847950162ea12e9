package firstline.console.admin.people;

import firstline.persistence.right.Rights;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Roles and their rights; a role of one's own is made and filled beside it. */
@Named
@RequestScoped
public class RolesPage {
  private static final String HERE = "/console/admin/roles";

  @Inject private OfficerQueries queries;
  @Inject private KeepRoles keepRoles;
  @Inject private Screen screen;
  @Inject private ModuleRights moduleRights;

  private @Nullable List<OfficerQueries.Role> roles;

  /** Read at the first use: the page asks more than once. */
  public List<OfficerQueries.Role> getRoles() {
    if (roles == null) {
      roles = queries.roles();
    }
    return roles;
  }

  /** What a role of one's own may hold: every right of every module. */
  public List<String> getOwnRights() {
    return moduleRights.keys();
  }

  /** The rights of the role, the modules' first, each module's together. */
  public List<String> held(OfficerQueries.Role role) {
    var rights = new ArrayList<>(getOwnRights());
    rights.addAll(List.of(Rights.ADMIN_SYSTEM, Rights.ADMIN_SECURITY, Rights.ADMIN_AUDIT));
    rights.retainAll(role.rights());
    return rights;
  }

  /** The role whose rights are being chosen; only one of this installation's own. */
  public OfficerQueries.@Nullable Role getOpen() {
    var open = screen.parameter("open");
    return getRoles().stream()
        .filter(role -> !role.builtin() && role.id().toString().equals(open))
        .findFirst()
        .orElse(null);
  }

  public String typed(String field) {
    return screen.parameter(field);
  }

  public void create() {
    screen.run(
        () ->
            keepRoles.create(
                new KeepRoles.Create(typed("code").strip(), typed("name"), typed("name-en"))),
        "roles.created",
        HERE);
  }

  public void put() {
    screen.run(
        () -> keepRoles.put(new KeepRoles.Put(screen.id("open"), ticked())), "roles.put", HERE);
  }

  private static Set<String> ticked() {
    var values =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterValuesMap()
            .get("right");
    return values == null ? Set.of() : Set.copyOf(List.of(values));
  }
}
