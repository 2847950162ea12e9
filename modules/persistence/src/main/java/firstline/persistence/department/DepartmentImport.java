package firstline.persistence.department;

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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes over departments: code, name, name_en, area. Read again, it renames. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class DepartmentImport implements TableImport {
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "code", List.of("代码", "部门代码", "编码"),
          "name", List.of("名称", "部门", "部门名称"),
          "name_en", List.of("英文名", "英文名称", "english"),
          "area", List.of("行政区划", "区划代码", "所属区划"));

  public record Command(@NotNull byte[] content) {
    @Override
    public String toString() {
      return "Command[" + content.length + " bytes]";
    }
  }

  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected DepartmentImport() {}

  /** For tests without a server. */
  public DepartmentImport(Sql sql) {
    this.sql = sql;
  }

  @Override
  public String name() {
    return "departments";
  }

  @Override
  public String right() {
    return Rights.ADMIN_SYSTEM;
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("code", 40, "example-bureau"),
        Column.required("name", 80, "示例局"),
        Column.optional("name_en", 80, "Example Bureau"),
        Column.required("area", 12, "511502000000"));
  }

  @Override
  @Allows(right = Rights.ADMIN_SYSTEM, reads = true)
  @Requirement("R116.2")
  public List<Rejection> check(List<Line> lines) {
    var areas = new HashSet<>(sql.list("select code from area", row -> row.text(1)));
    var seen = new HashSet<String>();
    return lines.stream().flatMap(line -> faults(line, areas, seen)).toList();
  }

  private static Stream<Rejection> faults(Line line, Set<String> areas, Set<String> seen) {
    var faults = new ArrayList<Rejection>();
    if (!line.value("code").matches("[a-z0-9][a-z0-9._-]{0,39}")) {
      faults.add(line.reject("code", "department.code"));
    } else if (!seen.add(line.value("code"))) {
      faults.add(line.reject("code", "area.twice"));
    }
    if (line.value("name").isEmpty() || line.value("name").length() > 80) {
      faults.add(line.reject("name", "department.name"));
    }
    if (!areas.contains(line.value("area"))) {
      faults.add(line.reject("area", "area.unknown"));
    }
    return faults.stream();
  }

  /** Adds them; one whose code is known gets the name. */
  @Override
  @Allows(right = Rights.ADMIN_SYSTEM)
  @Requirement("R116.3")
  public int keep(List<Line> lines, Progress progress) {
    var rows = new ArrayList<Object[]>();
    for (var line : lines) {
      rows.add(
          new Object[] {
            Ids.next(),
            line.value("code"),
            line.value("name"),
            line.value("name_en"),
            line.value("area")
          });
      progress.at(rows.size(), lines.size());
    }
    sql.batch(
        """
        insert into department (id, version, code, name, name_en, area_code)
        values (?, 1, ?, ?, ?, ?)
        on conflict (code) do update set name = excluded.name, name_en = excluded.name_en,
          version = department.version + 1
        """,
        rows);
    return rows.size();
  }

  /** Takes over every line that is right and reports every other: of the first start. */
  @Allows(right = Rights.ADMIN_SYSTEM)
  public LineReport run(@Valid Command command) {
    var lines = Tables.read(command.content(), COLUMNS, List.of("code", "name", "area"));
    var rejected = check(lines);
    var wrong = rejected.stream().map(Rejection::line).collect(Collectors.toSet());
    var right = lines.stream().filter(line -> !wrong.contains(line.number())).toList();
    return new LineReport(keep(right, Progress.unseen()), rejected);
  }
}
