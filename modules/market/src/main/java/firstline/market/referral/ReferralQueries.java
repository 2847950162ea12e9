package firstline.market.referral;

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
import firstline.persistence.screen.Happening;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Referrals as officers and the police see them. */
@ApplicationScoped
public class ReferralQueries {
  /** A referral. */
  public record Line(
      UUID id,
      UUID caseId,
      String caseNumber,
      String title,
      String operatorName,
      String areaName,
      String departmentName,
      String number,
      String offence,
      String ground,
      ReferralState state,
      long version,
      String officerName,
      Instant madeAt,
      String policeNumber) {}

  private static final String LINE =
      """
      select x.id, x.case_id, c.number, c.title, p.name, a.name, c.department_name, x.number,
        x.offence, x.ground, x.state, x.version, x.officer_name, x.made_at, x.police_number
      from referral x join market_case c on c.id = x.case_id join area a on a.code = c.area_code
        join operator p on p.id = c.operator_id
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected ReferralQueries() {}

  /** For tests without a server. */
  public ReferralQueries(Sql sql, Desk desk) {
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
        row.text(7),
        row.text(8),
        row.text(9),
        row.text(10),
        ReferralState.valueOf(row.text(11)),
        row.number(12),
        row.text(13),
        row.instant(14),
        row.text(15));
  }

  private RecordsOfCases<Line> records(String state) {
    return new RecordsOfCases<>(
        sql,
        Select.from(LINE)
            .where("a.path like any (?)", (Object) desk.scope().patterns())
            .whereSet("x.state = ?", state),
        ReferralQueries::line,
        line -> Cursor.of(line.madeAt(), line.id()));
  }

  /** A page of them, the newest first; {@code state} is empty for all. */
  @Allows(right = READ, reads = true)
  public Page<Line> list(String state, Cursor cursor) {
    return records(state).page(cursor);
  }

  /** Those of a case, the first one first. */
  @Allows(right = READ, reads = true)
  @Requirement("R92.7")
  public List<Line> ofCase(UUID caseId) {
    return records("").ofCase(caseId);
  }

  /**
   * One of them.
   *
   * @throws NotFound outside the scope
   */
  @Allows(right = READ, reads = true)
  public Line one(UUID id) {
    return records("").one(id);
  }

  /** What happened, the newest first; {@code what} is the action's name. */
  @Allows(right = READ, reads = true)
  public List<Happening> steps(UUID id) {
    return sql.list(
        """
        select s.at, s.officer_name, s.department_name, s.action, s.note
        from referral_step s join referral r on r.id = s.referral_id
          join market_case c on c.id = r.case_id join area a on a.code = c.area_code
        where r.id = ? and a.path like any (?) order by s.no desc
        """,
        row -> new Happening(row.instant(1), row.text(2), row.text(3), row.text(4), row.text(5)),
        id,
        desk.scope().patterns());
  }
}
