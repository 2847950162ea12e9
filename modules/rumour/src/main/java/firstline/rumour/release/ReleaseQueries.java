package firstline.rumour.release;

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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Releases as the officers see them. */
@ApplicationScoped
public class ReleaseQueries {
  static final int SIZE = 50;

  private static final String LINES =
      """
      select r.id, r.rebuttal_id, r.number, r.ordinal, r.channel, r.state, r.withdrawal, r.due_at,
        r.ordered_at, r.orderer_name, r.department_name, r.sent_at, r.url, r.appeared_at, r.note,
        r.file_id, r.sha256, r.operator, r.confirmed_at, r.correction_due_at, r.closing_url,
        r.closing_appeared_at, r.closing_note, r.closing_file_id, r.closing_sha256, r.closed_at,
        r.attempts, r.next_at, r.reason, r.version, a.name
      from release r join area a on a.code = r.area_code
      """;

  /** A receipt on the screen. */
  public record Seen(
      String url,
      Instant appearedAt,
      String note,
      @Nullable UUID fileId,
      @Nullable String sha256) {}

  /** A release on the screen. */
  public record Line(
      UUID id,
      UUID rebuttalId,
      String number,
      int ordinal,
      String channel,
      String state,
      boolean isWithdrawal,
      Instant dueAt,
      Instant orderedAt,
      String ordererName,
      String departmentName,
      @Nullable Instant sentAt,
      @Nullable Seen receipt,
      String operator,
      @Nullable Instant confirmedAt,
      @Nullable Instant correctionDueAt,
      @Nullable Seen closing,
      @Nullable Instant closedAt,
      int attempts,
      @Nullable Instant nextAt,
      String reason,
      long version,
      String areaName) {
    public boolean automatic() {
      return Channel.valueOf(channel).automatic();
    }

    public boolean onLine() {
      return Channel.valueOf(channel).onLine();
    }
  }

  /** One step of the history. */
  public record Event(
      String verb, Instant at, String officerName, String departmentName, String reason) {}

  /** A release and its history. */
  public record View(Line line, List<Event> events) {}

  /** A line of what waits for an officer. */
  public record Due(
      UUID id,
      UUID rebuttalId,
      String number,
      String fact,
      String channel,
      String state,
      boolean isWithdrawal,
      int ordinal,
      String areaName,
      String departmentName,
      String who,
      String url,
      Instant since) {
    /** What is to be done. Words: {@code rumour.corrections.todo.<name>}. */
    public String todo() {
      return isWithdrawal ? "WITHDRAWN" : state;
    }
  }

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected ReleaseQueries() {}

  /** For tests without a server. */
  ReleaseQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** Where the rebuttal went, the newest version first. */
  @Allows(right = READ, reads = true)
  @Requirement("R6.1")
  public List<Line> of(UUID rebuttalId) {
    return sql.list(
        LINES
            + """
        where r.rebuttal_id = ? and a.path like any (?)
        order by r.ordinal desc, array_position(array['WEB', 'FEED', 'CLAIM_REVIEW', 'WECHAT',
          'WEIBO', 'LOUDSPEAKER', 'POSTER', 'PRESS'], r.channel), r.id desc
        """,
        ReleaseQueries::line,
        rebuttalId,
        desk.scope().patterns());
  }

  /** One release. */
  @Allows(right = READ, reads = true)
  @Requirement({"R6.1", "R3.18"})
  public View one(UUID id) {
    var line =
        sql.one(
            LINES + "where r.id = ? and a.path like any (?)",
            ReleaseQueries::line,
            id,
            desk.scope().patterns());
    return new View(
        line,
        sql.list(
            """
            select verb, at, officer_name, department_name, reason
            from release_step where release_id = ? order by at desc, id desc
            """,
            row -> new Event(row.text(1), row.instant(2), row.text(3), row.text(4), row.text(5)),
            id));
  }

  /**
   * What waits for an officer, what waits longest on top.
   *
   * @param state CORRECTION_DUE; QUEUED and SENT of what goes out by hand and is public; FAILED of
   *     what the server does not try again
   */
  @Allows(right = READ, reads = true)
  @Requirement({"R3.13", "R6.1"})
  public Page<Due> waiting(String state, String channel, String area, Cursor cursor) {
    var select =
        Select.from(
                """
                select * from (select r.id, r.rebuttal_id, r.number, v.fact, r.channel, r.state,
                  r.withdrawal, r.ordinal,
                  (select a.name from area a where a.code = r.area_code), r.department_name,
                  case when r.operator = '' then r.orderer_name else r.operator end,
                  coalesce(r.url, ''), coalesce(r.correction_due_at, r.sent_at, r.due_at) as since,
                  r.area_code
                from release r
                join rebuttal_version v on v.rebuttal_id = r.rebuttal_id and v.ordinal = r.ordinal
                where r.state = 'CORRECTION_DUE' or (r.state = 'FAILED' and r.next_at is null)
                  or (r.state in ('QUEUED', 'SENT')
                    and r.channel not in ('WEB', 'FEED', 'CLAIM_REVIEW') and r.due_at <= now()
                    and exists (select 1 from release w where w.rebuttal_id = r.rebuttal_id
                      and w.ordinal = r.ordinal and w.channel = 'WEB' and w.sent_at is not null))
                ) r
                """)
            .where("r.state = ?", state)
            .where(
                "r.area_code in (select code from area where path like any (?))",
                (Object) desk.scope().patterns())
            .whereSet("r.channel = ?", channel)
            .whereSet(
                "r.area_code in (select b.code from area a join area b on b.path like a.path || '%'"
                    + " where a.code = ?)",
                area);
    if (cursor.backwards()) {
      select
          .where("(r.since, r.id) < (?, ?)", cursor.at(), cursor.id())
          .end("order by r.since desc, r.id desc limit ?", cursor.rows(SIZE) + 1);
    } else if (cursor.isStart()) {
      select.end("order by r.since, r.id limit ?", cursor.rows(SIZE) + 1);
    } else {
      select
          .where("(r.since, r.id) > (?, ?)", cursor.at(), cursor.id())
          .end("order by r.since, r.id limit ?", cursor.rows(SIZE) + 1);
    }
    return Page.of(
        sql.list(
            select,
            row ->
                new Due(
                    row.id(1),
                    row.id(2),
                    row.text(3),
                    row.text(4),
                    row.text(5),
                    row.text(6),
                    row.flag(7),
                    row.integer(8),
                    row.text(9),
                    row.text(10),
                    row.text(11),
                    row.text(12),
                    row.instant(13))),
        SIZE,
        cursor,
        line -> Cursor.of(line.since(), line.id()));
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.id(2),
        row.text(3),
        row.integer(4),
        row.text(5),
        row.text(6),
        row.flag(7),
        row.instant(8),
        row.instant(9),
        row.text(10),
        row.text(11),
        row.instantOrNull(12),
        seen(row, 13),
        row.text(18),
        row.instantOrNull(19),
        row.instantOrNull(20),
        seen(row, 21),
        row.instantOrNull(26),
        row.integer(27),
        row.instantOrNull(28),
        row.text(29),
        row.number(30),
        row.text(31));
  }

  private static @Nullable Seen seen(Row row, int first) throws SQLException {
    var appeared = row.instantOrNull(first + 1);
    return appeared == null
        ? null
        : new Seen(
            row.text(first),
            appeared,
            row.text(first + 2),
            row.idOrNull(first + 3),
            row.textOrNull(first + 4));
  }
}
