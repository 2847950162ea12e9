package firstline.console.pick;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty.Grant;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;

/**
 * What may be chosen. The tree of areas and the departments are public knowledge; persons are the
 * active officers of departments within one's own areas.
 */
@ApplicationScoped
public class PickQueries {
  static final int MOST = 30;

  /**
   * Something to choose.
   *
   * @param value what the form sends: an area's or department's code, an officer's username
   * @param note where it lies: the areas above it, or the department
   * @param below how many lie directly below it
   */
  public record Item(String value, String label, String note, long below) {
    static Item of(Row row) throws SQLException {
      return new Item(row.text(1), row.text(2), row.text(3), row.number(4));
    }
  }

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected PickQueries() {}

  PickQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** The areas directly below, or the roots for an empty parent. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<Item> below(String parent) {
    return sql.list(
        """
        select a.code, a.name, '', (select count(*) from area c where c.parent = a.code)
        from area a where coalesce(a.parent, '') = ? order by a.code limit 500
        """,
        Item::of,
        parent);
  }

  /** Areas whose name contains the words or whose code or pinyin begins with them. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R22.7")
  public List<Item> areas(String words) {
    return sql.list(
        """
        select a.code, a.name,
          coalesce((select string_agg(p.name, ' › ' order by length(p.path)) from area p
            where starts_with(a.path, p.path) and p.code <> a.code), ''),
          (select count(*) from area c where c.parent = a.code)
        from area a
        where position(? in a.name) > 0 or starts_with(a.code, ?)
          or starts_with(a.pinyin, lower(?))
        order by a.name <> ?, length(a.path), a.path limit ?
        """,
        Item::of,
        words,
        words,
        words,
        words,
        MOST);
  }

  /** Active departments whose name contains the words or whose code begins with them. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<Item> departments(String words) {
    return sql.list(
        """
        select d.code, d.name, a.name, 0 from department d join area a on a.code = d.area_code
        where d.active and (position(lower(?) in lower(d.name || ' ' || d.name_en)) > 0
          or starts_with(lower(d.code), lower(?)))
        order by length(a.path), d.code limit ?
        """,
        Item::of,
        words,
        words,
        MOST);
  }

  /** Active officers within one's own areas whose name or username contains the words. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<Item> officers(String words) {
    return sql.list(
        """
        select o.username, o.name, d.name, 0 from officer o
        join department d on d.id = o.department_id join area a on a.code = d.area_code
        where o.active and a.path like any (?)
          and (position(? in o.name) > 0 or position(lower(?) in lower(o.username)) > 0)
        order by o.name, o.username limit ?
        """,
        Item::of,
        desk.officer().grants().stream()
            .map(Grant::path)
            .distinct()
            .map(path -> path + "%")
            .toArray(String[]::new),
        words,
        words,
        MOST);
  }

  /** Name of the area, department or officer with the value; empty if there is none. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public String label(String kind, String value) {
    var label =
        switch (kind) {
          case "areas" ->
              sql.first("select name from area where code = ?", row -> row.text(1), value);
          case "departments" ->
              sql.first("select name from department where code = ?", row -> row.text(1), value);
          default ->
              sql.first("select name from officer where username = ?", row -> row.text(1), value);
        };
    return label.orElse("");
  }
}
