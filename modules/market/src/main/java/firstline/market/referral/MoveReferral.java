package firstline.market.referral;

import static firstline.market.MarketRights.CASE;
import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.POLICE;

import firstline.market.casefile.CaseText;
import firstline.market.casefile.Cases;
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

/** Takes a step of a referral, on the side of the authority or of the police. */
@ApplicationScoped
public class MoveReferral {
  static final int NOTE = 500;
  static final int NUMBER = 60;

  /**
   * A step.
   *
   * @param version of the referral as it was seen
   * @param policeNumber under which the police file it; needed of ACCEPT
   * @param note why; needed of DECLINE, REFUSE, OBJECT, ABIDE and UPHOLD
   */
  public record Command(
      @NotNull UUID id,
      long version,
      @NotNull ReferralAction action,
      @NotNull String policeNumber,
      @NotNull String note) {}

  private record Locked(UUID id, UUID caseId, String number, ReferralState state, long version) {}

  @Inject private Sql sql;
  @Inject private Cases cases;
  @Inject private Referrals referrals;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected MoveReferral() {}

  /** For tests without a server. */
  MoveReferral(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.cases = new Cases(sql, desk, clock);
    this.referrals = new Referrals(sql, desk, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * A step of the head.
   *
   * @throws Refusal {@code referral.step.…} with the article, {@code referral.note}, {@code
   *     referral.police-number}
   * @throws NotFound outside the scope
   * @throws Conflict if it has moved since
   */
  @Allows(right = HEAD)
  @Requirement({"R92.7", "R92.8"})
  public void byHead(@Valid Command command) {
    move(command, HEAD);
  }

  /** A step of the officers of the case; refused as one of the head is. */
  @Allows(right = CASE)
  @Requirement({"R92.7", "R92.8"})
  public void byOfficer(@Valid Command command) {
    move(command, CASE);
  }

  /** A step of the police; refused as one of the head is. */
  @Allows(right = POLICE)
  @Requirement({"R92.7", "R92.8"})
  public void byPolice(@Valid Command command) {
    move(command, POLICE);
  }

  private void move(Command command, String right) {
    var referral = locked(command.id(), command.version());
    var held = cases.locked(referral.caseId());
    var action = command.action();
    var to = ReferralTable.after(referral.state(), action, right);
    if (right.equals(CASE) && !held.facts().mine()) {
      throw new Refusal("case.gate.not-mine");
    }
    var note = note(action, command.note());
    var police =
        action == ReferralAction.ACCEPT
            ? CaseText.line(command.policeNumber(), NUMBER, "referral.police-number")
            : "";
    sql.update(
        """
        update referral set state = ?, version = version + 1,
          police_number = case when ? = '' then police_number else ? end,
          sent_at = coalesce(sent_at, ?::timestamptz), ended_at = ? where id = ?
        """,
        to.name(),
        police,
        police,
        action == ReferralAction.SEND ? clock.instant() : null,
        to.isEnd() ? clock.instant() : null,
        referral.id());
    referrals.step(referral.id(), action.name(), to, note);
    referrals.moved(held, referral.id(), referral.number(), action);
    cases.write(held, "REFERRAL_" + to, held.state(), referral.number());
  }

  private static String note(ReferralAction action, String typed) {
    return switch (action) {
      case DECLINE, REFUSE, OBJECT, ABIDE, UPHOLD ->
          CaseText.required(typed, NOTE, "referral.note");
      case APPROVE, SEND, ACCEPT, HAND_OVER -> CaseText.checked(typed, NOTE, "referral.note");
    };
  }

  private Locked locked(UUID id, long version) {
    var referral =
        sql.one(
            """
            select r.id, r.case_id, r.number, r.state, r.version
            from referral r join market_case c on c.id = r.case_id
              join area a on a.code = c.area_code
            where r.id = ? and a.path like any (?) for update of r
            """,
            row ->
                new Locked(
                    row.id(1),
                    row.id(2),
                    row.text(3),
                    ReferralState.valueOf(row.text(4)),
                    row.number(5)),
            id,
            desk.scope().patterns());
    if (referral.version() != version) {
      throw new Conflict();
    }
    return referral;
  }
}
