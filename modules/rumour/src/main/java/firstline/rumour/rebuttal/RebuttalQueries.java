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
import firstline.rumour.rumour.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rebuttals as the officers see them. */
@ApplicationScoped
public class RebuttalQueries {
  static final int SIZE = 50;

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
      long claims) {}

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
      @Nullable String returnedWhy,
      @Nullable Content looked,
      @Nullable Instant approvedAt,
      @Nullable String approverName,
      @Nullable Instant publishedAt) {}

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
              r.origin is not null, (select count(*) from claim c where c.rumour_id = r.rumour_id)
            from rebuttal r join lateral (
              select v.fact, v.verdict, v.claim from rebuttal_version v
              where v.rebuttal_id = r.id order by v.ordinal desc limit 1) v on true
            """);
    select
        .where(
            "r.area_code in (select code from area where path like any (?))",
            (Object) desk.scope().patterns())
        .whereSet("r.state = ?", filter.state())
        .whereSet(
            "r.area_code in (select b.code from area a join area b on b.path like a.path || '%'"
                + " where a.code = ?)",
            filter.area());
    if (!filter.q().isBlank()) {
      var like = like(filter.q());
      select.where("r.number = ? or v.fact ilike ? or v.claim ilike ?", filter.q(), like, like);
    }
    if (cursor.backwards()) {
      select
          .where("(r.changed_at, r.id) > (?, ?)", cursor.at(), cursor.id())
          .end("order by r.changed_at, r.id limit ?", SIZE + 1);
    } else {
      select
          .where("(r.changed_at, r.id) < (?, ?)", cursor.at(), cursor.id())
          .end("order by r.changed_at desc, r.id desc limit ?", SIZE + 1);
    }
    return Page.of(
        sql.list(select, RebuttalQueries::line),
        SIZE,
        cursor,
        line -> Cursor.of(line.changedAt(), line.id()));
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
        row.number(11));
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
          r.rumour_id, (select number from rumour m where m.id = r.rumour_id), (select count(*) from claim c where c.rumour_id = r.rumour_id)
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
    return sql.list(
        """
        select ordinal, kind, note, claim, fact, explanation, sources, verdict, language, state,
          writers, writer_names, content_hash, written_at, submitted_at, returned_why, looked,
          approved_at, approver_name, published_at
        from rebuttal_version where rebuttal_id = ? order by ordinal desc
        """,
        RebuttalQueries::version,
        id);
  }

  private static Version version(Row row) throws SQLException {
    var looked = row.textOrNull(17);
    return new Version(
        row.integer(1),
        row.text(2),
        row.text(3),
        new Content(
            row.text(4),
            row.text(5),
            row.text(6),
            SourcesColumn.read(row.text(7)),
            Verdict.valueOf(row.text(8)),
            row.text(9)),
        row.text(10),
        row.text(11),
        row.text(12),
        row.text(13),
        row.instant(14),
        row.instantOrNull(15),
        row.textOrNull(16),
        looked == null ? null : ContentColumn.read(looked),
        row.instantOrNull(18),
        row.textOrNull(19),
        row.instantOrNull(20));
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

  private static String like(String q) {
    return "%" + q.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }
}
