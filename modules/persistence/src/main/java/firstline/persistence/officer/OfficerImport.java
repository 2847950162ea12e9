package firstline.persistence.officer;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.imports.Column;
import firstline.persistence.imports.TableImport;
import firstline.persistence.job.Progress;
import firstline.persistence.requirement.Requirement;
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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes over new officers: username, name, department (its code), area, roles (codes, separated by
 * spaces or semicolons). Brings no password: each is invited by a one-time link. Administrators are
 * never made by a table.
 */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class OfficerImport implements TableImport {
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

  /** For tests without a server. */
  public OfficerImport(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "officers";
  }

  @Override
  public String right() {
    return Rights.ADMIN_SECURITY;
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("username", 40, "zhang.san"),
        Column.required("name", 40, "张三(示例)"),
        Column.required("department", 40, "示例部门代码"),
        Column.optional("area", 12, "511502000000"),
        Column.optional("roles", 200, "示例角色代码"));
  }

  @Override
  @Allows(right = Rights.ADMIN_SECURITY, reads = true)
  @Requirement("R116.2")
  public List<Rejection> check(List<Line> lines) {
    var known = known();
    return lines.stream().flatMap(line -> faults(line, known)).toList();
  }

  /** Adds them, at their department's area where none is named. */
  @Override
  @Allows(right = Rights.ADMIN_SECURITY)
  @Requirement("R116.3")
  public int keep(List<Line> lines, Progress progress) {
    var known = known();
    var officers = new ArrayList<Object[]>();
    var held = new ArrayList<Object[]>();
    for (var line : lines) {
      var department = Objects.requireNonNull(known.departments().get(line.value("department")));
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
      progress.at(officers.size(), lines.size());
    }
    sql.batch(
        "insert into officer (id, version, username, name, department_id, area_code, created_at)"
            + " values (?, 1, ?, ?, ?, ?, ?)",
        officers);
    sql.batch(
        "insert into officer_role (officer_id, role_id, area_code) values (?, ?, ?)"
            + " on conflict do nothing",
        held);
    return officers.size();
  }

  /** Takes over every line that is right and reports every other: of the first start. */
  @Allows(right = Rights.ADMIN_SECURITY)
  public LineReport run(@Valid Command command) {
    var lines = Tables.read(command.content(), COLUMNS, List.of("username", "name", "department"));
    var rejected = check(lines);
    var wrong = rejected.stream().map(Rejection::line).collect(Collectors.toSet());
    var right = lines.stream().filter(line -> !wrong.contains(line.number())).toList();
    return new LineReport(keep(right, Progress.unseen()), rejected);
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

  private static Stream<Rejection> faults(Line line, Known known) {
    var faults = new ArrayList<Rejection>();
    var username = line.value("username").toLowerCase(Locale.ROOT);
    if (!username.matches("[a-z0-9][a-z0-9._-]{1,39}")) {
      faults.add(line.reject("username", "officer.username"));
    } else if (!known.usernames().add(username)) {
      faults.add(line.reject("username", "officer.twice"));
    }
    if (line.value("name").isEmpty() || line.value("name").length() > 40) {
      faults.add(line.reject("name", "officer.name"));
    }
    if (!known.departments().containsKey(line.value("department"))) {
      faults.add(line.reject("department", "department.unknown"));
    }
    if (!line.value("area").isEmpty() && !known.areas().contains(line.value("area"))) {
      faults.add(line.reject("area", "area.unknown"));
    }
    if (!known.roles().keySet().containsAll(roles(line))) {
      faults.add(line.reject("roles", "officer.role"));
    }
    return faults.stream();
  }

  private static List<String> roles(Line line) {
    return Arrays.stream(line.value("roles").split("[\\s;；、]+"))
        .filter(role -> !role.isEmpty())
        .toList();
  }
}
