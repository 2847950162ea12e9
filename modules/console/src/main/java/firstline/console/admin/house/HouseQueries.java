package firstline.console.admin.house;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Areas and departments for the system administrator's pages. */
@ApplicationScoped
public class HouseQueries {
  /** An area with the number of areas directly below it. */
  public record AreaLine(String code, String name, String level, long below) {}

  /** Departments on one page. */
  static final int PAGE = 200;

  /**
   * A department.
   *
   * @param version what a change names, so that nobody overwrites another's
   * @param officers how many active ones work there
   */
  public record DepartmentLine(
      UUID id,
      long version,
      String code,
      String name,
      String nameEn,
      String area,
      long officers,
      boolean active) {
    static DepartmentLine of(Row row) throws SQLException {
      return new DepartmentLine(
          row.id(1),
          row.number(2),
          row.text(3),
          row.text(4),
          row.text(5),
          row.text(6),
          row.number(7),
          row.flag(8));
    }
  }

  @Inject private Sql sql;

  /** The areas directly below the parent, or the roots for an empty parent; at most 500. */
  @Allows(right = Rights.ADMIN_SYSTEM, reads = true)
  public List<AreaLine> below(String parent) {
    return sql.list(
        """
        select a.code, a.name, a.level, (select count(*) from area c where c.parent = a.code)
        from area a where coalesce(a.parent, '') = ? order by a.code limit 500
        """,
        row -> new AreaLine(row.text(1), row.text(2), row.text(3), row.number(4)),
        parent);
  }

  /** The way from the root down to the area, itself last. */
  @Allows(right = Rights.ADMIN_SYSTEM, reads = true)
  public List<AreaLine> way(String code) {
    return sql.list(
        """
        select a.code, a.name, a.level, 0 from area a join area below on below.code = ?
        where below.path like a.path || '%' order by length(a.path)
        """,
        row -> new AreaLine(row.text(1), row.text(2), row.text(3), 0), code);
  }

  /** Areas whose name or code contains the words; at most 100. */
  @Allows(right = Rights.ADMIN_SYSTEM, reads = true)
  public List<AreaLine> named(String words) {
    return sql.list(
        """
        select a.code, a.name, a.level, (select count(*) from area c where c.parent = a.code)
        from area a where position(? in a.name) > 0 or position(? in a.code) = 1
        order by a.path limit 100
        """,
        row -> new AreaLine(row.text(1), row.text(2), row.text(3), row.number(4)),
        words,
        words);
  }

  /**
   * Departments by code after the given one, at most {@value #PAGE}.
   *
   * @param words in the code or the name; empty for all
   * @param area code of the root of a subtree; empty for all
   */
  @Allows(right = Rights.ADMIN_SYSTEM, reads = true)
  public List<DepartmentLine> departments(String words, String area, String after) {
    return sql.list(
        Select.from(
                """
                select d.id, d.version, d.code, d.name, d.name_en, a.name,
                  (select count(*) from officer o where o.department_id = d.id and o.active),
                  d.active
                from department d join area a on a.code = d.area_code
                """)
            .where("d.code > ?", after)
            .whereSet("position(lower(?) in lower(d.code || ' ' || d.name)) > 0", words)
            .whereSet("a.path like (select path from area where code = ?) || '%'", area)
            .end("order by d.code limit ?", PAGE),
        DepartmentLine::of);
  }

  /** One department. */
  @Allows(right = Rights.ADMIN_SYSTEM, reads = true)
  public DepartmentLine department(UUID id) {
    return sql.one(
        """
        select d.id, d.version, d.code, d.name, d.name_en, a.name,
          (select count(*) from officer o where o.department_id = d.id and o.active), d.active
        from department d join area a on a.code = d.area_code where d.id = ?
        """,
        DepartmentLine::of,
        id);
  }
}
