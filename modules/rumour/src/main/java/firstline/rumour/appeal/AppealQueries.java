package firstline.rumour.appeal;

import static firstline.rumour.RumourRights.APPEAL;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
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

/** Appeals as the officers see them: the contact masked. */
@ApplicationScoped
public class AppealQueries {
  static final int SIZE = 50;

  /** A line of the list. */
  public record Line(
      UUID id,
      String number,
      String party,
      String rebuttalNumber,
      String state,
      @Nullable String outcome,
      String areaName,
      @Nullable String reviewerName,
      Instant receivedAt,
      @Nullable Instant acknowledgedAt,
      LocalDate acknowledgeBy,
      LocalDate answerBy,
      boolean provisional,
      boolean isLate) {}

  /** The record. */
  public record View(
      UUID id,
      long version,
      String number,
      boolean isPerson,
      String party,
      String objection,
      String state,
      UUID rebuttalId,
      String rebuttalNumber,
      String fact,
      int ordinal,
      String areaName,
      LocalDate acknowledgeBy,
      LocalDate answerBy,
      boolean provisional,
      @Nullable UUID reviewerId,
      @Nullable String reviewerName,
      @Nullable String opinionOrganisation,
      @Nullable String opinion,
      @Nullable LocalDate opinionDated,
      @Nullable String outcome,
      @Nullable String reason,
      @Nullable String answer,
      Instant receivedAt,
      @Nullable Instant acknowledgedAt,
      @Nullable Instant answeredAt,
      @Nullable String masked,
      boolean isShown,
      boolean isLate,
      List<Event> events) {
    public boolean isOpen() {
      return answeredAt == null;
    }
  }

  /** One step of the history. */
  public record Event(
      String verb, Instant at, String officerName, String departmentName, String reason) {}

  /** A rebuttal to which somebody objects, for the form. */
  public record Against(UUID id, String number, String fact) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected AppealQueries() {}

  /** For tests without a server. */
  AppealQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * A page of the list, the newest first.
   *
   * @param state a state, OPEN for all that are not answered, LATE for those past a term, or empty
   */
  @Allows(right = APPEAL, reads = true)
  @Requirement({"R3.33", "R6.1"})
  public Page<Line> list(String state, String area, Cursor cursor) {
    var today = today();
    var select =
        Select.from(
                """
                select p.id, p.number, p.party, r.number, p.state, p.outcome,
                  (select a.name from area a where a.code = p.area_code), p.reviewer_name,
                  p.received_at, p.acknowledged_at, p.acknowledge_by, p.answer_by, p.provisional,
                  p.answered_at is null and (p.answer_by < ?
                    or (p.acknowledged_at is null and p.acknowledge_by < ?))
                from appeal p join rebuttal r on r.id = p.rebuttal_id
                """,
                today,
                today)
            .where(
                "p.area_code in (select code from area where path like any (?))",
                (Object) desk.scope().patterns())
            .whereSet(
                "p.area_code in (select b.code from area a join area b on b.path like a.path || '%'"
                    + " where a.code = ?)",
                area);
    switch (state) {
      case "OPEN" -> select.where("p.answered_at is null");
      case "LATE" ->
          select.where(
              "p.answered_at is null and (p.answer_by < ?"
                  + " or (p.acknowledged_at is null and p.acknowledge_by < ?))",
              today,
              today);
      default -> select.whereSet("p.state = ?", state);
    }
    select.newestFirst("p.received_at", "p.id", cursor, SIZE);
    return Page.of(
        sql.list(select, AppealQueries::line),
        SIZE,
        cursor,
        line -> Cursor.of(line.receivedAt(), line.id()));
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.textOrNull(6),
        row.text(7),
        row.textOrNull(8),
        row.instant(9),
        row.instantOrNull(10),
        row.date(11),
        row.date(12),
        row.flag(13),
        row.flag(14));
  }

  /** The record. */
  @Allows(right = APPEAL, reads = true)
  @Requirement({"R3.36", "R6.1"})
  public View one(UUID id) {
    var events = events(id);
    var today = today();
    return sql.one(
        """
        select p.id, p.version, p.number, p.is_person, p.party, p.objection, p.state, r.id,
          r.number, v.fact, p.ordinal, a.name, p.acknowledge_by, p.answer_by, p.provisional,
          p.reviewer_id, p.reviewer_name, p.opinion_organisation, p.opinion, p.opinion_dated,
          p.outcome, p.reason, p.answer, p.received_at, p.acknowledged_at, p.answered_at, c.masked,
          r.public_ordinal is not null and r.withdrawn_at is null,
          p.answered_at is null and (p.answer_by < ?
            or (p.acknowledged_at is null and p.acknowledge_by < ?))
        from appeal p join area a on a.code = p.area_code
        join rebuttal r on r.id = p.rebuttal_id
        join rebuttal_version v on v.rebuttal_id = r.id and v.ordinal = p.ordinal
        left join appeal_contact c on c.appeal_id = p.id
        where p.id = ? and a.path like any (?)
        """,
        row ->
            new View(
                row.id(1),
                row.number(2),
                row.text(3),
                row.flag(4),
                row.text(5),
                row.text(6),
                row.text(7),
                row.id(8),
                row.text(9),
                row.text(10),
                row.integer(11),
                row.text(12),
                row.date(13),
                row.date(14),
                row.flag(15),
                row.idOrNull(16),
                row.textOrNull(17),
                row.textOrNull(18),
                row.textOrNull(19),
                row.dateOrNull(20),
                row.textOrNull(21),
                row.textOrNull(22),
                row.textOrNull(23),
                row.instant(24),
                row.instantOrNull(25),
                row.instantOrNull(26),
                row.textOrNull(27),
                row.flag(28),
                row.flag(29),
                events),
        today,
        today,
        id,
        desk.scope().patterns());
  }

  private List<Event> events(UUID id) {
    return sql.list(
        """
        select verb, at, officer_name, department_name, reason
        from appeal_step where appeal_id = ? order by at desc, id desc
        """,
        row -> new Event(row.text(1), row.instant(2), row.text(3), row.text(4), row.text(5)),
        id);
  }

  /** The rebuttal with the number, if it is or was public and lies in scope. */
  @Allows(right = APPEAL, reads = true)
  @Requirement("R6.1")
  public List<Against> against(String number) {
    return sql.list(
        """
        select r.id, r.number, v.fact from rebuttal r join area a on a.code = r.area_code
        join rebuttal_version v on v.rebuttal_id = r.id and v.ordinal = r.public_ordinal
        where r.number = ? and a.path like any (?)
        """,
        row -> new Against(row.id(1), row.text(2), row.text(3)),
        number.strip(),
        desk.scope().patterns());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }
}
