package firstline.market.referral;

import static firstline.market.MarketRights.CASE;

import firstline.market.casefile.CaseState;
import firstline.market.casefile.CaseText;
import firstline.market.casefile.Cases;
import firstline.market.number.DocumentNumbers;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
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

/** Proposes to the head that a case be referred to the police. */
@ApplicationScoped
public class ProposeReferral {
  static final int OFFENCE = 200;
  static final int GROUND = 2_000;

  /**
   * A proposal.
   *
   * @param offence of which it is suspected, and its article
   * @param ground what was found that makes it one
   */
  public record Command(@NotNull UUID caseId, @NotNull String offence, @NotNull String ground) {}

  @Inject private Sql sql;
  @Inject private Cases cases;
  @Inject private DocumentNumbers numbers;
  @Inject private Referrals referrals;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ProposeReferral() {}

  /** For tests without a server. */
  ProposeReferral(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.cases = new Cases(sql, desk, clock);
    this.numbers = new DocumentNumbers(sql, clock);
    this.referrals = new Referrals(sql, desk, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The referral's id.
   *
   * @throws Refusal {@code case.gate.not-mine}, {@code case.gate.officers} (two officers at least
   *     look at it, art. 5); {@code referral.case} of a case that is decided or not yet begun;
   *     {@code referral.open} while another is; {@code referral.offence}, {@code referral.ground}
   * @throws NotFound outside the scope
   */
  @Allows(right = CASE)
  @Requirement({"R92.7", "R92.8"})
  public UUID propose(@Valid Command command) {
    var held = cases.locked(command.caseId());
    if (!held.facts().mine()) {
      throw new Refusal("case.gate.not-mine");
    }
    if (held.facts().officers() < 2) {
      throw new Refusal("case.gate.officers");
    }
    if (held.state() == CaseState.FILED || held.state().compareTo(CaseState.DECIDED) >= 0) {
      throw new Refusal("referral.case");
    }
    var id = Ids.next();
    var number = numbers.next(held.area(), "移");
    var written =
        sql.update(
            """
            insert into referral (id, case_id, number, offence, ground, state, officer_name,
              made_at)
            select ?, ?, ?, ?, ?, 'PROPOSED', ?, ?
            where not exists (select 1 from referral where case_id = ?
              and (ended_at is null or state = 'HANDED_OVER'))
            """,
            id,
            held.id(),
            number,
            CaseText.line(command.offence(), OFFENCE, "referral.offence"),
            CaseText.required(command.ground(), GROUND, "referral.ground"),
            desk.officer().name(),
            clock.instant(),
            held.id());
    if (written == 0) {
      throw new Refusal("referral.open");
    }
    referrals.step(id, "PROPOSE", ReferralState.PROPOSED, "");
    referrals.proposed(held, id, number);
    cases.write(held, "REFERRAL", held.state(), number);
    return id;
  }
}
