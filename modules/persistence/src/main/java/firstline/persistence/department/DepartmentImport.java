package firstline.persistence.department;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
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

/** Takes over departments: code, name, name_en, area. Read again, it renames. */
@ApplicationScoped
public class DepartmentImport {
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

  DepartmentImport(Sql sql) {
    this.sql = sql;
  }

  /** Takes over every line that is right and reports every other. */
  @Allows(right = Rights.ADMIN_SYSTEM)
  public LineReport run(@Valid Command command) {
    var lines = Tables.read(command.content(), COLUMNS, List.of("code", "name", "area"));
    var areas = new HashSet<>(sql.list("select code from area", row -> row.text(1)));
    var seen = new HashSet<String>();
    var rejected = new ArrayList<Rejection>();
    var rows = new ArrayList<Object[]>();
    for (var line : lines) {
      if (!line.value("code").matches("[a-z0-9][a-z0-9._-]{0,39}")) {
        rejected.add(line.reject("code", "department.code"));
      } else if (line.value("name").isEmpty() || line.value("name").length() > 80) {
        rejected.add(line.reject("name", "department.name"));
      } else if (!areas.contains(line.value("area"))) {
        rejected.add(line.reject("area", "area.unknown"));
      } else if (!seen.add(line.value("code"))) {
        rejected.add(line.reject("code", "area.twice"));
      } else {
        rows.add(
            new Object[] {
              Ids.next(),
              line.value("code"),
              line.value("name"),
              line.value("name_en"),
              line.value("area")
            });
      }
    }
    sql.batch(
        """
        insert into department (id, version, code, name, name_en, area_code)
        values (?, 1, ?, ?, ?, ?)
        on conflict (code) do update set name = excluded.name, name_en = excluded.name_en,
          version = department.version + 1
        """,
        rows);
    return new LineReport(rows.size(), rejected);
  }
}
