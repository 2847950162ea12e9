package firstline.market.inspect;

import static firstline.market.MarketRights.INSPECT;
import static firstline.market.MarketRights.READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Inspections as officers see them. */
@ApplicationScoped
public class InspectionQueries {
  static final int SIZE = 50;

  /**
   * What is listed.
   *
   * @param state and {@code kind}: empty for all
   * @param words in number, title or the operator's name; empty for all
   * @param mine true for those whose officer looks
   */
  public record Filter(String state, String kind, String words, boolean mine) {}

  /** A line of the list. */
  public record Line(
      UUID id,
      String number,
      String title,
      InspectionKind kind,
      InspectionState state,
      String operatorName,
      GoodsGroup group,
      String areaName,
      String officers,
      @Nullable LocalDate due,
      Instant plannedAt) {}

  /**
   * An inspection.
   *
   * @param checklistVersion of the goods group
   * @param before the one that it follows up; null if it does not
   * @param orderedVisit whose findings were ordered to be put right; null if none were
   */
  public record View(
      Line line,
      String area,
      long version,
      UUID operator,
      String creditCode,
      String premises,
      String licence,
      UUID checklist,
      int checklistVersion,
      @Nullable UUID draw,
      @Nullable UUID before,
      String departmentName,
      String plannedName,
      String ordered,
      @Nullable LocalDate orderedOn,
      String orderNumber,
      @Nullable UUID orderedVisit,
      @Nullable UUID lead,
      @Nullable UUID caseId) {}

  /** What happened. */
  public record Event(
      Instant at, String action, InspectionState state, String officerName, String note) {}

  /** Somebody who may be named; {@code named} is true if they are. */
  public record Person(
      UUID id, String name, String departmentName, boolean drawn, boolean named, String barred) {}

  private static final String LINE =
      """
      select i.id, i.number, i.title, i.kind, i.state, p.name, c.goods_group, a.name,
        coalesce((select string_agg(o.officer_name, '、' order by o.officer_name)
          from inspection_officer o where o.inspection_id = i.id), ''), i.due_on, i.planned_at
      """;

  private static final String MORE =
      """
      , i.area_code, i.version, p.id, coalesce(p.credit_code, ''), p.premises, p.licence, c.id,
        c.version, i.draw_id, i.before_id, i.department_name, i.planned_name, i.ordered,
        i.ordered_on, i.order_number, i.ordered_visit, i.lead_id, i.case_id
      """;

