package firstline.market.casefile;

import static firstline.market.MarketRights.CASE;
import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.LEGAL;

import firstline.market.number.DocumentNumbers;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a step of a case, by the right of whoever takes it. */
@ApplicationScoped
public class MoveCase {
  static final int NOTE = 1_000;
  static final int DEFENCE = 4_000;

  /**
   * A step.
   *
   * @param version of the case as it was seen
   */
  public record Command(
      @NotNull UUID id, long version, @NotNull CaseAction action, @NotNull Input input) {}

  /**
   * What is said with a step; each step reads what is its own.
   *
   * @param officers of ASSIGN
   * @param proposal of CONCLUDE and DECIDE_ON_SPOT
   * @param told of DECIDE_ON_SPOT
   * @param defence what the party said, of HEAR_DEFENCE; empty if nothing
   * @param hearing true if the party asked for one, of HEAR_DEFENCE
   * @param day of service, of SERVE
   * @param ground of REJECT, a name of {@link Ground}
   * @param note why, or what was found
   */
  public record Input(
      @NotNull List<UUID> officers,
      @Nullable Proposal proposal,
      boolean told,
      @NotNull String defence,
      boolean hearing,
      @Nullable LocalDate day,
      @NotNull String ground,
      @NotNull String note) {
    /** Without a ground. */
    public Input(
        List<UUID> officers,
        @Nullable Proposal proposal,
        boolean told,
        String defence,
        boolean hearing,
        @Nullable LocalDate day,
        String note) {
      this(officers, proposal, told, defence, hearing, day, "", note);
    }

    /** Only a note. */
    public static Input note(String note) {
      return new Input(List.of(), null, false, "", false, null, note);
    }
  }

  /**
   * How the case should end.
   *
   * @param facts as they were found
   * @param basis the articles that were broken and are applied
   * @param admonished day of the admonition; null if there was none
   * @param refundBy last day of the refund; null if nothing is to be given back
   * @param heavier true if it is grave within its article
   * @param lighter why the fine may be below its range; null if it is not
   */
  public record Proposal(
      Outcome outcome,
      Penalty penalty,
      String facts,
      String basis,
      @Nullable LocalDate admonished,
      @Nullable LocalDate refundBy,
      boolean heavier,
      @Nullable Lighter lighter) {
    /** Without a refund, of common gravity. */
    public Proposal(
        Outcome outcome,
        Penalty penalty,
        String facts,
        String basis,
        @Nullable LocalDate admonished) {
      this(outcome, penalty, facts, basis, admonished, null, false, null);
    }
  }

  @Inject private Sql sql;
  @Inject private Cases cases;
  @Inject private CaseTerms terms;
  @Inject private DocumentNumbers numbers;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected MoveCase() {}

  /** For tests without a server. */
  MoveCase(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.cases = new Cases(sql, desk, clock);
    this.terms = new CaseTerms(sql, desk, clock);
    this.numbers = new DocumentNumbers(sql, clock);
    this.desk = desk;
  }

  /**
   * A step of the head.
   *
   * @throws Refusal {@code case.step.…}, {@code case.gate.…} with the article; {@code case.note}
   *     without a reason where one is needed; {@code case.officer}, {@code case.day}, {@code
   *     case.facts}, {@code case.basis}
   */
  @Allows(right = HEAD)
  @Requirement({"R84.1", "R84.2", "R84.3", "R92.11"})
  public void byHead(@Valid Command command) {
    move(command, HEAD);
  }

  /** A step of the officers of the case; refused as one of the head is. */
  @Allows(right = CASE)
  @Requirement({"R84.1", "R84.2", "R84.3"})
  public void byOfficer(@Valid Command command) {
    move(command, CASE);
  }

  /** A step of the reviewer; refused as one of the head is. */
  @Allows(right = LEGAL)
  @Requirement({"R84.1", "R84.2", "R84.3"})
  public void byReviewer(@Valid Command command) {
    move(command, LEGAL);
  }

  /**
   * Thirty days more to decide, by the head; afterwards as many as the heads decide together.
   *
   * @param days of the collective decision; ignored the first time
   * @throws Refusal {@code case.note} without a reason, {@code case.days} beyond a year; {@code
   *     clock.…} or {@code term.…}
   */
  @Allows(right = HEAD)
  @Requirement({"R84.5", "R92.12"})
  public void extend(UUID id, int days, String reason) {
    var held = cases.locked(id);
    var note = CaseText.required(reason, NOTE, "case.note");
    terms.extend(id, days, note);
    cases.write(held, "EXTEND", held.state(), note);
  }

  private void move(Command command, String right) {
    var before = cases.locked(command.id(), command.version());
    var action = command.action();
    var to = CaseTable.after(before.state(), action, right);
    say(before, action, command.input());
    var held = cases.held(before.id(), command.input().told());
    Gates.pass(held.state(), action, held.facts());
    settle(held, action);
    terms.moved(held, action, command.input());
    sql.update(
        "update market_case set state = ?, version = version + 1 where id = ?",
        to.name(),
        held.id());
    cases.write(
        held, action.name(), to, CaseText.checked(command.input().note(), NOTE, "case.note"));
  }

