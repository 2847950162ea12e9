package firstline.market.referral;

import firstline.market.casefile.Cases;
import firstline.market.clock.Moment;
import firstline.market.term.Begin;
import firstline.market.term.Terms;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Referrals as the use cases write them. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Referrals {
  private static final String DECIDE = "referral.decide";
  private static final String SEND = "referral.send";
  private static final String REVIEW = "referral.review";
  private static final String OBJECT = "referral.object";
  private static final String HAND_OVER = "referral.handover";

  @Inject private Sql sql;
  @Inject private Terms terms;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Referrals() {}

  /** For tests without a server. */
  Referrals(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.terms = new Terms(sql, desk, clock);
    this.desk = desk;
    this.clock = clock;
  }

  void step(UUID id, String action, ReferralState state, String note) {
    var officer = desk.officer();
    sql.update(
        """
        insert into referral_step (referral_id, at, action, state, officer_name, department_name,
          note)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        clock.instant(),
        action,
        state.name(),
        desk.nameInHistory(),
        officer.departmentName(),
        note);
  }

  void proposed(Cases.Held held, UUID id, String number) {
    begin(held, id, number, DECIDE);
  }

  /** Terms that the police must keep stand on the desk of the authority that waits for them. */
  void moved(Cases.Held held, UUID id, String number, ReferralAction action) {
    switch (action) {
      case APPROVE -> {
        terms.meet(id, DECIDE);
        begin(held, id, number, SEND);
      }
      case DECLINE -> terms.meet(id, DECIDE);
      case SEND -> {
        terms.meet(id, SEND);
        begin(held, id, number, REVIEW);
      }
      case ACCEPT -> {
        terms.meet(id, REVIEW);
        begin(held, id, number, HAND_OVER);
      }
      case REFUSE -> {
        terms.meet(id, REVIEW);
        begin(held, id, number, OBJECT);
      }
      case OBJECT -> {
        terms.meet(id, OBJECT);
        begin(held, id, number, REVIEW);
      }
      case ABIDE -> terms.cancel(id, OBJECT);
      case UPHOLD -> terms.meet(id, REVIEW);
      case HAND_OVER -> terms.meet(id, HAND_OVER);
    }
  }

  private void begin(Cases.Held held, UUID id, String number, String rule) {
    var trigger =
        rule.equals(SEND)
            ? Moment.of(clock.instant())
            : Moment.of(LocalDate.ofInstant(clock.instant(), Clocks.ZONE));
    record Department(UUID id, String name) {}
    var department =
        sql.one(
            "select department_id, department_name from market_case where id = ?",
            row -> new Department(row.id(1), row.text(2)),
            held.id());
    terms.begin(
        new Begin(
            Begin.Kind.REFERRAL,
            id,
            number,
            "",
            department.id(),
            department.name(),
            held.area(),
            rule,
            trigger));
  }
}
