package firstline.console.admin.people;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
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
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

/**
 * Makes one officer at a desk of a department. Brings no password and no role: the officer is
 * invited by a one-time link, and a role is given by its own act.
 */
@ApplicationScoped
public class CreateOfficer {
  /**
   * The new officer.
   *
   * @param department its code
   */
  public record Command(
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{1,39}") String username,
      @NotBlank @Size(max = 40) String name,
      @NotBlank @Size(max = 60) String department) {}

  private record Department(UUID id, String area) {
    static Department of(Row row) throws SQLException {
      return new Department(row.id(1), row.text(2));
    }
  }

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected CreateOfficer() {}

  CreateOfficer(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Refuses with {@code officer.department} if there is no such active department within reach, and
   * with {@code officer.taken}.
   */
  @Allows(right = Rights.ADMIN_SECURITY)
  @Requirement("R20.5")
  public UUID create(@Valid Command command) {
    var department =
        sql.first(
                """
                select d.id, d.area_code from department d join area a on a.code = d.area_code
                where d.code = ? and d.active and a.path like any (?)
                """,
                Department::of,
                command.department(),
                desk.scope().patterns())
            .orElseThrow(() -> new Refusal("officer.department", command.department()));
    var id = Ids.next();
    var username = command.username().toLowerCase(Locale.ROOT);
    var created =
        sql.update(
            """
            insert into officer (id, version, username, name, department_id, area_code, created_at)
            values (?, 1, ?, ?, ?, ?, ?) on conflict (username) do nothing
            """,
            id,
            username,
            command.name().strip(),
            department.id(),
            department.area(),
            clock.instant());
    if (created == 0) {
      throw new Refusal("officer.taken", username);
    }
    return id;
  }
}
