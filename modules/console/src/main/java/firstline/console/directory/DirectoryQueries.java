package firstline.console.directory;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty.Grant;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Officers within one's own areas by name and department alone, and the public tree of areas. */
@ApplicationScoped
public class DirectoryQueries {
  private static final int BELOW = 60;

  /** An officer at their desk: nothing about the person. */
  public record Person(UUID id, String name, String department, String areaCode, String area) {}

  /** An area by its code and name. */
  public record Step(String code, String name) {}

  /**
   * An area in the tree.
   *
   * @param above from the root down
   * @param below the first of those directly below
   */
  public record Place(String code, String name, List<Step> above, List<Step> below, long more) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected DirectoryQueries() {}

  DirectoryQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /**
   * One active officer.
   *
   * @throws NotFound outside the areas in which the officer at the desk holds any right
   */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R106.2")
  public Person person(UUID id) {
    return sql.one(
        """
        select o.id, o.name, d.name, a.code, a.name from officer o
        join department d on d.id = o.department_id join area a on a.code = o.area_code
        where o.id = ? and o.active and a.path like any (?)
        """,
        row -> new Person(row.id(1), row.text(2), row.text(3), row.text(4), row.text(5)),
        id,
        desk.officer().grants().stream()
            .map(Grant::path)
            .distinct()
            .map(path -> path + "%")
            .toArray(String[]::new));
  }

  /**
   * One area.
   *
   * @throws NotFound if there is none
   */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public Place place(String code) {
    var name = sql.one("select name from area where code = ?", row -> row.text(1), code);
    var above =
        sql.list(
            """
            select p.code, p.name from area a join area p on starts_with(a.path, p.path)
            where a.code = ? and p.code <> a.code order by length(p.path)
            """,
            row -> new Step(row.text(1), row.text(2)),
            code);
    var below =
        sql.list(
            "select code, name from area where parent = ? order by code limit ?",
            row -> new Step(row.text(1), row.text(2)),
            code,
            BELOW);
    var all = sql.one("select count(*) from area where parent = ?", row -> row.number(1), code);
    return new Place(code, name, above, below, all - below.size());
  }
}
