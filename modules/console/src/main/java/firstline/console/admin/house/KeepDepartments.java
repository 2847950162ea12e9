package firstline.console.admin.house;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Keeps departments one by one. A department is never deleted, since records hang on it; its code
 * and its area never change. Each change names the version that the administrator saw.
 */
@ApplicationScoped
public class KeepDepartments {
  public record Create(
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,39}") String code,
      @NotBlank @Size(min = 1, max = 80) String name,
      @NotNull @Size(min = 0, max = 80) String nameEn,
      @NotNull @Pattern(regexp = "[0-9]{12}") String area) {}

  public record Rename(
      @NotNull UUID id,
      long version,
      @NotBlank @Size(min = 1, max = 80) String name,
      @NotNull @Size(min = 0, max = 80) String nameEn) {}

  /** Switches a department on or off. */
  public record Switch(@NotNull UUID id, long version, boolean active) {}

  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected KeepDepartments() {}

  KeepDepartments(Sql sql) {
    this.sql = sql;
  }

  /** Refuses with {@code area.unknown} or {@code department.taken}. */
  @Allows(right = Rights.ADMIN_SYSTEM)
  public UUID create(@Valid Create command) {
    if (sql.first("select 1 from area where code = ?", row -> row.integer(1), command.area())
        .isEmpty()) {
      throw new Refusal("area.unknown", command.area());
    }
    var id = Ids.next();
    var created =
        sql.update(
            "insert into department (id, version, code, name, name_en, area_code)"
                + " values (?, 1, ?, ?, ?, ?) on conflict (code) do nothing",
            id,
            command.code(),
            command.name().strip(),
            command.nameEn().strip(),
            command.area());
    if (created == 0) {
      throw new Refusal("department.taken", command.code());
    }
    return id;
  }

  @Allows(right = Rights.ADMIN_SYSTEM)
  public void rename(@Valid Rename command) {
    require(command.id(), command.version());
    sql.update(
        "update department set name = ?, name_en = ?, version = version + 1 where id = ?",
        command.name().strip(),
        command.nameEn().strip(),
        command.id());
  }

  /** Refuses with {@code department.officers} while active officers work there. */
  @Allows(right = Rights.ADMIN_SYSTEM)
  public void turn(@Valid Switch command) {
    require(command.id(), command.version());
    var officers =
        sql.one(
            "select count(*) from officer where department_id = ? and active",
            row -> row.number(1),
            command.id());
    if (!command.active() && officers > 0) {
      throw new Refusal("department.officers", officers);
    }
    sql.update(
        "update department set active = ?, version = version + 1 where id = ?",
        command.active(),
        command.id());
  }

  /** Locks the row to the end; {@link Conflict} if somebody was faster. */
  private void require(UUID id, long version) {
    var current =
        sql.one("select version from department where id = ? for update", row -> row.number(1), id);
    if (current != version) {
      throw new Conflict();
    }
  }
}
