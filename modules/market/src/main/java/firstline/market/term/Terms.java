package firstline.market.term;

import firstline.market.clock.Cause;
import firstline.market.clock.DayTable;
import firstline.market.clock.Moment;
import firstline.market.clock.Rank;
import firstline.market.clock.Rules;
import firstline.market.clock.TermEvent;
import firstline.persistence.database.Columns;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door through which what happens to a record moves its terms; part of a use case. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Terms {
  private record Open(UUID id, String area, String rule, Moment trigger) {}

  @Inject private Sql sql;
  @Inject private Calendars calendars;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Terms() {}

  /** For tests without a server. */
  public Terms(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.calendars = new Calendars(sql);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Begins a term; its id.
   *
   * @throws Refusal {@code clock.rule}, {@code clock.range}; {@code term.open} if the record has
   *     this term already
   */
  @Requirement("R81.1")
  public UUID begin(Begin begin) {
    var table = calendars.of(begin.area());
    var end = Projection.of(begin.rule(), begin.trigger(), List.of(), table);
    var id = Ids.next();
    var begun =
        sql.update(
            """
            insert into term (id, record_kind, record_id, number, subject, department_id,
              department_name, area_code, rule, trigger_day, trigger_at, begun_at, begun_name,
              law_version, due, ends_at, provisional, standing, basis)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (record_id, rule, subject) where state = 'OPEN' do nothing
            """,
            id,
            begin.kind().name(),
            begin.record(),
            begin.number(),
            begin.subject(),
            begin.department(),
            begin.departmentName(),
            begin.area(),
            begin.rule(),
            begin.trigger().day(),
            begin.trigger().at(),
            clock.instant(),
            officer(),
            end.lawVersion(),
            end.due(),
            end.endsAt(),
            end.provisional(),
            end.standing(),
            end.basis());
    if (begun == 0) {
      throw new Refusal("term.open", begin.rule());
    }
    return id;
  }

  /**
   * Stops the record's term.
   *
   * @throws Refusal {@code term.none}; {@code clock.…} if it is over, stands still, or the law does
   *     not stop it for this cause
   */
  public void suspend(UUID record, String rule, Cause cause, Moment at, String reason) {
    var term = locked(record, rule);
    if (!Rules.shipped().at(rule, term.trigger().day()).stops().contains(cause)) {
      throw new Refusal("clock.no-stop", rule);
    }
    happen(term, new TermEvent(TermEvent.Kind.SUSPENDED, at, 0), null, cause, reason);
  }

  /** Lets it go on; refused as {@link #suspend} is. */
  public void resume(UUID record, String rule, Moment at) {
    happen(locked(record, rule), new TermEvent(TermEvent.Kind.RESUMED, at, 0), null, null, "");
  }

  /** Begins terms of records that have none yet, many at once. */
  @Requirement("R81.1")
  public void beginAll(List<Begin> begins) {
    var tables = new HashMap<String, DayTable>();
    var ends =
        begins.stream()
            .map(
                one ->
                    Projection.of(
                        one.rule(),
                        one.trigger(),
                        List.of(),
                        tables.computeIfAbsent(one.area(), calendars::of)))
            .toList();
    sql.update(
        """
        insert into term (id, record_kind, record_id, number, department_id, department_name,
          area_code, rule, trigger_day, trigger_at, begun_at, begun_name, law_version, due, ends_at,
          provisional, standing, basis)
        select id::uuid, kind, record::uuid, number, department::uuid, department_name, area, rule,
          day::date, at::timestamptz, ?, ?, law, due::date, ends::timestamptz,
          provisional::boolean, false, basis
        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          as t (id, kind, record, number, department, department_name, area, rule, day, at, law,
            due, ends, provisional, basis)
        """,
        clock.instant(),
        officer(),
        Columns.of(begins, one -> Ids.next()),
        Columns.of(begins, Begin::kind),
        Columns.of(begins, Begin::record),
        Columns.of(begins, Begin::number),
        Columns.of(begins, Begin::department),
        Columns.of(begins, Begin::departmentName),
        Columns.of(begins, Begin::area),
        Columns.of(begins, Begin::rule),
        Columns.of(begins, one -> one.trigger().day()),
        Columns.of(begins, one -> one.trigger().at()),
        Columns.of(ends, Projection::lawVersion),
        Columns.of(ends, Projection::due),
        Columns.of(ends, Projection::endsAt),
        Columns.of(ends, Projection::provisional),
        Columns.of(ends, Projection::basis));
  }

  /**
   * Lengthens it.
   *
   * @param by who decided; must be whom the rule names next
   * @param amount in the rule's units if the decision says how many, else 0
   * @throws Refusal as {@link #suspend}; {@code term.rank} if somebody else must decide
   */
  public void extend(UUID record, String rule, Rank by, int amount, Moment at, String reason) {
    var term = locked(record, rule);
    var steps = Rules.shipped().at(rule, term.trigger().day()).extensions();
    var taken =
        sql.one("select extensions from term where id = ?", row -> row.integer(1), term.id());
    if (taken < steps.size() && steps.get(taken).by() != by) {
      throw new Refusal("term.rank", rule);
    }
    happen(term, new TermEvent(TermEvent.Kind.EXTENDED, at, amount), by, null, reason);
  }

  /** Keeps it, late or in time; refused with {@code term.none} if it is not open. */
  public void meet(UUID record, String rule) {
    end(record, rule, "MET");
  }

  /** Ends it because nothing has to be kept any more; nothing happens if it is not open. */
  public void cancel(UUID record, String rule) {
    if (isOpen(record, rule)) {
      end(record, rule, "CANCELLED");
    }
  }

  /** True if the record's term runs or stands still. */
  public boolean isOpen(UUID record, String rule) {
    return sql.first(
            "select 1 from term where record_id = ? and rule = ? and state = 'OPEN'",
            row -> row.integer(1),
            record,
            rule)
        .isPresent();
  }

  /** True if the record's term runs, and is not over. */
  public boolean isRunning(UUID record, String rule) {
    return sql.first(
            """
            select 1 from term where record_id = ? and rule = ? and state = 'OPEN' and not standing
              and ends_at > ?
            """,
            row -> row.integer(1),
            record,
            rule,
            clock.instant())
        .isPresent();
  }

  /** True if the record's term stands still. */
  public boolean isStanding(UUID record, String rule) {
    return sql.first(
            """
            select 1 from term where record_id = ? and rule = ? and state = 'OPEN' and standing
            """,
            row -> row.integer(1),
            record,
            rule)
        .isPresent();
  }

  /** How often the record's open term was extended. */
  public int extensions(UUID record, String rule) {
    return sql.first(
            "select extensions from term where record_id = ? and rule = ? and state = 'OPEN'",
            row -> row.integer(1),
            record,
            rule)
        .orElse(0);
  }

  /** Another department of the same calendar must keep the record's open terms from now on. */
  public void hand(UUID record, UUID department, String departmentName) {
    sql.update(
        """
        update term set department_id = ?, department_name = ?, version = version + 1
        where record_id = ? and state = 'OPEN'
        """,
        department,
        departmentName,
        record);
  }

  private void end(UUID record, String rule, String state) {
    sql.update(
        """
        update term set state = ?, ended_at = ?, ended_name = ?, version = version + 1
        where id = ?
        """,
        state,
        clock.instant(),
        officer(),
        locked(record, rule).id());
  }

  private Open locked(UUID record, String rule) {
    return sql.first(
            """
            select id, area_code, trigger_day, trigger_at from term
            where record_id = ? and rule = ? and state = 'OPEN' order by begun_at limit 1 for update
            """,
            row ->
                new Open(
                    row.id(1), row.text(2), rule, new Moment(row.date(3), row.instantOrNull(4))),
            record,
            rule)
        .orElseThrow(() -> new Refusal("term.none", rule));
  }

  private void happen(
      Open open, TermEvent event, @Nullable Rank by, @Nullable Cause cause, String reason) {
    var table = calendars.of(open.area());
    var term = Projection.replayed(open.rule(), open.trigger(), events(open.id()), table);
    term.take(event);
    var end = Projection.of(open.rule(), term, open.trigger(), table);
    sql.update(
        """
        insert into term_event (term_id, kind, day, at, amount, rank, cause, reason, officer_name,
          written_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        open.id(),
        event.kind().name(),
        event.at().day(),
        event.at().at(),
        event.amount(),
        by == null ? null : by.name(),
        cause == null ? null : cause.name(),
        reason,
        desk.signedIn().map(desk::nameInHistory).orElse(""),
        clock.instant());
    sql.update(
        """
        update term set due = ?, ends_at = ?, provisional = ?, standing = ?, basis = ?,
          extensions = extensions + ?, version = version + 1
        where id = ?
        """,
        end.due(),
        end.endsAt(),
        end.provisional(),
        end.standing(),
        end.basis(),
        event.kind() == TermEvent.Kind.EXTENDED ? 1 : 0,
        open.id());
  }

  private List<TermEvent> events(UUID term) {
    return sql.list(
        "select kind, day, at, amount from term_event where term_id = ? order by no",
        row ->
            new TermEvent(
                TermEvent.Kind.valueOf(row.text(1)),
                new Moment(row.date(2), row.instantOrNull(3)),
                row.integer(4)),
        term);
  }

  private String officer() {
    return desk.signedIn().map(OfficerOnDuty::name).orElse("");
  }
}
