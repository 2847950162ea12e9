package firstline.market.term;

import static firstline.market.MarketRights.READ;

import firstline.market.clock.Rule;
import firstline.market.clock.Rules;
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

/** Terms as officers see them. */
@ApplicationScoped
public class TermQueries {
  static final int SIZE = 50;
  private static final int WEEK = 7;

  /** Terms of one day on the calendar's page. */
  static final int OF_DAY = 200;

  /** Which terms are listed. Words: {@code term.show.<name>}. */
  public enum Show {
    ALL,
    OVERDUE,
    /** Over within a week. */
    SOON,
    STANDING,
    PROVISIONAL
  }

  /**
   * What is asked for.
   *
   * @param area true for every department within the officer's areas, false for their own
   * @param rule id of a rule; empty for all
   */
  public record Asked(Show show, boolean area, String rule) {}

  /** How urgent a term is. Words: {@code term.level.<name>}; shape and colour {@code TERM_…}. */
  public enum Level {
    OVERDUE,
    TODAY,
    SOON,
    RUNNING,
    STANDING,
    MET,
    LATE,
    LAPSED,
    CANCELLED
  }

  /**
   * A term.
   *
   * @param days until its end, negative once it is over
   * @param share of its days that are gone, 0 to 100
   * @param warned days left at the warnings given, such as {@code 14 7}
   * @param rule the version of the law that governs it
   */
  public record Line(
      UUID id,
      Begin.Kind kind,
      UUID record,
      String number,
      String departmentName,
      Rule rule,
      LocalDate trigger,
      LocalDate due,
      Instant endsAt,
      boolean provisional,
      Level level,
      long days,
      int share,
      int extensions,
      String warned) {
    /** Where the record is seen. */
    public String getHref() {
      return kind.address(record);
    }
  }

  /** A re-projection that moved an end. */
  public record Shift(
      Instant at,
      String reason,
      LocalDate oldDue,
      LocalDate newDue,
      boolean oldProvisional,
      boolean newProvisional) {}

  private static final String LINE =
      """
      select t.id, t.record_kind, t.record_id, t.number, t.department_name, t.rule, t.trigger_day,
        t.due, t.ends_at, t.provisional, t.standing, t.state, t.ended_at, t.extensions,
        coalesce((select string_agg(w.days::text, ' ' order by w.days desc) from term_warning w
          where w.term_id = t.id and w.extensions = t.extensions), '')
      from term t join area a on a.code = t.area_code
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected TermQueries() {}

  /** For tests without a server. */
  public TermQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** A page of the open terms, the soonest first: what is over stands on top. */
  @Allows(right = READ, reads = true)
  @Requirement("R81.4")
  public Page<Line> list(Asked asked, Cursor cursor) {
    var select = shown(Select.from(LINE), asked);
    select.soonestFirst("t.ends_at", "t.id", cursor, SIZE);
    return Page.of(
        sql.list(select, this::line), SIZE, cursor, line -> Cursor.of(line.endsAt(), line.id()));
  }

  /** How many there are to show. */
  @Allows(right = READ, reads = true)
  public long count(Asked asked) {
    return sql.list(
            shown(
                Select.from("select count(*) from term t join area a on a.code = t.area_code"),
                asked),
            row -> row.number(1))
        .get(0);
  }

  /** Every term that the record has or had, in the order in which they began. */
  @Allows(right = READ, reads = true)
  public List<Line> ofRecord(UUID record) {
    return sql.list(
        Select.from(LINE)
            .where("t.record_id = ?", record)
            .where("a.path like any (?)", (Object) desk.scope().patterns())
            .end("order by t.begun_at, t.id"),
        this::line);
  }

  /** How the ends of the record's terms were moved by calendars and laws, the newest first. */
  @Allows(right = READ, reads = true)
  public List<Shift> shifts(UUID record) {
    return sql.list(
        """
        select s.at, s.reason, s.old_due, s.new_due, s.old_provisional, s.new_provisional
        from term_shift s join term t on t.id = s.term_id join area a on a.code = t.area_code
        where t.record_id = ? and a.path like any (?) order by s.no desc limit 200
        """,
        row ->
            new Shift(
                row.instant(1), row.text(2), row.date(3), row.date(4), row.flag(5), row.flag(6)),
        record,
        desk.scope().patterns());
  }

  /** How many open terms end on a day; those that stand still end on none. */
  public record Day(LocalDate day, long due) {}

  /** The days of the period, last included, on which open terms end. */
  @Allows(right = READ, reads = true)
  @Requirement("R91.30")
  public List<Day> days(LocalDate first, LocalDate last, boolean area) {
    return sql.list(
        open(
                Select.from(
                    """
                    select t.due, count(*) from term t join area a on a.code = t.area_code
                    """),
                area)
            .where("not t.standing and t.due between ? and ?", first, last)
            .end("group by t.due order by t.due"),
        row -> new Day(row.date(1), row.number(2)));
  }

  /** The first open terms that end on the day, the soonest first. */
  @Allows(right = READ, reads = true)
  @Requirement("R91.30")
  public List<Line> ending(LocalDate day, boolean area) {
    return sql.list(
        open(Select.from(LINE), area)
            .where("not t.standing and t.due = ?", day)
            .end("order by t.ends_at, t.id limit ?", OF_DAY),
        this::line);
  }

  private Select open(Select select, boolean area) {
    select.where("t.state = 'OPEN'").where("a.path like any (?)", (Object) desk.scope().patterns());
    return area ? select : select.where("t.department_id = ?", desk.officer().departmentId());
  }

  private Select shown(Select select, Asked asked) {
    open(select, asked.area()).whereSet("t.rule = ?", asked.rule());
    var now = clock.instant();
    switch (asked.show()) {
      case OVERDUE -> select.where("not t.standing and t.ends_at <= ?", now);
      case SOON ->
          select
              .where("not t.standing and t.ends_at > ?", now)
              .where("t.due <= ?", today().plusDays(WEEK));
      case STANDING -> select.where("t.standing");
      case PROVISIONAL -> select.where("t.provisional");
      case ALL -> {}
    }
    return select;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  private Line line(Row row) throws SQLException {
    var trigger = row.date(7);
    var due = row.date(8);
    var endsAt = row.instant(9);
    var days = due.toEpochDay() - today().toEpochDay();
    var whole = Math.max(1, due.toEpochDay() - trigger.toEpochDay());
    return new Line(
        row.id(1),
        Begin.Kind.valueOf(row.text(2)),
        row.id(3),
        row.text(4),
        row.text(5),
        Rules.shipped().at(row.text(6), trigger),
        trigger,
        due,
        endsAt,
        row.flag(10),
        level(row, endsAt, days),
        days,
        (int) Math.max(0, Math.min(100, 100 * (whole - days) / whole)),
        row.integer(14),
        row.text(15));
  }

  private Level level(Row row, Instant endsAt, long days) throws SQLException {
    var state = row.text(12);
    if (!state.equals("OPEN")) {
      return state.equals("MET") && !row.instant(13).isBefore(endsAt) && !row.flag(11)
          ? Level.LATE
          : Level.valueOf(state);
    }
    if (row.flag(11)) {
      return Level.STANDING;
    }
    if (!clock.instant().isBefore(endsAt)) {
      return Level.OVERDUE;
    }
    return days == 0 ? Level.TODAY : days <= WEEK ? Level.SOON : Level.RUNNING;
  }
}