  /** What the step says, before the gates look at it; a refusal takes it back. */
  private void say(Cases.Held held, CaseAction action, Input input) {
    switch (action) {
      case ASSIGN -> assign(held, input.officers());
      case REJECT -> {
        var ground = Ground.named(input.ground());
        if (ground == Ground.BY_LAW) {
          CaseText.required(input.note(), NOTE, "case.note");
        }
        sql.update("update market_case set ground = ? where id = ?", ground.name(), held.id());
      }
      case CONCLUDE, DECIDE_ON_SPOT -> propose(held, action, input.proposal());
      case SUSPEND, SEND_BACK, DELIBERATE, HOLD_HEARING ->
          CaseText.required(input.note(), NOTE, "case.note");
      case HEAR_DEFENCE ->
          sql.update(
              "update market_case set defence = ?, hearing = ? where id = ?",
              CaseText.checked(input.defence(), DEFENCE, "case.defence"),
              input.hearing(),
              held.id());
      case SERVE -> {
        var day = input.day();
        if (day == null || day.isAfter(terms.today()) || day.isBefore(held.decided())) {
          throw new Refusal("case.day", String.valueOf(held.decided()));
        }
        sql.update("update market_case set served_on = ? where id = ?", day, held.id());
      }
      default -> {}
    }
  }

  private void assign(Cases.Held held, List<UUID> officers) {
    for (var officer : new HashSet<>(officers)) {
      var named =
          sql.update(
              """
              insert into case_officer (case_id, officer_id, officer_name)
              select ?, o.id, o.name from officer o
              where o.id = ? and o.active and exists (
                select 1 from officer_role r
                  join role_right k on k.role_id = r.role_id and k.right_key = 'market.case'
                  join area a on a.code = r.area_code
                  join area s on s.code = ? and starts_with(s.path, a.path)
                where r.officer_id = o.id)
              """,
              held.id(),
              officer,
              held.area());
      if (named == 0) {
        throw new Refusal("case.officer");
      }
    }
  }

  private void propose(Cases.Held held, CaseAction action, @Nullable Proposal proposal) {
    if (proposal == null) {
      throw new Refusal("case.gate.outcome");
    }
    if (proposal.admonished() != null && proposal.admonished().isAfter(terms.today())) {
      throw new Refusal("case.admonished", proposal.admonished().toString());
    }
    var penalty = proposal.penalty();
    var refundBy = proposal.refundBy();
    if (penalty.refund() > 0 && (refundBy == null || refundBy.isBefore(terms.today()))) {
      throw new Refusal("case.refund-by");
    }
    sql.update(
        """
        update market_case set outcome = ?, warning = ?, fine = ?, confiscated = ?, refund = ?,
          facts = ?, basis = ?, admonished_on = coalesce(?::date, admonished_on),
          simple = simple and ?, reviewed = false, legally = false, refund_by = ?, heavier = ?,
          lighter = ?
        where id = ?
        """,
        proposal.outcome().name(),
        penalty.warning(),
        penalty.fine(),
        penalty.confiscated(),
        penalty.refund(),
        CaseText.required(proposal.facts(), FileCase.FACTS, "case.facts"),
        CaseText.required(proposal.basis(), NOTE, "case.basis"),
        proposal.admonished(),
        // A case whose investigation is concluded goes the common way.
        action == CaseAction.DECIDE_ON_SPOT,
        penalty.refund() > 0 ? refundBy : null,
        proposal.heavier(),
        proposal.lighter() == null ? "" : proposal.lighter().name(),
        held.id());
  }

  /** What follows from a step once the gates have let it through. */
  private void settle(Cases.Held held, CaseAction action) {
    switch (action) {
      case PASS ->
          sql.update(
              "update market_case set reviewed = true, legally = ? where id = ?",
              held.state() != CaseState.IN_REVIEW,
              held.id());
      case END_HEARING ->
          sql.update("update market_case set heard_on = ? where id = ?", terms.today(), held.id());
      case SEND_BACK, TAKE_TO_LEGAL, HOLD_HEARING ->
          sql.update(
              "update market_case set reviewed = false, legally = false where id = ?", held.id());
      case DECIDE, DECIDE_ON_SPOT -> {
        var word = held.facts().outcome() == Outcome.PENALTY ? "罚" : "不罚";
        sql.update(
            "update market_case set decided_on = ?, decision_number = ? where id = ?",
            terms.today(),
            numbers.next(held.area(), word),
            held.id());
      }
      case DEMAND ->
          sql.update(
              "update market_case set demanded_on = ? where id = ?", terms.today(), held.id());
      case CLOSE ->
          sql.update("update market_case set closed_on = ? where id = ?", terms.today(), held.id());
      default -> {}
    }
  }
}
