package firstline.console.admin.people;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
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
import java.time.Clock;
import java.util.UUID;

/**
 * Keeps officers: unlocks, activates and deactivates, resets a second factor, gives and takes
 * roles. Nobody holds two of the three administrators' roles, nobody changes their own, and the
 * last security administrator stays: else nobody could undo a mistake.
 */
@ApplicationScoped
public class Keep {
  private static final String SECURITY = "SECURITY_ADMINISTRATOR";

  /** A role of an officer within an area. */
  public record RoleCommand(
      @NotNull UUID id,
      @NotBlank String role,
      @NotBlank @Pattern(regexp = "[0-9]{12}") String area) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Keep() {}

  Keep(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  @Allows(right = Rights.ADMIN_SECURITY)
  public void unlock(UUID officer) {
    requireReach(officer);
    changed(
        sql.update(
            "update officer set failures = 0, locked_until = null, version = version + 1"
                + " where id = ?",
            officer));
  }

  /** Deactivating ends the officer's sessions; their name stays on what they did. */
  @Allows(right = Rights.ADMIN_SECURITY)
  public void deactivate(UUID officer) {
    requireOther(officer);
    requireReach(officer);
    requireNotLast(officer);
    changed(
        sql.update(
            "update officer set active = false, version = version + 1 where id = ? and active",
            officer));
    sql.update(
        "update officer_session set ended_at = ? where officer_id = ? and ended_at is null",
        clock.instant(),
        officer);
  }

  @Allows(right = Rights.ADMIN_SECURITY)
  public void activate(UUID officer) {
    requireOther(officer);
    requireReach(officer);
    changed(
        sql.update(
            "update officer set active = true, version = version + 1 where id = ? and not active",
            officer));
  }

  /** The officer lost the device: an administrator sets a new factor up at the next sign-in. */
  @Allows(right = Rights.ADMIN_SECURITY)
  public void resetFactor(UUID officer) {
    requireOther(officer);
    requireReach(officer);
    changed(
        sql.update(
            "update officer set totp_secret = null, totp_last_step = 0, version = version + 1"
                + " where id = ?",
            officer));
  }

  @Allows(right = Rights.ADMIN_SECURITY)
  public void give(@Valid RoleCommand command) {
    requireOther(command.id());
    requireReach(command.id());
    requireSeparation(command);
    requireArea(command.area());
    var given =
        sql.update(
            """
            insert into officer_role (officer_id, role_id, area_code)
            select ?, r.id, ? from role r where r.code = ?
            on conflict do nothing
            """,
            command.id(),
            command.area(),
            command.role());
    if (given == 0) {
      throw new Refusal("role.held");
    }
  }

  @Allows(right = Rights.ADMIN_SECURITY)
  public void take(@Valid RoleCommand command) {
    requireOther(command.id());
    requireReach(command.id());
    requireArea(command.area());
    if (command.role().equals(SECURITY)) {
      requireNotLast(command.id());
    }
    var taken =
        sql.update(
            "delete from officer_role where officer_id = ? and area_code = ?"
                + " and role_id = (select id from role where code = ?)",
            command.id(),
            command.area(),
            command.role());
    if (taken == 0) {
      throw new Refusal("role.not-held");
    }
  }

  private void requireOther(UUID officer) {
    if (desk.signedIn().map(one -> one.id().equals(officer)).orElse(false)) {
      throw new Refusal("role.own");
    }
  }

  /**
   * The officer stands within the area where this right is held; their row stays locked to the end,
   * so that two administrators who give a role at once see each other.
   */
  private void requireReach(UUID officer) {
    sql.one(
        """
        select 1 from officer o join area a on a.code = o.area_code
        where o.id = ? and a.path like any (?) for no key update of o
        """,
        row -> row.integer(1),
        officer,
        desk.scope().patterns());
  }

  /** Nobody hands out more ground than they hold. */
  private void requireArea(String area) {
    var within =
        sql.first(
            "select 1 from area where code = ? and path like any (?)",
            row -> row.integer(1),
            area,
            desk.scope().patterns());
    if (within.isEmpty()) {
      throw new Refusal("role.area", area);
    }
  }

  private void requireSeparation(RoleCommand command) {
    var both =
        sql.first(
            """
            select 1 from role wanted
            where wanted.code = ?
              and exists (select 1 from role_right
                where role_id = wanted.id and right_key like 'admin.%')
              and exists (select 1 from officer_role g join role_right r on r.role_id = g.role_id
                where g.officer_id = ? and g.role_id <> wanted.id and r.right_key like 'admin.%')
            """,
            row -> row.integer(1), command.role(), command.id());
    if (both.isPresent()) {
      throw new Refusal("role.separation");
    }
  }

  /** Waits for whoever else takes a security administrator away: each counts on the other. */
  private void requireNotLast(UUID officer) {
    sql.one("select 1 from role where code = ? for no key update", row -> row.integer(1), SECURITY);
    var others =
        sql.one(
            """
            select count(distinct o.id) from officer o
            join officer_role g on g.officer_id = o.id
            join role_right r on r.role_id = g.role_id
            where r.right_key = 'admin.security' and o.active and o.id <> ?
            """,
            row -> row.number(1),
            officer);
    if (others == 0) {
      throw new Refusal("role.last-security");
    }
  }

  private static void changed(int rows) {
    if (rows == 0) {
      throw new NotFound();
    }
  }
}
