package firstline.market.casefile;

import firstline.market.clock.Cause;
import firstline.market.clock.DayTable;
import firstline.market.clock.Moment;
import firstline.market.clock.Rank;
import firstline.market.clock.Rules;
import firstline.market.clock.Term;
import firstline.market.term.Begin;
import firstline.market.term.Terms;
import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What the steps of a case do to its terms. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class CaseTerms {
  private static final int YEAR = 365;
  private static final int PAY_DAYS = 15;
  private static final String DECIDE = "case.decide";
  private static final String DEFENCE = "defence.state";
  private static final String SERVE = "decision.serve";
  private static final String PAY = "fine.pay";
  private static final String DEMAND = "demand.perform";
  private static final String REMEDY = "remedy.reconsider";
  private static final String PUBLISH = "publication.publish";

  @Inject private Terms terms;
  @Inject private WorkingCalendar calendar;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected CaseTerms() {}

  /** For tests without a server. */
  CaseTerms(Sql sql, Desk desk, Clock clock) {
    this.terms = new Terms(sql, desk, clock);
    this.calendar = new WorkingCalendar(sql);
    this.desk = desk;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  void filed(UUID id, String number, String area) {
    begin(id, number, area, DECIDE, today());
  }

  /** After a step of the case as it was before it. */
  void moved(Cases.Held held, CaseAction action, MoveCase.Input input) {
    var id = held.id();
    switch (action) {
      case SUSPEND -> terms.suspend(id, DECIDE, Cause.SUSPENSION, Moment.of(today()), input.note());
      case RESUME -> terms.resume(id, DECIDE, Moment.of(today()));
      case REJECT -> terms.cancel(id, DECIDE);
      case HOLD_HEARING -> {
        // Too late is a breach already; the hearing is held all the same.
        if (terms.isRunning(id, DECIDE)) {
          terms.suspend(id, DECIDE, Cause.HEARING, Moment.of(today()), input.note());
        }
      }
      case END_HEARING -> {
        if (terms.isStanding(id, DECIDE)) {
          terms.resume(id, DECIDE, Moment.of(today()));
        }
      }
      // Advice, no gate: whether five working days are the law's is to be confirmed.
      case NOTIFY -> begin(id, held.number(), held.area(), DEFENCE, today());
      case HEAR_DEFENCE -> meet(id, DEFENCE);
      case DECIDE, DECIDE_ON_SPOT -> {
        meet(id, DECIDE);
        begin(id, held.number(), held.area(), SERVE, today());
        // What is decided on the spot, and a mere warning, is not published (公示规定 art. 2).
        if (action == CaseAction.DECIDE
            && held.facts().outcome() == Outcome.PENALTY
            && held.facts().penalty().payable() > 0) {
          begin(id, held.number(), held.area(), PUBLISH, today());
        }
      }
      case SERVE -> {
        meet(id, SERVE);
        begin(id, held.number(), held.area(), REMEDY, served(input));
      }
      case AWAIT_PAYMENT -> begin(id, held.number(), held.area(), PAY, held.served());
      case PERFORM -> {
        meet(id, PAY);
        meet(id, DEMAND);
      }
      case LAPSE -> terms.cancel(id, PAY);
      case DEMAND -> begin(id, held.number(), held.area(), DEMAND, today());
      case APPLY_TO_COURT -> terms.cancel(id, DEMAND);
      default -> {}
    }
  }

  /** Thirty days more to decide, by the head; then so many as the heads decide together. */
  void extend(UUID id, int days, String reason) {
    if (terms.extensions(id, DECIDE) == 0) {
      terms.extend(id, DECIDE, Rank.HEAD, 0, Moment.of(today()), reason);
      return;
    }
    if (days < 1 || days > YEAR) {
      throw new Refusal("case.days", YEAR);
    }
    terms.extend(id, DECIDE, Rank.COLLECTIVE, days, Moment.of(today()), reason);
  }

  /** The days stand still for the cause. */
  void stop(UUID id, Cause cause, String reason) {
    terms.suspend(id, DECIDE, cause, Moment.of(today()), reason);
  }

  void goOn(UUID id) {
    terms.resume(id, DECIDE, Moment.of(today()));
  }

  boolean isStanding(UUID id) {
    return terms.isStanding(id, DECIDE);
  }

  int extensions(UUID id) {
    return terms.extensions(id, DECIDE);
  }

  /** The day of service is the one that is being written. */
  private LocalDate served(MoveCase.Input input) {
    return Objects.requireNonNullElse(input.day(), today());
  }

  /** The party has taken its remedy. */
  void remedied(UUID id) {
    meet(id, REMEDY);
  }

  /** The decision is other than it was: it is not published any more. */
  void unpublished(UUID id) {
    terms.cancel(id, PUBLISH);
  }

  /** The fine is paid in parts, the last one on the day. */
  void payUntil(Cases.Held held, LocalDate last, String reason) {
    var more = (int) ChronoUnit.DAYS.between(held.served().plusDays(PAY_DAYS), last);
    if (more > 0) {
      terms.extend(held.id(), PAY, Rank.HEAD, more, Moment.of(today()), reason);
    }
  }

  private static String publication(boolean minor) {
    return minor ? "publication.end-minor" : "publication.end";
  }

  /** The last day of a publication that begins today. */
  LocalDate publicUntil(String area, boolean minor) {
    return due(area, publication(minor), today());
  }

  void published(Cases.Held held, boolean minor) {
    meet(held.id(), PUBLISH);
    begin(held.id(), held.number(), held.area(), publication(minor), today());
  }

  /** A publication ends before its day. */
  void withdrawn(UUID id) {
    terms.cancel(id, "publication.end");
    terms.cancel(id, "publication.end-minor");
  }

  /** The last day of payment after service on the day. */
  LocalDate payBy(String area, LocalDate served) {
    return due(area, PAY, served);
  }

  /** The last day of a demand of the day. */
  LocalDate performBy(String area, LocalDate demanded) {
    return due(area, DEMAND, demanded);
  }

  private LocalDate due(String area, String rule, LocalDate day) {
    var trigger = Moment.of(day);
    return Term.due(
            Rules.shipped().at(rule, day), trigger, List.of(), new DayTable(calendar.of(area)))
        .day();
  }

  private void begin(UUID id, String number, String area, String rule, LocalDate day) {
    var officer = desk.officer();
    terms.begin(
        new Begin(
            Begin.Kind.CASE,
            id,
            number,
            "",
            officer.departmentId(),
            officer.departmentName(),
            area,
            rule,
            Moment.of(day)));
  }

  private void meet(UUID id, String rule) {
    if (terms.isOpen(id, rule)) {
      terms.meet(id, rule);
    }
  }
}
