package firstline.rumour.opendata;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the feeds and the sitemap are made of. */
@ApplicationScoped
public class FeedQueries {
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
      @Nullable String notice) {
    boolean isCorrected() {
      return !kind.equals("ORIGINAL");
    }
  }

  /** A page of the public site and when it changed last. */
  public record Place(UUID id, String number, Instant changed) {}

  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected FeedQueries() {}

  /** For tests without a server. */
  FeedQueries(Sql sql) {
    this.sql = sql;
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

  /** When anything of all rebuttals changed last; the epoch if there is none. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public Instant changedAt() {
    return sql.first(
            "select changed_at from rebuttal order by changed_at desc, id desc limit 1",
            row -> row.instant(1))
        .orElse(Instant.EPOCH);
  }

  /** The last id of each full part but the end: where the next part of a sitemap begins. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public List<UUID> partings(int part) {
    return sql.list(
        """
        select id from (
          select id, row_number() over (order by id) place, count(*) over () as all_of_them
          from rebuttal where public_ordinal is not null and withdrawn_at is null) placed
        where place % ? = 0 and place < all_of_them order by id
        """,
        row -> row.id(1), part);
  }

  /** Public pages in the order of ids. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public List<Place> places(UUID after, int size) {
    return sql.list(
        """
        select id, number, public_at from rebuttal
        where public_ordinal is not null and withdrawn_at is null and id > ?
        order by id limit ?
        """,
        row -> new Place(row.id(1), row.text(2), row.instant(3)),
        after,
        size);
  }
}
