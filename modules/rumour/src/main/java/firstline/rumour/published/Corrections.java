package firstline.rumour.published;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that was corrected or withdrawn, the newest first: nobody need look for it. */
@ApplicationScoped
public class Corrections {
  static final int SIZE = 30;

  /**
   * One correction, or a withdrawal.
   *
   * @param kind that of the version, or WITHDRAWN
   * @param note why, or the notice
   * @param withdrawn true if the whole was withdrawn since: its words are shown no more
   * @param verdictBefore null if the verdict stayed
   * @param factBefore null if the headline stayed
   */
  public record Change(
      UUID id,
      String number,
      String kind,
      String note,
      Instant at,
      boolean withdrawn,
      String fact,
      @Nullable String factBefore,
      String verdict,
      @Nullable String verdictBefore) {}

  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected Corrections() {}

  /** For tests without a server. */
  Corrections(Sql sql) {
    this.sql = sql;
  }

  /** A page of them: one statement. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R8.5")
  public Page<Change> list(Cursor cursor) {
    var rows =
        cursor.backwards()
            ? sql.list(
                """
                with change as (
                  (select v.id, r.number, v.kind, v.note, coalesce(v.published_at, v.written_at) at,
                    r.withdrawn_at is not null gone, v.fact, v.verdict, v.rebuttal_id, v.ordinal
                  from rebuttal_version v join rebuttal r on r.id = v.rebuttal_id
                  where v.ordinal > 1 and v.ordinal <= r.public_ordinal
                    and v.state in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')
                    and (coalesce(v.published_at, v.written_at), v.id) > (?, ?)
                  order by coalesce(v.published_at, v.written_at), v.id limit ?)
                  union all
                  (select r.id, r.number, 'WITHDRAWN', r.withdrawal_notice, r.withdrawn_at, true,
                    '', '', r.id, 0
                  from rebuttal r
                  where r.withdrawn_at is not null and (r.withdrawn_at, r.id) > (?, ?)
                  order by r.withdrawn_at, r.id limit ?)
                  order by at, id limit ?
                )
                select c.id, c.number, c.kind, c.note, c.at, c.gone, c.fact, p.fact, c.verdict,
                  p.verdict
                from change c left join lateral (
                  select p.fact, p.verdict from rebuttal_version p
                  where p.rebuttal_id = c.rebuttal_id and p.ordinal < c.ordinal
                    and p.state in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')
                  order by p.ordinal desc limit 1) p on true
                order by c.at, c.id
                """,
                Corrections::change,
                arguments(cursor))
            : sql.list(
                """
                with change as (
                  (select v.id, r.number, v.kind, v.note, coalesce(v.published_at, v.written_at) at,
                    r.withdrawn_at is not null gone, v.fact, v.verdict, v.rebuttal_id, v.ordinal
                  from rebuttal_version v join rebuttal r on r.id = v.rebuttal_id
                  where v.ordinal > 1 and v.ordinal <= r.public_ordinal
                    and v.state in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')
                    and (coalesce(v.published_at, v.written_at), v.id) < (?, ?)
                  order by coalesce(v.published_at, v.written_at) desc, v.id desc limit ?)
                  union all
                  (select r.id, r.number, 'WITHDRAWN', r.withdrawal_notice, r.withdrawn_at, true,
                    '', '', r.id, 0
                  from rebuttal r
                  where r.withdrawn_at is not null and (r.withdrawn_at, r.id) < (?, ?)
                  order by r.withdrawn_at desc, r.id desc limit ?)
                  order by at desc, id desc limit ?
                )
                select c.id, c.number, c.kind, c.note, c.at, c.gone, c.fact, p.fact, c.verdict,
                  p.verdict
                from change c left join lateral (
                  select p.fact, p.verdict from rebuttal_version p
                  where p.rebuttal_id = c.rebuttal_id and p.ordinal < c.ordinal
                    and p.state in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')
                  order by p.ordinal desc limit 1) p on true
                order by c.at desc, c.id desc
                """,
                Corrections::change,
                arguments(cursor));
    return Page.of(rows, SIZE, cursor, change -> Cursor.of(change.at(), change.id()));
  }

  private static Object[] arguments(Cursor cursor) {
    return new Object[] {
      cursor.at(), cursor.id(), SIZE + 1, cursor.at(), cursor.id(), SIZE + 1, SIZE + 1
    };
  }

  private static Change change(Row row) throws SQLException {
    return new Change(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.instant(5),
        row.flag(6),
        row.text(7),
        other(row.textOrNull(8), row.text(7)),
        row.text(9),
        other(row.textOrNull(10), row.text(9)));
  }

  private static @Nullable String other(@Nullable String before, String now) {
    return now.equals(before) ? null : before;
  }
}
