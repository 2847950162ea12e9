package firstline.rumour.rebuttal;

import static firstline.rumour.RumourRights.READ;

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

/** Rebuttals as the officers see them. */
@ApplicationScoped
public class RebuttalQueries {
  static final int SIZE = 50;
  private static final int AHEAD = 7;

  /**
   * What a list is narrowed to; empty for everything.
   *
   * @param q a number, or words of claim or fact
   */
  public record Filter(String q, String state, String area) {}

  /** A line of the list. */
  public record Line(
      UUID id,
      String number,
      String fact,
      String state,
      String verdict,
      String areaName,
      String departmentName,
      Instant changedAt,
      boolean isPublic,
      boolean isImported,
      long claims,
      @Nullable LocalDate reviewBy,
      @Nullable Instant dueAt) {}

  /** The record: the answer, its versions with the newest first, its history. */
  public record View(
      UUID id,
      long version,
      String number,
      String areaCode,
      String areaName,
      String departmentName,
      String state,
      @Nullable Instant firstPublicAt,
      @Nullable Integer publicOrdinal,
      @Nullable Instant withdrawnAt,
      @Nullable String notice,
      @Nullable String origin,
      UUID rumourId,
      String rumourNumber,
      long claims,
      List<Version> versions,
      List<Event> events) {
    /** The version that is worked on, or was last. */
    public Version newest() {
      return versions.get(0);
    }

    /** The version that the public reads, if any. */
    public @Nullable Version shown() {
      return versions.stream()
          .filter(one -> publicOrdinal != null && one.ordinal() == publicOrdinal)
          .findFirst()
          .orElse(null);
    }

    public boolean isPublic() {
      return publicOrdinal != null && withdrawnAt == null;
    }
  }

  /** One version. */
  public record Version(
      UUID id,
      int ordinal,
      String kind,
      String note,
      Content content,
      String state,
      String writers,
      String writerNames,
      String hash,
      Instant writtenAt,
      @Nullable Instant submittedAt,
      String emergencyWhy,
      String reviewers,
      @Nullable String returnedWhy,
      @Nullable Instant approvedAt,
      @Nullable String approverName,
      @Nullable Instant dueAt,
      @Nullable Instant completedAt,
      @Nullable Instant objectedAt,
      @Nullable String objectorName,
      @Nullable String objection,
      @Nullable Instant publishedAt) {
    /** True while somebody is to review it: before it goes out, or after it. */
    public boolean awaitsReview() {
      return VersionState.valueOf(state).inReview() || isDueAfterwards();
    }

    /** True if it may be out already and the last review is due. */
    public boolean isDueAfterwards() {
      return (state.equals("APPROVED") || state.equals("PUBLISHED"))
          && dueAt != null
          && completedAt == null
          && objectedAt == null;
    }
  }

  /** One step of the history. */
  public record Event(
      int ordinal,
      String verb,
      Instant at,
      String officerName,
      String departmentName,
      String reason) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected RebuttalQueries() {}

  RebuttalQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** A page of the list, what changed last on top. */
  @Allows(right = READ, reads = true)
  @Requirement("R6.1")
  public Page<Line> list(Filter filter, Cursor cursor) {
    var select =
        Select.from(
            """
            select r.id, r.number, v.fact, r.state, v.verdict,
              (select a.name from area a where a.code = r.area_code), r.department_name,
              r.changed_at, r.public_ordinal is not null and r.withdrawn_at is null,
              r.origin is not null, (select count(*) from claim c where c.rumour_id = r.rumour_id),
              v.review_by,
              case when v.completed_at is null and v.objected_at is null then v.due_at end
            from rebuttal r join lateral (
              select v.* from rebuttal_version v
              where v.rebuttal_id = r.id order by v.ordinal desc limit 1) v on true
            """);
    select
        .where(
            "r.area_code in (select code from area where path like any (?))",
            (Object) desk.scope().patterns())
        .whereSet(
            "r.area_code in (select b.code from area a join area b on b.path like a.path || '%'"
                + " where a.code = ?)",
            filter.area());
    narrow(select, filter.state());
    if (!filter.q().isBlank()) {
      var like = Select.containing(filter.q());
      select.where("r.number = ? or v.fact ilike ? or v.claim ilike ?", filter.q(), like, like);
    }
    select.newestFirst("r.changed_at", "r.id", cursor, SIZE);
    return Page.of(
        sql.list(select, RebuttalQueries::line),
        SIZE,
        cursor,
        line -> Cursor.of(line.changedAt(), line.id()));
  }

  /** A state, or one of the lists that to-dos lead to. */
  @Requirement("R2.18")
  private void narrow(Select select, String state) {
    switch (state) {
      case "REVIEW" -> select.where("r.state in ('REVIEW_1', 'REVIEW_2', 'REVIEW_3')");
      case "AFTERWARDS" ->
          select.where(
              "exists (select 1 from rebuttal_version o where o.rebuttal_id = r.id"
                  + " and o.state in ('APPROVED', 'PUBLISHED') and o.due_at is not null"
                  + " and o.completed_at is null and o.objected_at is null)");
      case "OBJECTED" ->
          select.where(
              "exists (select 1 from rebuttal_version o where o.rebuttal_id = r.id"
                  + " and o.state = 'PUBLISHED' and o.objected_at is not null)");
      case "TO_PUBLISH" ->
          select.where(
              "r.state = 'APPROVED' and not exists (select 1 from release o"
                  + " where o.rebuttal_id = r.id and o.channel = 'WEB' and o.state = 'QUEUED')");
      case "REREVIEW" ->
          select.where(
              "exists (select 1 from rebuttal_version o where o.rebuttal_id = r.id"
                  + " and o.state = 'PUBLISHED' and o.review_by <= ?)",
              soon(clock));
      default -> select.whereSet("r.state = ?", state);
    }
  }

  /** A date on which somebody is to look again is shown so many days before it comes. */
  public static LocalDate soon(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE).plusDays(AHEAD);
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.instant(8),
        row.flag(9),
        row.flag(10),
        row.number(11),
        row.dateOrNull(12),
        row.instantOrNull(13));
  }

  /** The record. */
  @Allows(right = READ, reads = true)
  @Requirement("R6.1")
  public View one(UUID id) {
    var versions = versions(id);
    var events = events(id);
    return sql.one(
        """
        select r.id, r.version, r.number, r.area_code, a.name, r.department_name, r.state,
          r.first_public_at, r.public_ordinal, r.withdrawn_at, r.withdrawal_notice, r.origin,
          r.rumour_id, (select number from rumour m where m.id = r.rumour_id),
          (select count(*) from claim c where c.rumour_id = r.rumour_id)
        from rebuttal r join area a on a.code = r.area_code
        where r.id = ? and a.path like any (?)
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
                row.instantOrNull(8),
                row.textOrNull(9) == null ? null : row.integer(9),
                row.instantOrNull(10),
                row.textOrNull(11),
                row.textOrNull(12),
                row.id(13),
                row.text(14),
                row.number(15),
                versions,
                events),
        id,
        desk.scope().patterns());
  }

  private List<Version> versions(UUID id) {
    return VersionRows.of(sql, id);
  }

  private List<Event> events(UUID id) {
    return sql.list(
        """
        select ordinal, verb, at, officer_name, department_name, reason
        from rebuttal_step where rebuttal_id = ? order by at desc, id desc
        """,
        row ->
            new Event(
                row.integer(1), row.text(2), row.instant(3), row.text(4), row.text(5), row.text(6)),
        id);
  }
}
