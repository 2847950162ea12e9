package firstline.console.circular;

import static firstline.console.circular.SendCircular.SEND;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads notices to colleagues for pages: those that came, those that the department sent. */
@ApplicationScoped
public class CircularQueries {
  static final int SIZE = 50;

  /**
   * A line of either list.
   *
   * @param due the first moment at which it is late; null if it need only be read
   * @param state for the officer at the desk; of what was sent, WITHDRAWN or READ
   */
  public record Line(
      UUID id,
      String title,
      String department,
      String writer,
      Instant sentAt,
      @Nullable Instant due,
      CircularState state,
      long addressed,
      long read,
      long acknowledged) {
    /** The last day for acknowledging it. */
    public @Nullable Instant getLast() {
      return due == null ? null : due.minus(Duration.ofSeconds(1));
    }

    /** How many have done what it asks. */
    public long done() {
      return due == null ? read : acknowledged;
    }
  }

  /** A reminder or the withdrawal. */
  public record Step(String step, String officer, String reason, Instant at) {}

  /**
   * A notice.
   *
   * @param addressed true if it came to the officer at the desk
   * @param sent true if the officer's department sent it, and the officer may send
   */
  public record View(
      Line line,
      String body,
      String link,
      String areaName,
      String departments,
      String roles,
      String rolesEn,
      boolean addressed,
      boolean sent,
      @Nullable Instant readAt,
      @Nullable Instant acknowledgedAt,
      List<Step> steps) {}

  /** How a department stands. */
  public record Count(
      String code, String department, long addressed, long read, long acknowledged) {}

  /** An addressee, with the instants of what they did. */
  public record Person(
      String username,
      String name,
      String department,
      @Nullable Instant readAt,
      @Nullable Instant acknowledgedAt) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected CircularQueries() {}

  /** For tests without a server. */
  CircularQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  private static final String MINE =
      """
      select c.id, c.title, c.department_name, c.writer_name, c.sent_at, c.due_at,
        exists (select 1 from circular_step s where s.circular_id = c.id and s.step = 'WITHDRAWN'),
        r.at is not null, k.at is not null, 0, 0, 0
      from circular c
        join circular_addressee d on d.circular_id = c.id and d.officer_id = ?
        left join circular_fact r on r.circular_id = c.id and r.officer_id = d.officer_id
          and r.fact = 'READ'
        left join circular_fact k on k.circular_id = c.id and k.officer_id = d.officer_id
          and k.fact = 'ACKNOWLEDGED'
      """;

  private static final String SENT =
      """
      select c.id, c.title, c.department_name, c.writer_name, c.sent_at, c.due_at,
        exists (select 1 from circular_step s where s.circular_id = c.id and s.step = 'WITHDRAWN'),
        true, false,
        (select count(*) from circular_addressee d where d.circular_id = c.id),
        (select count(*) from circular_fact f where f.circular_id = c.id and f.fact = 'READ'),
        (select count(*) from circular_fact f where f.circular_id = c.id and f.fact = 'ACKNOWLEDGED')
      from circular c
      """;

  /** Those that came to the officer at the desk; only what waits for them if {@code open}. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R109.2")
  public Page<Line> mine(boolean open, Cursor cursor) {
    var select = Select.from(MINE, desk.officer().id());
    if (open) {
      select =
          select.where(
              """
              case when c.due_at is null then r.at is null else k.at is null end
                and not exists (select 1 from circular_step s
                  where s.circular_id = c.id and s.step = 'WITHDRAWN')
              """);
    }
    return page(select, cursor);
  }

  /** Those that the officer's department sent. */
  @Allows(right = SEND, reads = true)
  @Requirement("R109.4")
  public Page<Line> sent(Cursor cursor) {
    return page(
        Select.from(SENT).where("c.department_id = ?", desk.officer().departmentId()), cursor);
  }

  private Page<Line> page(Select select, Cursor cursor) {
    var now = clock.instant();
    return Page.of(
        sql.list(select.newestFirst("c.sent_at", "c.id", cursor, SIZE), row -> line(row, now)),
        SIZE,
        cursor,
        line -> Cursor.of(line.sentAt(), line.id()));
  }

  private static Line line(Row row, Instant now) throws SQLException {
    var due = row.instantOrNull(6);
    return new Line(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.instant(5),
        due,
        CircularState.of(row.flag(7), row.flag(8), row.flag(9), due, now),
        row.number(10),
        row.number(11),
        row.number(12));
  }

