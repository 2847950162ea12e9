package firstline.market.supervise;

import static firstline.market.MarketRights.READ;

import firstline.market.MarketRights;
import firstline.market.term.Begin;
import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is supervised, as officers see it. */
@ApplicationScoped
public class SupervisionQueries {
  private static final int TOP = 20;

  /**
   * A supervision.
   *
   * @param late true if it is not answered and its day is gone
   * @param answeredAt null while it is open
   */
  public record Line(
      Begin.Kind kind,
      UUID record,
      String number,
      String subject,
      String departmentName,
      String reason,
      LocalDate answerBy,
      boolean late,
      String begunName,
      Instant begunAt,
      String answer,
      String answeredName,
      @Nullable Instant answeredAt) {
    /** Where the record is seen. */
    public String getHref() {
      return kind.address(record);
    }

    public boolean isOpen() {
      return answeredAt == null;
    }
  }

  private static final String LINE =
      """
      select s.record_kind, s.record_id, s.number, coalesce(c.operator || ' ' || c.goods, k.title),
        coalesce(c.department_name, k.department_name), s.reason, s.answer_by, s.begun_name,
        s.begun_at, s.answer, s.answered_name, s.answered_at
      from supervision s join area a on a.code = s.area_code
        left join complaint c on c.id = s.record_id
        left join market_case k on k.id = s.record_id
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected SupervisionQueries() {}

  /** For tests without a server. */
  SupervisionQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** What is supervised now and concerns the officer, the soonest answer first. */
  @Allows(right = READ, reads = true)
  @Requirement("R91.20")
  public List<Line> open() {
    return sql.list(
        concerning(Select.from(LINE)).end("order by s.answer_by, s.begun_at limit ?", TOP),
        this::line);
  }

  /** How many there are. */
  @Allows(right = READ, reads = true)
  public long count() {
    return sql.list(
            concerning(
                Select.from(
                    """
                    select count(*) from supervision s join area a on a.code = s.area_code
                      left join complaint c on c.id = s.record_id
                      left join market_case k on k.id = s.record_id
                    """)),
            row -> row.number(1))
        .get(0);
  }

  /** Those who handle see their department's; those who decide or take in, their areas'. */
  private Select concerning(Select select) {
    select
        .where("s.answered_at is null")
        .where("a.path like any (?)", (Object) desk.scope().patterns());
    return desk.may(MarketRights.HEAD) || desk.may(MarketRights.INTAKE)
        ? select
        : select.where(
            "coalesce(c.department_id, k.department_id) = ?", desk.officer().departmentId());
  }

  /** Every supervision of the record, the newest first. */
  @Allows(right = READ, reads = true)
  public List<Line> ofRecord(UUID record) {
    return sql.list(
        Select.from(LINE)
            .where("s.record_id = ?", record)
            .where("a.path like any (?)", (Object) desk.scope().patterns())
            .end("order by s.begun_at desc"),
        this::line);
  }

  /** True if the officer's department has the record. */
  @Allows(right = READ, reads = true)
  public boolean isOurs(UUID record) {
    return sql.first(
            """
            select 1 from complaint where id = ? and department_id = ?
            union all select 1 from market_case where id = ? and department_id = ?
            """,
            row -> row.integer(1),
            record,
            desk.officer().departmentId(),
            record,
            desk.officer().departmentId())
        .isPresent();
  }

  private Line line(Row row) throws SQLException {
    var answerBy = row.date(7);
    var answeredAt = row.instantOrNull(12);
    return new Line(
        Begin.Kind.valueOf(row.text(1)),
        row.id(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        answerBy,
        answeredAt == null && answerBy.isBefore(LocalDate.ofInstant(clock.instant(), Clocks.ZONE)),
        row.text(8),
        row.instant(9),
        row.text(10),
        row.text(11),
        answeredAt);
  }
}
