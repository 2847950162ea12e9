package firstline.persistence.officer;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.tabular.Line;
import firstline.persistence.tabular.LineReport;
import firstline.persistence.tabular.LineReport.Rejection;
import firstline.persistence.tabular.Tables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Takes over new officers: username, name, department (its code), area, roles (codes, separated by
 * spaces or semicolons). Brings no password: each is invited by a one-time link. Administrators are
 * never made by a table.
 */
@ApplicationScoped
public class OfficerImport {
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "username", List.of("用户名", "账号", "登录名"),
          "name", List.of("姓名", "名称"),
          "department", List.of("部门", "部门代码"),
          "area", List.of("行政区划", "区划代码"),
          "roles", List.of("角色"));

  public record Command(@NotNull byte[] content) {
    @Override
    public String toString() {
      return "Command[" + content.length + " bytes]";
    }
  }

  private record Department(UUID id, String area) {}

  /** What the lines are checked against. */
  private record Known(
      Map<String, Department> departments,
      Map<String, UUID> roles,
      Set<String> areas,
      Set<String> usernames) {}

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected OfficerImport() {}

  OfficerImport(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Takes over every line that is right and reports every other. */
  @Allows(right = Rights.ADMIN_SECURITY)
  public LineReport run(@Valid Command command) {
    var lines = Tables.read(command.content(), COLUMNS, List.of("username", "name", "department"));
    var known = known();
    var rejected = new ArrayList<Rejection>();
    var officers = new ArrayList<Object[]>();
    var held = new ArrayList<Object[]>();
    for (var line : lines) {
      var fault = fault(line, known);
      var department = known.departments().get(line.value("department"));
      if (fault != null || department == null) {
        rejected.add(fault == null ? line.reject("department", "department.unknown") : fault);
        continue;
      }
      var id = Ids.next();
      var area = line.value("area").isEmpty() ? department.area() : line.value("area");
      officers.add(
          new Object[] {
            id,
            line.value("username").toLowerCase(Locale.ROOT),
            line.value("name"),
            department.id(),
            area,
            clock.instant()
          });
      roles(line).forEach(role -> held.add(new Object[] {id, known.roles().get(role), area}));
    }
    sql.batch(
        "insert into officer (id, version, username, name, department_id, area_code, created_at)"
            + " values (?, 1, ?, ?, ?, ?, ?)",
        officers);
    sql.batch(
        "insert into officer_role (officer_id, role_id, area_code) values (?, ?, ?)"
            + " on conflict do nothing",
        held);
    return new LineReport(officers.size(), rejected);
  }

  private Known known() {
    var departments = new HashMap<String, Department>();
    sql.list(
        "select code, id, area_code from department where active",
        row -> departments.put(row.text(1), new Department(row.id(2), row.text(3))));
    var roles = new HashMap<String, UUID>();
    sql.list(
        "select code, id from role r where not exists (select 1 from role_right"
            + " where role_id = r.id and right_key like 'admin.%')",
        row -> roles.put(row.text(1), row.id(2)));
    return new Known(
        departments,
        roles,
        new HashSet<>(sql.list("select code from area", row -> row.text(1))),
        new HashSet<>(sql.list("select username from officer", row -> row.text(1))));
  }

  private static @org.jspecify.annotations.Nullable Rejection fault(Line line, Known known) {
    var username = line.value("username").toLowerCase(Locale.ROOT);
    if (!username.matches("[a-z0-9][a-z0-9._-]{1,39}")) {
      return line.reject("username", "officer.username");
    }
    if (line.value("name").isEmpty() || line.value("name").length() > 40) {
      return line.reject("name", "officer.name");
    }
    if (!line.value("area").isEmpty() && !known.areas().contains(line.value("area"))) {
      return line.reject("area", "area.unknown");
    }
    if (!known.roles().keySet().containsAll(roles(line))) {
      return line.reject("roles", "officer.role");
    }
    return known.usernames().add(username) ? null : line.reject("username", "officer.twice");
  }

  private static List<String> roles(Line line) {
    return Arrays.stream(line.value("roles").split("[\\s;；、]+"))
        .filter(role -> !role.isEmpty())
        .toList();
  }
}
