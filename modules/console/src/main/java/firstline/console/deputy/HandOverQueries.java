package firstline.console.deputy;

import firstline.persistence.database.Sql;
import firstline.persistence.openwork.OpenWorkContribution;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who of the department has how much open work, and what was handed over. */
@ApplicationScoped
public class HandOverQueries {
  private static final int MOST = 100;

  /** An officer of the department and how many records lie open with them. */
  public record Load(String username, String name, boolean active, int open) {}

  /** A hand-over of the past. */
  public record Past(
      Instant at, String from, String to, String by, String reason, List<String> records) {}

  private record Colleague(UUID id, String username, String name, boolean active) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject @Any private Instance<OpenWorkContribution> slices;

  /** Those without open work only while they are active. */
  @Allows(right = OfficeRights.ARRANGE, reads = true)
  @Requirement("R114.1")
  public List<Load> loads() {
    return sql
        .list(
            """
            select o.id, o.username, o.name, o.active from officer o
            join area a on a.code = o.area_code
            where o.department_id = ? and a.path like any (?)
            order by o.active, o.name, o.username limit ?
            """,
            row -> new Colleague(row.id(1), row.text(2), row.text(3), row.flag(4)),
            desk.officer().departmentId(),
            desk.scope().patterns(),
            MOST)
        .stream()
        .map(
            one ->
                new Load(
                    one.username(),
                    one.name(),
                    one.active(),
                    slices.stream().mapToInt(slice -> slice.open(one.id()).size()).sum()))
        .filter(load -> load.active() || load.open() > 0)
        .toList();
  }

  /** The department's, newest first. */
  @Allows(right = OfficeRights.ARRANGE, reads = true)
  @Requirement("R114.2")
  public List<Past> past() {
    return sql.list(
        """
        select h.at, h.from_name, h.to_name, h.by_name, h.reason,
          array(select l.number from hand_over_line l where l.hand_over_id = h.id order by l.number)
        from hand_over h where h.department_id = ? order by h.at desc, h.id desc limit ?
        """,
        row ->
            new Past(
                row.instant(1), row.text(2), row.text(3), row.text(4), row.text(5), row.texts(6)),
        desk.officer().departmentId(),
        MOST);
  }
}
