package firstline.console.admin.people;

import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Officers and roles for the security administrator's pages. */
@ApplicationScoped
public class OfficerQueries {
  public static final int PAGE = 100;

  /**
   * One officer.
   *
   * @param state {@code invited}, {@code active}, {@code locked} or {@code inactive}
   * @param roles names of the roles held, with their areas
   */
  public record Line(
      UUID id, String username, String name, String department, String state, List<String> roles) {}

  /** A role that an officer holds within an area. */
  public record Held(String code, String name, String nameEn, String area, String areaName) {}

  /**
   * One officer's record.
   *
   * @param state as in {@link Line}
   * @param factor true if a second factor is set up
   * @param sessions how many are open now
   * @param seen when the officer last used any; null if never
   */
  public record View(
      UUID id,
      String username,
      String name,
      String department,
      String areaName,
      String state,
      boolean factor,
      Instant createdAt,
      long sessions,
      @Nullable Instant seen,
      List<Held> roles) {}

  /** A role with the rights in it. */
  public record Role(
      UUID id, String code, String name, String nameEn, boolean builtin, List<String> rights) {}

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Desk desk;

  /** Officers by username after the given one, at most {@value #PAGE}. */
  @Allows(right = Rights.ADMIN_SECURITY, reads = true)
  public List<Line> list(String words, String after) {
    return sql.list(
        Select.from(
                """
                select o.id, o.username, o.name, d.name,
                  case when not o.active then 'inactive'
                    when o.locked_until > ? then 'locked'
                    when o.password is null then 'invited' else 'active' end,
                  array(select r.name || ' · ' || a.name from officer_role g
                    join role r on r.id = g.role_id join area a on a.code = g.area_code
                    where g.officer_id = o.id order by r.name)
                from officer o join department d on d.id = o.department_id
                join area own on own.code = o.area_code
                """,
                clock.instant())
            .where("o.username > ?", after)
            .where("own.path like any (?)", (Object) desk.scope().patterns())
            .whereSet(
                "position(lower(?) in lower(o.username || ' ' || o.name || ' ' || d.name)) > 0",
                words)
            .end("order by o.username limit ?", PAGE),
        row ->
            new Line(row.id(1), row.text(2), row.text(3), row.text(4), row.text(5), row.texts(6)));
  }

  /** One officer within reach. */
  @Allows(right = Rights.ADMIN_SECURITY, reads = true)
  public View one(UUID id) {
    var roles =
        sql.list(
            """
            select r.code, r.name, r.name_en, a.code, a.name from officer_role g
            join role r on r.id = g.role_id join area a on a.code = g.area_code
            where g.officer_id = ? order by r.name, a.path
            """,
            row -> new Held(row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)),
            id);
    return sql.one(
        """
        select o.id, o.username, o.name, d.name, own.name,
          case when not o.active then 'inactive' when o.locked_until > ? then 'locked'
            when o.password is null then 'invited' else 'active' end,
          o.totp_secret is not null, o.created_at,
          (select count(*) from officer_session s where s.officer_id = o.id and s.ended_at is null),
          (select max(s.last_seen_at) from officer_session s where s.officer_id = o.id)
        from officer o join department d on d.id = o.department_id
        join area own on own.code = o.area_code
        where o.id = ? and own.path like any (?)
        """,
        row ->
            new View(
                row.id(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.flag(7),
                row.instant(8),
                row.number(9),
                row.instantOrNull(10),
                roles),
        clock.instant(),
        id,
        desk.scope().patterns());
  }

  /** Every role with its rights. */
  @Allows(right = Rights.ADMIN_SECURITY, reads = true)
  public List<Role> roles() {
    return sql.list(
        """
        select r.id, r.code, r.name, r.name_en, r.builtin,
          array(select right_key from role_right where role_id = r.id order by right_key)
        from role r order by r.builtin desc, r.id
        """,
        row ->
            new Role(row.id(1), row.text(2), row.text(3), row.text(4), row.flag(5), row.texts(6)));
  }
}