  private static final String FROM =
      """
       from inspection i join area a on a.code = i.area_code join operator p on p.id = i.operator_id
        join checklist c on c.id = i.checklist_id
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected InspectionQueries() {}

  /** For tests without a server. */
  InspectionQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.text(2),
        row.text(3),
        InspectionKind.valueOf(row.text(4)),
        InspectionState.valueOf(row.text(5)),
        row.text(6),
        GoodsGroup.valueOf(row.text(7)),
        row.text(8),
        row.text(9),
        row.dateOrNull(10),
        row.instant(11));
  }

  /** A page of the inspections, the newest first. */
  @Allows(right = READ, reads = true)
  public Page<Line> list(Filter filter, Cursor cursor) {
    var select =
        Select.from(LINE + FROM)
            .where("a.path like any (?)", (Object) desk.scope().patterns())
            .whereSet("i.state = ?", filter.state())
            .whereSet("i.kind = ?", filter.kind());
    if (!filter.words().isBlank()) {
      var pattern = Select.containing(filter.words());
      select.where(
          "i.title ilike ? or i.number ilike ? or p.name ilike ?", pattern, pattern, pattern);
    }
    if (filter.mine()) {
      select.where(
          """
          exists (select 1 from inspection_officer o
            where o.inspection_id = i.id and o.officer_id = ?)
          """,
          desk.officer().id());
    }
    select.newestFirst("i.planned_at", "i.id", cursor, SIZE);
    return Page.of(
        sql.list(select, InspectionQueries::line),
        SIZE,
        cursor,
        line -> Cursor.of(line.plannedAt(), line.id()));
  }

  /** Those of a draw, in the order drawn. */
  @Allows(right = READ, reads = true)
  public List<Line> ofDraw(UUID draw) {
    return sql.list(
        LINE
            + FROM
            + """
             join inspection_draw_pick k on k.draw_id = i.draw_id and k.operator_id = i.operator_id
            where i.draw_id = ? and a.path like any (?) order by k.place
            """,
        InspectionQueries::line,
        draw,
        desk.scope().patterns());
  }

  /**
   * An inspection.
   *
   * @throws NotFound outside the scope
   */
  @Allows(right = READ, reads = true)
  public View one(UUID id) {
    return sql.one(
        LINE + MORE + FROM + " where i.id = ? and a.path like any (?)",
        InspectionQueries::view,
        id,
        desk.scope().patterns());
  }

  private static View view(Row row) throws SQLException {
    return new View(
        line(row),
        row.text(12),
        row.number(13),
        row.id(14),
        row.text(15),
        row.text(16),
        row.text(17),
        row.id(18),
        row.integer(19),
        row.idOrNull(20),
        row.idOrNull(21),
        row.text(22),
        row.text(23),
        row.text(24),
        row.dateOrNull(25),
        row.text(26),
        row.idOrNull(27),
        row.idOrNull(28),
        row.idOrNull(29));
  }

  /** What happened to one that {@link #one} gave, the latest first. */
  @Allows(right = READ, reads = true)
  public List<Event> events(UUID id) {
    return sql.list(
        """
        select e.at, e.action, e.state, e.officer_name, e.note from inspection_event e
          join inspection i on i.id = e.inspection_id join area a on a.code = i.area_code
        where i.id = ? and a.path like any (?) order by e.at desc, e.id desc
        """,
        row ->
            new Event(
                row.instant(1),
                row.text(2),
                InspectionState.valueOf(row.text(3)),
                row.text(4),
                row.text(5)),
        id,
        desk.scope().patterns());
  }

  /** Who may be named for it, those of its draw first; barred says why somebody may not. */
  @Allows(right = READ, reads = true)
  @Requirement("R90.6")
  public List<Person> qualified(UUID id) {
    return sql.list(
        """
        select distinct o.id, o.name, d.name, coalesce(n.drawn, false), n.officer_id is not null,
          coalesce(c.reason, '')
        from inspection i join area s on s.code = i.area_code and s.path like any (?)
          join officer o on o.active join department d on d.id = o.department_id
          join officer_role r on r.officer_id = o.id
          join role_right k on k.role_id = r.role_id and k.right_key = 'market.inspect'
          join area a on a.code = r.area_code and starts_with(s.path, a.path)
          left join inspection_officer n on n.inspection_id = i.id and n.officer_id = o.id
          left join officer_conflict c on c.operator_id = i.operator_id and c.officer_id = o.id
        where i.id = ? order by 4 desc, o.name, o.id limit 100
        """,
        row ->
            new Person(row.id(1), row.text(2), row.text(3), row.flag(4), row.flag(5), row.text(6)),
        desk.scope().patterns(),
        id);
  }

  /** True if whoever looks is an officer of it. */
  @Allows(right = READ, reads = true)
  public boolean isMine(UUID id) {
    return sql.first(
            "select 1 from inspection_officer where inspection_id = ? and officer_id = ?",
            row -> row.integer(1),
            id,
            desk.officer().id())
        .isPresent();
  }

  /** What whoever looks is to do on the spot, the oldest first. */
  @Allows(right = INSPECT, reads = true)
  @Requirement("R90.10")
  public List<View> onSite() {
    return sql.list(
        LINE
            + MORE
            + FROM
            + """
             join inspection_officer o on o.inspection_id = i.id
            where o.officer_id = ? and a.path like any (?)
              and i.state in ('ASSIGNED', 'ON_SITE', 'RETURNED', 'CORRECTION_ORDERED')
            order by i.planned_at, i.id limit 200
            """,
        InspectionQueries::view,
        desk.officer().id(),
        desk.scope().patterns());
  }
}
