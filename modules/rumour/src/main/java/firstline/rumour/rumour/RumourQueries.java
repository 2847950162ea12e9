package firstline.rumour.rumour;

import static firstline.rumour.RumourRights.READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
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

/** Rumours as the officers see them. */
@ApplicationScoped
public class RumourQueries {
  static final int SIZE = 50;

  /** Wordings and claims that the record shows; there may be thousands. */
  private static final int SHOWN = 50;

  /**
   * What a list is narrowed to; empty for everything.
   *
   * @param state a state, or {@code WORKING}, {@code OVERDUE}, {@code IDLE}, {@code CLOSING}
   * @param mine true for those that the officer at the desk owns
   */
  public record Filter(String q, String state, String area, String topic, boolean mine) {}

  /** A line of the list and a card of the board. */
  public record Line(
      UUID id,
      String number,
      String title,
      String state,
      String areaName,
      String topic,
      int priority,
      String ownerName,
      @Nullable String verdict,
      @Nullable Instant dueAt,
      Instant changedAt,
      boolean isOverdue,
      boolean isIdle,
      boolean isImported,
      long claims) {}

  /** A wording: where it was seen in public, when and how often. */
  public record Wording(
      String text, String seen, String areaName, Instant firstSeen, Instant lastSeen, int count) {}

  /** A piece of evidence. */
  public record Proof(
      UUID id,
      String kind,
      String organisation,
      boolean isCompetent,
      String stance,
      String quote,
      String url,
      @Nullable UUID fileId,
      @Nullable String sha256,
      @Nullable LocalDate dated,
      Instant addedAt,
      String adderName,
      @Nullable String withdrawnWhy) {}

  /** A claim that reports it. */
  public record Report(
      UUID id,
      String number,
      String excerpt,
      String state,
      @Nullable String joinedHow,
      @Nullable Double score,
      String areaName,
      Instant receivedAt) {}

  /** One step of the history. */
  public record Event(
      String verb,
      String state,
      Instant at,
      String officerName,
      String departmentName,
      String reason) {}

  /** A rebuttal of it: the one that lives first, then those that were withdrawn. */
  public record Answer(UUID id, String number, String fact, String state, boolean isPublic) {}

  /** The record. */
  public record View(
      UUID id,
      long version,
      String number,
      String title,
      String topic,
      String state,
      String areaCode,
      String areaName,
      String departmentName,
      int harm,
      int spread,
      int urgency,
      @Nullable UUID ownerId,
      @Nullable String ownerName,
      @Nullable String verdict,
      String verdictReason,
      @Nullable UUID proposedBy,
      @Nullable String proposerName,
      @Nullable String confirmerName,
      @Nullable UUID closingBy,
      @Nullable String closedWhy,
      boolean isImported,
      int detached,
      @Nullable Instant dueAt,
      @Nullable Instant receivedAt,
      Instant openedAt,
      @Nullable Instant confirmedAt,
      @Nullable Instant firstPublicAt,
      @Nullable Instant escalatedAt,
      @Nullable String mergedInto,
      long claims,
      List<Wording> wordings,
      List<Proof> evidence,
      List<Report> reports,
      List<Answer> answers,
      List<Event> events) {
    public int priority() {
      return new Triage(harm, spread, urgency).priority();
    }
  }

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected RumourQueries() {}

  RumourQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** A page of the list, what changed last on top. */
  @Allows(right = READ, reads = true)
  @Requirement("R6.1")
  public Page<Line> list(Filter filter, Cursor cursor) {
    var select = narrowed(filter);
    select.newestFirst("m.changed_at", "m.id", cursor, SIZE);
    return Page.of(
        sql.list(select, RumourQueries::line),
        SIZE,
        cursor,
        line -> Cursor.of(line.changedAt(), line.id()));
  }

