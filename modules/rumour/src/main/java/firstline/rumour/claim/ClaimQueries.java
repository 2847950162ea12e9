package firstline.rumour.claim;

import static firstline.rumour.RumourRights.READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Claims as the officers see them. */
@ApplicationScoped
public class ClaimQueries {
  static final int SIZE = 50;

  /**
   * What a list is narrowed to; empty or null for everything.
   *
   * @param q words of the text
   * @param to the last day that is shown
   */
  public record Filter(
      String q, String state, String area, @Nullable LocalDate from, @Nullable LocalDate to) {}

  /** A line of the list. */
  public record Line(
      UUID id,
      String number,
      String excerpt,
      String state,
      String areaName,
      String seen,
      Instant receivedAt) {}

  /** One step of a claim; its words are {@code rumour.claim.verb.<verb>}. */
  public record Event(String verb, Instant at, String officer, String department, String reason) {}

  /**
   * A claim in the drawer.
   *
   * @param answer number of the public rebuttal that answers it
   */
  public record View(
      UUID id,
      long version,
      String number,
      String receipt,
      String text,
      String seen,
      String channel,
      String state,
      String areaCode,
      String areaName,
      Instant receivedAt,
      @Nullable String declinedWhy,
      @Nullable UUID rumourId,
      @Nullable String rumourNumber,
      @Nullable String rumourTitle,
      @Nullable String joinedHow,
      @Nullable Double score,
      @Nullable String answer,
      boolean isTransferred,
      List<Event> history) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected ClaimQueries() {}

  ClaimQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /**
   * A page of the list, the newest on top. At most three statements, whatever the number of rows,
   * and each touches few rows of a million whatever the planner believes of a word's frequency.
   */
  @Allows(right = READ, reads = true)
  @Requirement("R6.1")
  public Page<Line> list(Filter filter, Cursor cursor) {
    var patterns = desk.scope().patterns();
    var reach = reach(filter, patterns);
    if (reach == Reach.FEW || (reach == Reach.NARROW && filter.q().isBlank())) {
      return page(perArea(filter, patterns, cursor), cursor);
    }
    if (filter.q().isBlank()) {
      return page(inOrder(filter, patterns, cursor), cursor);
    }
    var near = page(amongTheNearest(filter, patterns, cursor), cursor);
    // A full page was found close by, as with every common word; a rare one has an index.
    return near.rows().size() == cursor.rows(SIZE)
        ? near
        : page(byWords(filter, patterns, cursor), cursor);
  }

  private Page<Line> page(Select select, Cursor cursor) {
    return Page.of(
        sql.list(select, ClaimQueries::line),
        SIZE,
        cursor,
        line -> Cursor.of(line.receivedAt(), line.id()));
  }

  /** How much of the tree may be seen: all areas, less than a quarter of them, or at most 64. */
  private enum Reach {
    WIDE,
    NARROW,
    FEW
  }

  private Reach reach(Filter filter, String[] patterns) {
    return sql.one(
        """
        select case when seen <= 64 then 'FEW' when 4 * seen < areas then 'NARROW' else 'WIDE' end
        from (select count(*) filter (where path like any (?) and path like ?) as seen,
            count(*) as areas from area) counted
        """,
        row -> Reach.valueOf(row.text(1)),
        patterns,
        "%" + filter.area() + "%");
  }

  /**
   * The newest of all are read in order and few are passed over. A claim is asked for its area, and
   * not found by it: the planner, which thinks areas few, would fetch and sort all claims.
   */
  private static Select inOrder(Filter filter, String[] patterns, Cursor cursor) {
    var select =
        Select.from(
                """
                select c.id, c.number, left(c.text, 160), c.state,
                  (select a.name from area a where a.code = c.area_code), c.seen, c.received_at
                from claim c
                """)
            .where(
                "(select a.path like any (?) and a.path like ? from area a"
                    + " where a.code = c.area_code)",
                patterns,
                "%" + filter.area() + "%");
    narrowed(select, filter);
    after(select, cursor);
    return ordered(select, cursor);
  }

  /** The words among the 5,000 claims that come next in the order. */
  private static Select amongTheNearest(Filter filter, String[] patterns, Cursor cursor) {
    var select =
        Select.from(
            """
            select c.id, c.number, left(c.text, 160), c.state, a.name, c.seen, c.received_at
            from (
              select * from claim c
            """);
    narrowed(select, filter);
    after(select, cursor);
    select.end(
        cursor.backwards()
            ? "order by c.received_at, c.id limit 5000"
            : "order by c.received_at desc, c.id desc limit 5000");
    select.end(
        """
        ) c join area a on a.code = c.area_code
        where a.path like any (?) and a.path like ? and c.text ilike ?
        """,
        patterns,
        "%" + filter.area() + "%",
        words(filter));
    return ordered(select, cursor);
  }

