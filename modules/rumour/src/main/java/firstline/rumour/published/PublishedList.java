package firstline.rumour.published;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The public list, narrowed and turned page by page. */
@ApplicationScoped
public class PublishedList {
  static final int SIZE = 20;

  /** Nobody reads on beyond this; the list says "more than". */
  static final int COUNTED = 10_000;

  /** What the list is narrowed to; empty or 0 for everything. A month without a year means none. */
  public record Filter(String verdict, String area, int year, int month, String words) {
    static final Filter NONE = new Filter("", "", 0, 0, "");

    boolean isNone() {
      return equals(NONE);
    }

    private Instant from() {
      return start(month == 0 ? 1 : month).toInstant();
    }

    private Instant until() {
      return (month == 0 ? start(1).plusYears(1) : start(month).plusMonths(1)).toInstant();
    }

    private ZonedDateTime start(int first) {
      return LocalDate.of(year, first, 1).atStartOfDay(Clocks.ZONE);
    }
  }

  /** A line of the public list. */
  public record Line(
      UUID id,
      String number,
      String fact,
      String claim,
      String verdict,
      String areaName,
      boolean corrected,
      Instant publicAt) {}

  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected PublishedList() {}

  /** For tests without a server. */
  PublishedList(Sql sql) {
    this.sql = sql;
  }

  /** A page of what is public, the newest on top. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R8.1")
  public Page<Line> list(Filter filter, Cursor cursor) {
    var select =
        narrowed(
            Select.from(
                """
                select r.id, r.number, v.fact, left(v.claim, 200), v.verdict, a.name,
                  v.kind <> 'ORIGINAL', r.public_at
                from rebuttal r join rebuttal_version v
                  on v.rebuttal_id = r.id and v.ordinal = r.public_ordinal
                join area a on a.code = r.area_code
                """),
            filter);
    select.newestFirst("r.public_at", "r.id", cursor, SIZE);
    return Page.of(
        sql.list(select, PublishedList::line),
        SIZE,
        cursor,
        line -> Cursor.of(line.publicAt(), line.id()));
  }

  /** How many there are; one more than {@link #COUNTED} if there are more than that. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R8.1")
  public int count(Filter filter) {
    var select =
        narrowed(
            Select.from(
                """
                select count(*) from (select 1
                from rebuttal r join rebuttal_version v
                  on v.rebuttal_id = r.id and v.ordinal = r.public_ordinal
                """),
            filter);
    return sql.list(select.end("limit ?) counted", COUNTED + 1), row -> row.integer(1)).get(0);
  }

  /** The years in which something became what it is, the newest first. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public List<Integer> years() {
    return sql.one(
        """
        select
          (select public_at from rebuttal where public_ordinal is not null
            order by public_at desc, id desc limit 1),
          (select public_at from rebuttal where public_ordinal is not null
            order by public_at, id limit 1)
        """,
        row -> {
          var last = row.instantOrNull(1);
          var first = row.instantOrNull(2);
          return last == null || first == null
              ? List.of()
              : IntStream.rangeClosed(-year(last), -year(first)).mapToObj(year -> -year).toList();
        });
  }

  private static int year(Instant instant) {
    return LocalDate.ofInstant(instant, Clocks.ZONE).getYear();
  }

  private static Select narrowed(Select select, Filter filter) {
    select
        .where("r.public_ordinal is not null")
        .where("r.withdrawn_at is null")
        .whereSet("v.verdict = ?", filter.verdict());
    if (!filter.area().isEmpty()) {
      select.where(
          "r.area_code = any (array(select code from area where path like ?))",
          "%" + filter.area() + "%");
    }
    if (filter.year() != 0) {
      select.where("r.public_at >= ? and r.public_at < ?", filter.from(), filter.until());
    }
    var words = filter.words();
    if (!words.isEmpty()) {
      // Pairs have an index and find too much; the pattern says what is meant.
      if (words.codePointCount(0, words.length()) > 1) {
        select.where(
            "rumour_bigrams(v.fact || ' ' || left(v.claim, 400)) @> rumour_bigrams(?)", words);
      }
      select.where("v.fact || ' ' || left(v.claim, 400) ilike ?", Select.containing(words));
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
        row.flag(7),
        row.instant(8));
  }
}
