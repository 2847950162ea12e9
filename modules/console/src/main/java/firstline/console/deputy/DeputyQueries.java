package firstline.console.deputy;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Deputies that concern the officer at the desk. */
@ApplicationScoped
public class DeputyQueries {
  private static final int MOST = 200;

  /**
   * One.
   *
   * @param ends the instant at which it is over
   * @param state {@code RUNNING}, {@code TO_COME}, {@code OVER}, {@code ENDED}
   * @param endedBy empty unless it was ended before its time
   */
  public record Line(
      UUID id,
      String absent,
      String deputy,
      Instant begins,
      Instant ends,
      String reason,
      String madeBy,
      Instant madeAt,
      String state,
      String endedBy) {
    public boolean open() {
      return state.equals("RUNNING") || state.equals("TO_COME");
    }
  }

  /** An officer to choose. */
  public record Choice(String username, String name) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected DeputyQueries() {}

  DeputyQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** The officer's own in either part, and the department's for who arranges its work. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R113.4")
  public List<Line> list() {
    var now = clock.instant();
    var officer = desk.officer();
    return sql.list(
        """
        select p.id, y.name, x.name, p.begins_at, p.ends_at, p.reason, p.made_name, p.made_at,
          case when p.ended_at is not null then 'ENDED' when p.ends_at <= ? then 'OVER'
            when p.begins_at > ? then 'TO_COME' else 'RUNNING' end, p.ended_name
        from deputy p
        join officer y on y.id = p.absent_id join officer x on x.id = p.deputy_id
        join area a on a.code = y.area_code
        where ? in (p.absent_id, p.deputy_id)
          or y.department_id = ? and a.path like any (?)
        order by p.ended_at is null and p.ends_at > ? desc, p.begins_at desc, p.id limit ?
        """,
        row ->
            new Line(
                row.id(1),
                row.text(2),
                row.text(3),
                row.instant(4),
                row.instant(5),
                row.text(6),
                row.text(7),
                row.instant(8),
                row.text(9),
                row.text(10)),
        now,
        now,
        officer.id(),
        officer.departmentId(),
        officer.scope(OfficeRights.ARRANGE).patterns(),
        now,
        MOST);
  }

  /** The active officers of the own department, by name. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<Choice> colleagues() {
    return sql.list(
        "select username, name from officer where department_id = ? and active"
            + " order by name, username limit ?",
        row -> new Choice(row.text(1), row.text(2)),
        desk.officer().departmentId(),
        MOST);
  }
}