  /**
   * The words by the index of pairs. Materialized, so that the planner can neither walk the order
   * nor mix in the index of areas: both cost a second on a million.
   */
  private static Select byWords(Filter filter, String[] patterns, Cursor cursor) {
    var select = Select.from("with c as materialized (select * from claim c");
    var q = filter.q().strip();
    if (q.codePointCount(0, q.length()) > 1) {
      select.where("rumour_bigrams(c.text) @> rumour_bigrams(?)", q);
    }
    select.where("c.text ilike ?", words(filter));
    narrowed(select, filter);
    after(select, cursor);
    select.end(
        """
        ) select c.id, c.number, left(c.text, 160), c.state, a.name, c.seen, c.received_at
        from c join area a on a.code = c.area_code
        where a.path like any (?) and a.path like ?
        """,
        patterns,
        "%" + filter.area() + "%");
    return ordered(select, cursor);
  }

  /** The words as a pattern that means only themselves. */
  private static String words(Filter filter) {
    return Select.containing(filter.q());
  }

  private static void after(Select select, Cursor cursor) {
    if (cursor.backwards()) {
      select.where("(c.received_at, c.id) > (?, ?)", cursor.at(), cursor.id());
    } else {
      select.where("(c.received_at, c.id) < (?, ?)", cursor.at(), cursor.id());
    }
  }

  private static Select ordered(Select select, Cursor cursor) {
    return cursor.backwards()
        ? select.end("order by c.received_at, c.id limit ?", cursor.rows(SIZE) + 1)
        : select.end("order by c.received_at desc, c.id desc limit ?", cursor.rows(SIZE) + 1);
  }

  /** The newest of each area are merged. */
  private static Select perArea(Filter filter, String[] patterns, Cursor cursor) {
    var select =
        Select.from(
                """
                select c.id, c.number, left(c.text, 160), c.state, c.name, c.seen, c.received_at
                from (
                  select c.*, a.name from area a cross join lateral (
                    select c.id, c.number, c.text, c.state, c.seen, c.received_at from claim c
                """)
            .where("c.area_code = a.code");
    narrowed(select, filter);
    if (!filter.q().isBlank()) {
      select.where("c.text ilike ?", words(filter));
    }
    after(select, cursor);
    ordered(select, cursor);
    select.end(
        ") c where a.path like any (?) and a.path like ?", patterns, "%" + filter.area() + "%");
    ordered(select, cursor);
    return select.end(cursor.backwards() ? ") c order by 7, 1" : ") c order by 7 desc, 1 desc");
  }

  /** The filters as constants, so that the partial indexes are seen. */
  private static void narrowed(Select select, Filter filter) {
    switch (filter.state()) {
      case "RECEIVED" -> select.where("c.state = 'RECEIVED'");
      case "JOINED" -> select.where("c.state = 'JOINED'");
      case "ACCEPTED" -> select.where("c.state = 'ACCEPTED'");
      case "ANSWERED" -> select.where("c.state = 'ANSWERED'");
      case "TRANSFERRED" -> select.where("c.state = 'TRANSFERRED'");
      case "QUARANTINED" -> select.where("c.state = 'QUARANTINED'");
      case "DECLINED" -> select.where("c.state = 'DECLINED'");
      default -> {
        // Every state.
      }
    }
    var from = filter.from();
    if (from != null) {
      select.where("c.received_at >= ?", from.atStartOfDay(Clocks.ZONE).toInstant());
    }
    var to = filter.to();
    if (to != null) {
      select.where("c.received_at < ?", to.plusDays(1).atStartOfDay(Clocks.ZONE).toInstant());
    }
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.instant(7));
  }

  /** One claim. */
  @Allows(right = READ, reads = true)
  @Requirement("R6.1")
  public View one(UUID id) {
    var history = history(id);
    return sql.one(
        """
        select c.id, c.version, c.number, c.receipt, c.text, c.seen, c.channel, c.state,
          c.area_code, a.name, c.received_at, c.declined_why, c.rumour_id, m.number, m.title,
          c.joined_how, c.score, r.number, c.transferred_from is not null
        from claim c join area a on a.code = c.area_code
        left join rumour m on m.id = c.rumour_id
        left join rebuttal r on r.rumour_id = m.id and r.public_ordinal is not null
          and r.withdrawn_at is null
        where c.id = ? and a.path like any (?)
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
                row.text(10),
                row.instant(11),
                row.textOrNull(12),
                row.idOrNull(13),
                row.textOrNull(14),
                row.textOrNull(15),
                row.textOrNull(16),
                row.realOrNull(17),
                row.textOrNull(18),
                row.flag(19),
                history),
        id,
        desk.scope().patterns());
  }

  private List<Event> history(UUID id) {
    return sql.list(
        """
        select verb, at, officer_name, department_name, reason from claim_step
        where claim_id = ? order by at desc, id desc
        """,
        row -> new Event(row.text(1), row.instant(2), row.text(3), row.text(4), row.text(5)),
        id);
  }

  /** A receipt's phase and the number of the public rebuttal that answers it, if there is one. */
  public record Phase(String state, @Nullable String answer) {}

  /** What the person who reported it may know. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R1.3")
  public Phase phase(String receipt) {
    return sql.one(
        """
        select c.state, r.number from claim c
        left join rebuttal r on r.rumour_id = c.rumour_id and r.public_ordinal is not null
          and r.withdrawn_at is null
        where c.receipt = ?
        """,
        row -> new Phase(row.text(1), row.textOrNull(2)),
        receipt.strip().toUpperCase(java.util.Locale.ROOT));
  }
}
