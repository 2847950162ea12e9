package firstline.publicity.recall;

import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recalls as they spread. */
@ApplicationScoped
public class RecallQueries {
  static final int SIZE = 50;

  /** A line of the list, and the head of a recall's page. */
  public record Line(
      UUID id,
      UUID material,
      String number,
      String title,
      boolean all,
      int ordinal,
      String reason,
      String cause,
      String officerName,
      String departmentName,
      Instant recalledAt,
      long told,
      long answered) {
    /** Of a hundred that are told, how many have answered. */
    public long share() {
      return told == 0 ? 100 : 100 * answered / told;
    }
  }

  /** What one kind of holders has answered. */
  public record Way(
      String kind, long told, long answered, long copies, long destroyed, long returned) {
    public long share() {
      return told == 0 ? 100 : 100 * answered / told;
    }

    /** Copies of those who have answered that nobody found. */
    public long open() {
      return copies - destroyed - returned;
    }
  }

  /**
   * What somebody has to answer, or has.
   *
   * @param passedOn how it came from another officer, a line each time; empty for most
   */
  public record Task(
      UUID id,
      UUID recall,
      UUID material,
      String number,
      String title,
      String reason,
      String kind,
      String areaName,
      String holder,
      String subject,
      long quantity,
      Instant toldAt,
      String passedOn) {}

  /** What still says the old thing. */
  public record Due(UUID material, UUID version, String number, String title, String rebuttal) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected RecallQueries() {}

  /** For tests without a server. */
  RecallQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  private static Select lines() {
    return Select.from(
        """
        select r.id, r.material_id, m.number, m.title, r.version_id is null,
          coalesce((select v.ordinal from material_version v where v.id = r.version_id), 0),
          r.reason, r.cause, r.officer_name, r.department_name, r.recalled_at,
          (select count(*) from recall_task t where t.recall_id = r.id),
          (select count(t.answered_at) from recall_task t where t.recall_id = r.id)
        from material_recall r join material m on m.id = r.material_id
        """);
  }

  private List<Line> lines(Select select) {
    return sql.list(
        select,
        row ->
            new Line(
                row.id(1),
                row.id(2),
                row.text(3),
                row.text(4),
                row.flag(5),
                row.integer(6),
                row.text(7),
                row.text(8),
                row.text(9),
                row.text(10),
                row.instant(11),
                row.number(12),
                row.number(13)));
  }

  /** A page of recalls with the words, the newest first: what is recalled concerns everybody. */
  @Allows(right = READ, reads = true)
  @Requirement("R125.3")
  public Page<Line> list(String words, Cursor cursor) {
    var select =
        lines()
            .whereSet(
                "strpos(m.number || ' ' || m.title || ' ' || r.reason, ?) > 0", words.strip());
    select.newestFirst("r.recalled_at", "r.id", cursor, SIZE);
    return Page.of(lines(select), SIZE, cursor, line -> Cursor.of(line.recalledAt(), line.id()));
  }

  /** One recall. */
  @Allows(right = READ, reads = true)
  public @Nullable Line one(UUID id) {
    return lines(lines().where("r.id = ?", id)).stream().findFirst().orElse(null);
  }

  /** How far it has spread, by kind. */
  @Allows(right = READ, reads = true)
  @Requirement("R70.4")
  public List<Way> ways(UUID recall) {
    return sql.list(
        """
        select kind, count(*), count(answered_at), sum(quantity)::bigint, sum(destroyed)::bigint,
          sum(returned)::bigint
        from recall_task where recall_id = ? group by kind order by count(*) desc, kind
        """,
        row ->
            new Way(
                row.text(1),
                row.number(2),
                row.number(3),
                row.number(4),
                row.number(5),
                row.number(6)),
        recall);
  }

  /** Those who have not answered, those with the most copies first, at most 200. */
  @Allows(right = READ, reads = true)
  @Requirement("R70.4")
  public List<Task> silent(UUID recall) {
    return tasks(Select.from(TASK).where("t.recall_id = ?", recall).where("t.answered_at is null"));
  }

  /** What the officer has to answer: their own, and that of their own area's store. */
  @Allows(right = READ, reads = true)
  public List<Task> mine() {
    return tasks(
        Select.from(TASK)
            .where("t.answered_at is null")
            .where(
                "(t.officer_id = ? or t.officer_id is null and t.area_code = ? and ?)",
                desk.officer().id(),
                desk.officer().areaCode(),
                RecallTodos.answersForArea(desk.officer())));
  }

  private static final String TASK =
      """
      select t.id, t.recall_id, r.material_id, m.number, m.title, r.reason, t.kind, a.name, t.holder,
        t.subject, t.quantity, t.told_at, t.passed_on
      from recall_task t join material_recall r on r.id = t.recall_id
        join material m on m.id = r.material_id join area a on a.code = t.area_code
      """;

  private List<Task> tasks(Select select) {
    return sql.list(
        select.end("order by t.quantity desc, t.id limit 200"),
        row ->
            new Task(
                row.id(1),
                row.id(2),
                row.id(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.text(7),
                row.text(8),
                row.text(9),
                row.text(10),
                row.number(11),
                row.instant(12),
                row.text(13)));
  }

  /** What cites a text that was corrected since, of the officer's areas. */
  @Allows(right = READ, reads = true)
  @Requirement("R70.5")
  public List<Due> due() {
    return sql.list(
        """
        select v.material_id, v.id, m.number, v.title, d.rebuttal
        from correction_due d join material_version v on v.id = d.version_id
          join material m on m.id = v.material_id join area a on a.code = v.area_code
        where v.state in ('APPROVED', 'PUBLISHED') and a.path like any (?)
        order by d.since limit 200
        """,
        row -> new Due(row.id(1), row.id(2), row.text(3), row.text(4), row.text(5)),
        (Object) desk.scope().patterns());
  }
}
