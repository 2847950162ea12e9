package firstline.market.measure;

import static firstline.market.MarketRights.READ;

import firstline.market.casefile.RecordsOfCases;
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
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Measures as officers see them. */
@ApplicationScoped
public class MeasureQueries {
  /** A measure; {@code until} is the last day of its hold, as things are. */
  public record Line(
      UUID id,
      UUID caseId,
      String caseNumber,
      String title,
      String operatorName,
      String areaName,
      MeasureKind kind,
      String number,
      boolean urgent,
      String ground,
      String place,
      MeasureState state,
      long version,
      String officerName,
      Instant madeAt,
      @Nullable LocalDate heldOn,
      @Nullable LocalDate endedOn,
      @Nullable LocalDate until,
      boolean extended,
      long goods) {}

  /** What is listed; empty for all. */
  public record Asked(String kind, String state) {
    static final Asked ALL = new Asked("", "");
  }

  /** Something that happened; nobody's if it ended by itself. */
  public record Step(Instant at, String action, String officerName, String note) {}

  private static final String LINE =
      """
      select x.id, x.case_id, c.number, c.title, p.name, a.name, x.kind, x.number, x.urgent,
        x.ground, x.place, x.state, x.version, x.officer_name, x.made_at, x.held_on, x.ended_on,
        (select t.due from term t where t.record_id = x.id and t.rule in
          ('measure.hold', 'evidence.preserve') order by t.begun_at desc limit 1),
        exists (select 1 from measure_step s where s.measure_id = x.id and s.action = 'EXTEND'),
        (select count(*) from measure_item i where i.measure_id = x.id)
      from measure x join market_case c on c.id = x.case_id join area a on a.code = c.area_code
        join operator p on p.id = c.operator_id
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected MeasureQueries() {}

  /** For tests without a server. */
  public MeasureQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.id(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        MeasureKind.valueOf(row.text(7)),
        row.text(8),
        row.flag(9),
        row.text(10),
        row.text(11),
        MeasureState.valueOf(row.text(12)),
        row.number(13),
        row.text(14),
        row.instant(15),
        row.dateOrNull(16),
        row.dateOrNull(17),
        row.dateOrNull(18),
        row.flag(19),
        row.number(20));
  }

  private RecordsOfCases<Line> records(Asked asked) {
    return new RecordsOfCases<>(
        sql,
        Select.from(LINE)
            .where("a.path like any (?)", (Object) desk.scope().patterns())
            .whereSet("x.kind = ?", asked.kind())
            .whereSet("x.state = ?", asked.state()),
        MeasureQueries::line,
        line -> Cursor.of(line.madeAt(), line.id()));
  }

  /** A page of them, the newest first. */
  @Allows(right = READ, reads = true)
  public Page<Line> list(Asked asked, Cursor cursor) {
    return records(asked).page(cursor);
  }

  /** Those of a case, the first one first. */
  @Allows(right = READ, reads = true)
  @Requirement("R92.3")
  public List<Line> ofCase(UUID caseId) {
    return records(Asked.ALL).ofCase(caseId);
  }

  /**
   * One of them.
   *
   * @throws NotFound outside the scope
   */
  @Allows(right = READ, reads = true)
  public Line one(UUID id) {
    return records(Asked.ALL).one(id);
  }

  /** Its goods, in order. */
  @Allows(right = READ, reads = true)
  @Requirement("R92.3")
  public List<Goods> goods(UUID id) {
    return sql.list(
        """
        select i.name, i.amount::text, i.unit, i.spot
        from measure_item i join measure m on m.id = i.measure_id
          join market_case c on c.id = m.case_id join area a on a.code = c.area_code
        where m.id = ? and a.path like any (?) order by i.place
        """,
        row ->
            new Goods(
                row.text(1),
                new BigDecimal(row.text(2)).stripTrailingZeros(),
                row.text(3),
                row.text(4)),
        id,
        desk.scope().patterns());
  }

  /** What happened, the newest first. */
  @Allows(right = READ, reads = true)
  public List<Step> steps(UUID id) {
    return sql.list(
        """
        select s.at, s.action, s.officer_name, s.note
        from measure_step s join measure m on m.id = s.measure_id
          join market_case c on c.id = m.case_id join area a on a.code = c.area_code
        where m.id = ? and a.path like any (?) order by s.no desc
        """,
        row -> new Step(row.instant(1), row.text(2), row.text(3), row.text(4)),
        id,
        desk.scope().patterns());
  }
}
