package firstline.console.admin.people;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;

/**
 * Makes roles of this installation's own and says which rights are in them. The roles that came
 * with the product stay as they are, and no role but theirs holds a right of administration.
 */
@ApplicationScoped
public class KeepRoles {
  public record Create(
      @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String code,
      @NotBlank @Size(min = 1, max = 40) String name,
      @NotBlank @Size(min = 1, max = 40) String nameEn) {}

  /** The rights that the role holds from now on, all of them. */
  public record Put(@NotNull UUID id, @NotNull Set<String> rights) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private ModuleRights moduleRights;

  @SuppressWarnings("NullAway.Init")
  protected KeepRoles() {}

  KeepRoles(Sql sql, Desk desk, ModuleRights moduleRights) {
    this.sql = sql;
    this.desk = desk;
    this.moduleRights = moduleRights;
  }

  /** Refuses with {@code role.taken}. */
  @Allows(right = Rights.ADMIN_SECURITY)
  public UUID create(@Valid Create command) {
    var id = Ids.next();
    var created =
        sql.update(
            "insert into role (id, code, name, name_en) values (?, ?, ?, ?)"
                + " on conflict (code) do nothing",
            id,
            command.code(),
            command.name().strip(),
            command.nameEn().strip());
    if (created == 0) {
      throw new Refusal("role.taken", command.code());
    }
    return id;
  }

  /**
   * Refuses with {@code role.builtin}, {@code role.right} for a right of administration or one that
   * no module names, and {@code role.own} for a role that the administrator holds.
   */
  @Allows(right = Rights.ADMIN_SECURITY)
  public void put(@Valid Put command) {
    var builtin =
        sql.one(
            "select builtin from role where id = ? for no key update",
            row -> row.flag(1),
            command.id());
    if (builtin) {
      throw new Refusal("role.builtin");
    }
    var known = moduleRights.keys();
    for (var right : command.rights()) {
      if (!known.contains(right)) {
        throw new Refusal("role.right", right);
      }
    }
    requireNotHeld(command.id());
    sql.update("delete from role_right where role_id = ?", command.id());
    var rows = new ArrayList<Object[]>();
    command.rights().forEach(right -> rows.add(new Object[] {command.id(), right}));
    sql.batch("insert into role_right (role_id, right_key) values (?, ?)", rows);
  }

  private void requireNotHeld(UUID role) {
    var own =
        sql.first(
            "select 1 from officer_role where role_id = ? and officer_id = ?",
            row -> row.integer(1),
            role,
            desk.officer().id());
    if (own.isPresent()) {
      throw new Refusal("role.own");
    }
  }
}
