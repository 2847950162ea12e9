package firstline.console.kept;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The views of a list that an officer may use. */
@ApplicationScoped
public class ListViews {
  /**
   * A view.
   *
   * @param owner whose it is; empty for one's own
   * @param first true if the officer's rail opens the list with it
   */
  public record View(
      UUID id, String name, String href, boolean shared, String owner, boolean first) {
    public boolean own() {
      return owner.isEmpty();
    }
  }

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected ListViews() {}

  ListViews(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** One's own and those of the department, by name. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R105.1")
  public List<View> of(String path) {
    var me = desk.officer();
    return sql.list(
        """
        select v.id, v.name, v.path || '?' || v.query, v.department_id is not null,
          case when v.owner_id = ? then '' else o.name end, f.view_id is not null
        from list_view v join officer o on o.id = v.owner_id
          left join list_view_first f on f.view_id = v.id and f.officer_id = ?
        where v.path = ? and (v.owner_id = ? or v.department_id = ?)
        order by v.owner_id <> ?, v.name, v.id
        """,
        row -> new View(row.id(1), row.text(2), row.text(3), row.flag(4), row.text(5), row.flag(6)),
        me.id(),
        me.id(),
        path,
        me.id(),
        me.departmentId(),
        me.id());
  }

  /** With which addresses the rail opens lists, by their paths. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R105.3")
  public Map<String, String> first() {
    var me = desk.officer();
    return sql
        .list(
            """
            select v.path, v.path || '?' || v.query from list_view_first f
              join list_view v on v.id = f.view_id
            where f.officer_id = ? and (v.owner_id = ? or v.department_id = ?)
            """,
            row -> Map.entry(row.text(1), row.text(2)),
            me.id(),
            me.id(),
            me.departmentId())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
