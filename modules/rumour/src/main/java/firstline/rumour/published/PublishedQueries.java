package firstline.rumour.published;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.rumour.rebuttal.SourcesColumn;
import firstline.rumour.rumour.Source;
import firstline.rumour.rumour.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is public. Withdrawn rebuttals are known here by number and notice only. */
@ApplicationScoped
public class PublishedQueries {
  static final int SIZE = 20;

  /** A line of the public list. */
  public record Line(
      UUID id, String number, String fact, String claim, String verdict, Instant publicAt) {}

  /** The public page. */
  public record View(
      UUID id,
      String number,
      String departmentName,
      String areaName,
      @Nullable Instant firstPublicAt,
      Instant publicAt,
      @Nullable Instant withdrawnAt,
      @Nullable String notice,
      @Nullable String origin,
      String claim,
      String fact,
      String explanation,
      List<Source> sources,
      Verdict verdict,
      String language,
      int ordinal,
      String kind,
      String note,
      List<Correction> history) {
    /** When the first version became public: here, or by the word of the system it came from. */
    public Instant published() {
      return firstPublicAt == null ? publicAt : firstPublicAt;
    }

    public boolean isCorrected() {
      return ordinal > 1;
    }
  }

  /** A version that is or was public. */
  public record Correction(
      int ordinal, String kind, String note, String fact, @Nullable Instant publishedAt) {}

  /** An entry of the feed: published, corrected or withdrawn. */
  public record Entry(
      UUID id,
      String number,
      String fact,
      String claim,
      String explanation,
      String verdict,
      String language,
      String departmentName,
      Instant published,
      Instant updated,
      int ordinal,
      String kind,
      String note,
      @Nullable String notice) {}

  @Inject private Sql sql;

  /** A page of what is public, the newest on top. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public Page<Line> list(Cursor cursor) {
    var select =
        Select.from(
                """
                select r.id, r.number, v.fact, left(v.claim, 200), v.verdict, r.public_at
                from rebuttal r join rebuttal_version v
                  on v.rebuttal_id = r.id and v.ordinal = r.public_ordinal
                """)
            .where("r.public_ordinal is not null")
            .where("r.withdrawn_at is null");
    if (cursor.backwards()) {
      select
          .where("(r.public_at, r.id) > (?, ?)", cursor.at(), cursor.id())
          .end("order by r.public_at, r.id limit ?", SIZE + 1);
    } else {
      select
          .where("(r.public_at, r.id) < (?, ?)", cursor.at(), cursor.id())
          .end("order by r.public_at desc, r.id desc limit ?", SIZE + 1);
    }
    return Page.of(
        sql.list(select, PublishedQueries::line),
        SIZE,
        cursor,
        line -> Cursor.of(line.publicAt(), line.id()));
  }

  private static Line line(Row row) throws SQLException {
    return new Line(row.id(1), row.text(2), row.text(3), row.text(4), row.text(5), row.instant(6));
  }

  /** The rebuttal with the number, if it is or was public. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R3.4")
  public Optional<View> one(String number) {
    var history =
        sql.list(
            """
            select v.ordinal, v.kind, v.note, v.fact, v.published_at
            from rebuttal r join rebuttal_version v
              on v.rebuttal_id = r.id and v.ordinal <= r.public_ordinal
                and v.state <> 'REVOKED'
            where r.number = ? order by v.ordinal desc
            """,
            row ->
                new Correction(
                    row.integer(1), row.text(2), row.text(3), row.text(4), row.instantOrNull(5)),
            number);
    return sql.first(
        """
        select r.id, r.number, r.department_name, a.name, r.first_public_at, r.public_at,
          r.withdrawn_at, r.withdrawal_notice, r.origin, v.claim, v.fact, v.explanation, v.sources,
          v.verdict, v.language, v.ordinal, v.kind, v.note
        from rebuttal r join area a on a.code = r.area_code
        join rebuttal_version v on v.rebuttal_id = r.id and v.ordinal = r.public_ordinal
        where r.number = ?
        """,
        row ->
            new View(
                row.id(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.instantOrNull(5),
                row.instant(6),
                row.instantOrNull(7),
                row.textOrNull(8),
                row.textOrNull(9),
                row.text(10),
                row.text(11),
                row.text(12),
                SourcesColumn.read(row.text(13)),
                Verdict.valueOf(row.text(14)),
                row.text(15),
                row.integer(16),
                row.text(17),
                row.text(18),
                history),
        number);
  }

  /** The last changes to what is public, the newest first. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R4.3")
  public List<Entry> changes(int limit) {
    return sql.list(
        """
        select r.id, r.number, v.fact, v.claim, left(v.explanation, 2000), v.verdict, v.language,
          r.department_name, coalesce(r.first_public_at, r.public_at), r.public_at, v.ordinal,
          v.kind, v.note, r.withdrawal_notice
        from rebuttal r join rebuttal_version v
          on v.rebuttal_id = r.id and v.ordinal = r.public_ordinal
        where r.public_ordinal is not null
        order by r.public_at desc, r.id desc limit ?
        """,
        row ->
            new Entry(
                row.id(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.text(7),
                row.text(8),
                row.instant(9),
                row.instant(10),
                row.integer(11),
                row.text(12),
                row.text(13),
                row.textOrNull(14)),
        limit);
  }
}
