package firstline.market.measure;

import firstline.market.casefile.Cases;
import firstline.market.clock.Moment;
import firstline.market.term.Begin;
import firstline.market.term.Terms;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Measures as the use cases write them. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Measures {
  static final String REPORT = "measure.report";

  /** One that is written; {@code after} is the preservation that it follows. */
  record Made(
      Cases.Held held,
      MeasureKind kind,
      String number,
      boolean urgent,
      String ground,
      String place,
      MeasureState state,
      @Nullable UUID after) {}

  /** One that nobody else changes until the transaction ends. */
  record Locked(
      UUID id,
      UUID caseId,
      MeasureKind kind,
      String number,
      boolean urgent,
      String ground,
      String place,
      MeasureState state) {}

  @Inject private Sql sql;
  @Inject private Terms terms;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Measures() {}

  /** For tests without a server. */
  Measures(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.terms = new Terms(sql, desk, clock);
    this.desk = desk;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  UUID write(Made made) {
    var id = Ids.next();
    sql.update(
        """
        insert into measure (id, case_id, kind, number, urgent, ground, place, state, officer_name,
          made_at, held_on, after_id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        made.held().id(),
        made.kind().name(),
        made.number(),
        made.urgent(),
        made.ground(),
        made.place(),
        made.state().name(),
        desk.officer().name(),
        clock.instant(),
        made.state() == MeasureState.PROPOSED ? null : today(),
        made.after());
    return id;
  }

  void begin(Made made, UUID id, String rule) {
    begin(made.held(), id, made.number(), rule);
  }

  /** The report counts by the hour, the hold by days. */
  void begin(Cases.Held held, UUID id, String number, String rule) {
    var officer = desk.officer();
    terms.begin(
        new Begin(
            Begin.Kind.MEASURE,
            id,
            number,
            "",
            officer.departmentId(),
            officer.departmentName(),
            held.area(),
            rule,
            rule.equals(REPORT) ? Moment.of(clock.instant()) : Moment.of(today())));
  }

  void step(UUID id, Instant at, String action, MeasureState state, String name, String note) {
    sql.update(
        """
        insert into measure_step (measure_id, at, action, state, officer_name, note)
        values (?, ?, ?, ?, ?, ?)
        """,
        id,
        at,
        action,
        state.name(),
        name,
        note);
  }

  /**
   * The measure as somebody saw it.
   *
   * @throws NotFound outside the scope
   * @throws Conflict if it has moved since
   */
  Locked locked(UUID id, long version) {
    record Seen(Locked measure, long version) {}
    var seen =
        sql.one(
            """
            select m.id, m.case_id, m.kind, m.number, m.urgent, m.ground, m.place, m.state,
              m.version
            from measure m join market_case c on c.id = m.case_id
              join area a on a.code = c.area_code
            where m.id = ? and a.path like any (?) for update of m
            """,
            row ->
                new Seen(
                    new Locked(
                        row.id(1),
                        row.id(2),
                        MeasureKind.valueOf(row.text(3)),
                        row.text(4),
                        row.flag(5),
                        row.text(6),
                        row.text(7),
                        MeasureState.valueOf(row.text(8))),
                    row.number(9)),
            id,
            desk.scope().patterns());
    if (seen.version() != version) {
      throw new Conflict();
    }
    return seen.measure();
  }
}