  private Select narrowed(Filter filter) {
    var select =
        Select.from(
            """
            select m.id, m.number, m.title, m.state,
              (select a.name from area a where a.code = m.area_code), m.topic,
              m.harm * m.spread * m.urgency, coalesce(m.owner_name, ''), m.verdict, m.due_at,
              m.changed_at,
              rumour_is_late(m),
              m.escalated_at is not null, m.imported,
              (select count(*) from claim c where c.rumour_id = m.id)
            from rumour m
            """);
    select
        .where(
            "m.area_code in (select code from area where path like any (?))",
            (Object) desk.scope().patterns())
        .whereSet("m.topic = ?", filter.topic())
        .whereSet(
            "m.area_code in (select b.code from area a join area b on b.path like a.path || '%'"
                + " where a.code = ?)",
            filter.area());
    switch (filter.state()) {
      case "WORKING" ->
          select.where(
              "m.state not in ('REBUTTED', 'ARCHIVED', 'MERGED', 'CLOSED_SILENT', 'ESCALATED')");
      case "OVERDUE" -> select.where("rumour_is_late(m)");
      case "IDLE" -> select.where("m.escalated_at is not null");
      case "CLOSING" -> select.where("m.closing_by is not null and m.state <> 'CLOSED_SILENT'");
      default -> select.whereSet("m.state = ?", filter.state());
    }
    if (filter.mine()) {
      select.where("m.owner_id = ?", desk.officer().id());
    }
    if (!filter.q().isBlank()) {
      var like = Select.containing(filter.q());
      select.where(
          "m.number = ? or m.title ilike ? or exists (select 1 from rumour_wording w"
              + " where w.rumour_id = m.id and w.text ilike ?)",
          filter.q().strip(),
          like,
          like);
    }
    return select;
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.integer(7),
        row.text(8),
        row.textOrNull(9),
        row.instantOrNull(10),
        row.instant(11),
        row.flag(12),
        row.flag(13),
        row.flag(14),
        row.number(15));
  }

  /** The record. Six statements, whatever it holds. */
  @Allows(right = READ, reads = true)
  @Requirement("R6.1")
  public View one(UUID id) {
    var scope = desk.scope().patterns();
    var parts = new RumourParts(sql, id, scope, SHOWN);
    var wordings = parts.wordings();
    var evidence = parts.evidence();
    var reports = parts.reports();
    var answers = parts.answers();
    var events = parts.events();
    return sql.one(
        """
        select m.id, m.version, m.number, m.title, m.topic, m.state, m.area_code, a.name,
          m.department_name, m.harm, m.spread, m.urgency, m.owner_id, m.owner_name, m.verdict,
          m.verdict_reason, m.proposed_by, m.proposer_name, m.confirmer_name, m.closing_by,
          m.closed_why, m.imported, m.detached, m.due_at, m.received_at, m.opened_at,
          m.confirmed_at, m.first_public_at, m.escalated_at,
          (select o.number from rumour o where o.id = m.merged_into),
          (select count(*) from claim c where c.rumour_id = m.id)
        from rumour m join area a on a.code = m.area_code
        where m.id = ? and a.path like any (?)
        """,
        row ->
            new View(
                row.id(1),
                row.number(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.text(7),
                row.text(8),
                row.text(9),
                row.integer(10),
                row.integer(11),
                row.integer(12),
                row.idOrNull(13),
                row.textOrNull(14),
                row.textOrNull(15),
                row.text(16),
                row.idOrNull(17),
                row.textOrNull(18),
                row.textOrNull(19),
                row.idOrNull(20),
                row.textOrNull(21),
                row.flag(22),
                row.integer(23),
                row.instantOrNull(24),
                row.instantOrNull(25),
                row.instant(26),
                row.instantOrNull(27),
                row.instantOrNull(28),
                row.instantOrNull(29),
                row.textOrNull(30),
                row.number(31),
                wordings,
                evidence,
                reports,
                answers,
                events),
        id,
        scope);
  }
}
