package firstline.market.measure;

import static firstline.market.MarketRights.CASE;
import static firstline.market.MarketRights.HEAD;

import firstline.market.casefile.CaseText;
import firstline.market.casefile.Cases;
import firstline.market.clock.Cause;
import firstline.market.clock.Moment;
import firstline.market.clock.Rank;
import firstline.market.number.DocumentNumbers;
import firstline.market.term.Terms;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Takes a step of a measure: approves, extends, ends it. */
@ApplicationScoped
public class MoveMeasure {
  static final int NOTE = 500;

  /**
   * A step.
   *
   * @param version of the measure as it was seen
   * @param note why; needed of every step but an approval
   */
  public record Command(
      @NotNull UUID id, long version, @NotNull MeasureAction action, @NotNull String note) {}

  @Inject private Sql sql;
  @Inject private Cases cases;
  @Inject private DocumentNumbers numbers;
  @Inject private Measures measures;
  @Inject private Terms terms;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected MoveMeasure() {}

  /** For tests without a server. */
  MoveMeasure(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.cases = new Cases(sql, desk, clock);
    this.numbers = new DocumentNumbers(sql, clock);
    this.measures = new Measures(sql, desk, clock);
    this.terms = new Terms(sql, desk, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * A step of the head.
   *
   * @throws Refusal {@code measure.step.…} with the article, {@code measure.note} without a reason,
   *     {@code measure.lapsed} of a preservation that has ended by itself, {@code
   *     measure.not-decided}, {@code measure.no-referral}; {@code clock.…} of a term that is over
   * @throws NotFound outside the scope
   * @throws Conflict if it has moved since
   */
  @Allows(right = HEAD)
  @Requirement({"R92.4", "R92.5", "R92.6"})
  public void byHead(@Valid Command command) {
    move(command, HEAD);
  }

  /** A step of the officers of the case; refused as one of the head is. */
  @Allows(right = CASE)
  @Requirement({"R92.4", "R92.5"})
  public void byOfficer(@Valid Command command) {
    move(command, CASE);
  }

  private void move(Command command, String right) {
    var measure = measures.locked(command.id(), command.version());
    var held = cases.locked(measure.caseId());
    var action = command.action();
    var to = MeasureTable.after(measure.kind(), measure.state(), action, right);
    if (right.equals(CASE) && !held.facts().mine()) {
      throw new Refusal("case.gate.not-mine");
    }
    var note = CaseText.checked(command.note(), NOTE, "measure.note");
    if (note.isEmpty() && action != MeasureAction.APPROVE) {
      throw new Refusal("measure.note", NOTE);
    }
    requireDays(measure);
    requireGround(measure, action);
    moveClocks(held, measure, action, note);
    sql.update(
        """
        update measure set state = ?, version = version + 1, held_on = coalesce(held_on, ?::date),
          ended_on = ? where id = ?
        """,
        to.name(),
        to == MeasureState.HELD ? measures.today() : null,
        to.isOpen() ? null : measures.today(),
        measure.id());
    measures.step(measure.id(), clock.instant(), action.name(), to, desk.nameInHistory(), note);
    if (action == MeasureAction.SEIZE) {
      seize(held, measure);
    }
    cases.write(held, "MEASURE_" + to, held.state(), measure.number());
  }

  /** A preservation whose days are over is none any more (行政处罚法 art. 56). */
  private void requireDays(Measures.Locked measure) {
    if (measure.kind() == MeasureKind.PRESERVE && measure.state() != MeasureState.PROPOSED) {
      var over =
          sql.first(
              """
              select 1 from term where record_id = ? and rule = ? and state = 'OPEN'
                and ends_at > ?
              """,
              row -> row.integer(1),
              measure.id(),
              measure.kind().rule(),
              clock.instant());
      if (over.isEmpty()) {
        throw new Refusal("measure.lapsed", measure.number());
      }
    }
  }

  private void requireGround(Measures.Locked measure, MeasureAction action) {
    if (action == MeasureAction.CONFISCATE
        && sql.first(
                """
                select 1 from market_case where id = ? and decided_on is not null
                  and outcome = 'PENALTY'
                """,
                row -> row.integer(1),
                measure.caseId())
            .isEmpty()) {
      throw new Refusal("measure.not-decided");
    }
    if (action == MeasureAction.HAND_OVER
        && sql.first(
                "select 1 from referral where case_id = ? and state in ('ACCEPTED', 'HANDED_OVER')",
                row -> row.integer(1),
                measure.caseId())
            .isEmpty()) {
      throw new Refusal("measure.no-referral");
    }
  }

  private void moveClocks(
      Cases.Held held, Measures.Locked measure, MeasureAction action, String note) {
    var id = measure.id();
    var rule = measure.kind().rule();
    var today = Moment.of(measures.today());
    switch (action) {
      case APPROVE -> {
        if (measure.urgent()) {
          terms.meet(id, Measures.REPORT);
        } else {
          measures.begin(held, id, measure.number(), rule);
        }
      }
      case REFUSE -> {
        terms.cancel(id, Measures.REPORT);
        terms.cancel(id, rule);
      }
      case EXTEND -> terms.extend(id, rule, Rank.HEAD, 0, today, note);
      case TEST -> {
        if (measure.kind() == MeasureKind.PRESERVE) {
          terms.meet(id, rule);
        } else {
          terms.suspend(id, rule, Cause.TESTING, today, note);
        }
      }
      case END_TEST -> terms.resume(id, rule, today);
      case LIFT, CONFISCATE, HAND_OVER, RETURN, SEIZE -> terms.meet(id, rule);
    }
  }

  /** The same goods, now seized: thirty days begin. */
  private void seize(Cases.Held held, Measures.Locked measure) {
    var made =
        new Measures.Made(
            held,
            MeasureKind.SEIZURE,
            numbers.next(held.area(), MeasureKind.SEIZURE.series()),
            false,
            measure.ground(),
            measure.place(),
            MeasureState.HELD,
            measure.id());
    var id = measures.write(made);
    sql.update(
        """
        insert into measure_item (measure_id, place, name, amount, unit, spot)
        select ?, place, name, amount, unit, spot from measure_item where measure_id = ?
        """,
        id,
        measure.id());
    measures.step(
        id, clock.instant(), "TAKE", made.state(), desk.nameInHistory(), measure.number());
    measures.begin(made, id, made.kind().rule());
  }
}