  /**
   * One of them.
   *
   * @throws NotFound unless it came to the officer at the desk or their department sent it
   */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement({"R109.2", "R109.4", "R109.5"})
  public View one(UUID id) {
    var me = desk.officer();
    var steps = steps(id);
    var now = clock.instant();
    return sql.one(
        """
        select c.id, c.title, c.department_name, c.writer_name, c.sent_at, c.due_at,
          exists (select 1 from circular_step s where s.circular_id = c.id and s.step = 'WITHDRAWN'),
          r.at is not null, k.at is not null,
          (select count(*) from circular_addressee n where n.circular_id = c.id),
          (select count(*) from circular_fact f where f.circular_id = c.id and f.fact = 'READ'),
          (select count(*) from circular_fact f where f.circular_id = c.id
            and f.fact = 'ACKNOWLEDGED'),
          c.body, c.link, a.name,
          (select coalesce(string_agg(x.name, '、' order by x.code), '') from department x
            where x.code = any (c.departments)),
          (select coalesce(string_agg(x.name, '、' order by x.code), '') from role x
            where x.code = any (c.roles)),
          (select coalesce(string_agg(x.name_en, ', ' order by x.code), '') from role x
            where x.code = any (c.roles)),
          d.officer_id is not null, c.department_id = ? and ?, r.at, k.at
        from circular c join area a on a.code = c.area_code
          left join circular_addressee d on d.circular_id = c.id and d.officer_id = ?
          left join circular_fact r on r.circular_id = c.id and r.officer_id = d.officer_id
            and r.fact = 'READ'
          left join circular_fact k on k.circular_id = c.id and k.officer_id = d.officer_id
            and k.fact = 'ACKNOWLEDGED'
        where c.id = ? and (d.officer_id is not null or c.department_id = ? and ?)
        """,
        row ->
            new View(
                line(row, now),
                row.text(13),
                row.text(14),
                row.text(15),
                row.text(16),
                row.text(17),
                row.text(18),
                row.flag(19),
                row.flag(20),
                row.instantOrNull(21),
                row.instantOrNull(22),
                steps),
        me.departmentId(),
        me.holds(SEND),
        me.id(),
        id,
        me.departmentId(),
        me.holds(SEND));
  }

  private List<Step> steps(UUID id) {
    return sql.list(
        """
        select step, officer_name, reason, at from circular_step where circular_id = ?
        order by at desc
        """,
        row -> new Step(row.text(1), row.text(2), row.text(3), row.instant(4)),
        id);
  }

  /** By department of the moment of sending. */
  @Allows(right = SEND, reads = true)
  @Requirement("R109.4")
  public List<Count> counts(UUID id) {
    return sql.list(
        """
        select p.code, p.name, count(*), count(r.at), count(k.at)
        from circular c join circular_addressee d on d.circular_id = c.id
          join department p on p.id = d.department_id
          left join circular_fact r on r.circular_id = c.id and r.officer_id = d.officer_id
            and r.fact = 'READ'
          left join circular_fact k on k.circular_id = c.id and k.officer_id = d.officer_id
            and k.fact = 'ACKNOWLEDGED'
        where c.id = ? and c.department_id = ? group by p.code, p.name order by p.code
        """,
        row -> new Count(row.text(1), row.text(2), row.number(3), row.number(4), row.number(5)),
        id,
        desk.officer().departmentId());
  }

  /**
   * Addressees after the username, in that order, one more than a page.
   *
   * @param department code; empty for all
   * @param open only who has not done what it asks
   */
  @Allows(right = SEND, reads = true)
  @Requirement("R109.4")
  public List<Person> people(UUID id, String department, boolean open, String after) {
    return sql.list(
        Select.from(
                """
                select o.username, o.name, p.name, r.at, k.at
                from circular c join circular_addressee d on d.circular_id = c.id
                  join officer o on o.id = d.officer_id join department p on p.id = d.department_id
                  left join circular_fact r on r.circular_id = c.id
                    and r.officer_id = d.officer_id and r.fact = 'READ'
                  left join circular_fact k on k.circular_id = c.id
                    and k.officer_id = d.officer_id and k.fact = 'ACKNOWLEDGED'
                """)
            .where("c.id = ? and c.department_id = ?", id, desk.officer().departmentId())
            .where("o.username > ?", after)
            .whereSet("p.code = ?", department)
            .where(
                "(not ? or case when c.due_at is null then r.at is null else k.at is null end)",
                open)
            .end("order by o.username limit ?", SIZE + 1),
        row ->
            new Person(
                row.text(1), row.text(2), row.text(3), row.instantOrNull(4), row.instantOrNull(5)));
  }

  /** Something that a notice can be addressed to. */
  public record Choice(String code, String name, String place) {}

  /** Departments within the writer's areas. */
  @Allows(right = SEND, reads = true)
  public List<Choice> departments() {
    return sql.list(
        """
        select d.code, d.name, a.name from department d join area a on a.code = d.area_code
        where d.active and a.path like any (?) order by length(a.path), a.path, d.code limit 500
        """,
        row -> new Choice(row.text(1), row.text(2), row.text(3)),
        (Object) desk.scope().patterns());
  }

  /** Every role, by its name in the language. */
  @Allows(right = SEND, reads = true)
  public List<Choice> roles(boolean english) {
    return sql.list(
        "select code, case when ? then name_en else name end, '' from role order by id",
        row -> new Choice(row.text(1), row.text(2), row.text(3)),
        english);
  }
}
