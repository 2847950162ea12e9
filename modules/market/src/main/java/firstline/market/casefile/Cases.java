package firstline.market.casefile;

import firstline.market.money.LateFine;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cases as the use cases change them: one at a time. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Cases {
  /** A case and what the gates ask about it. */
  public record Held(
      UUID id,
      String number,
      String area,
      CaseState state,
      long version,
      @Nullable LocalDate decided,
      LocalDate served,
      Facts facts,
      Owed owed) {}

  /** What is still to be paid, in fen. */
  public record Owed(long fine, long late, long confiscated, long refund) {
    /** What goes to the treasury. */
    public long payable() {
      return fine + late + confiscated;
    }

    /** With what is to be given back to those who paid too much. */
    public long all() {
      return payable() + refund;
    }
  }

  private record Paid(String kind, LateFine.Payment payment) {}

  @Inject private Sql sql;
  @Inject private CaseTerms terms;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Cases() {}

  /** For tests without a server. */
  public Cases(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.terms = new CaseTerms(sql, desk, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The case, which nobody else changes until the transaction ends.
   *
   * @throws NotFound outside the scope
   */
  public Held locked(UUID id) {
    sql.one("select 1 from market_case where id = ? for update", row -> row.integer(1), id);
    return held(id, false);
  }

  /**
   * The same as somebody saw it.
   *
   * @throws Conflict if it has moved since
   */
  Held locked(UUID id, long version) {
    var held = locked(id);
    if (held.version() != version) {
      throw new Conflict();
    }
    return held;
  }

  /** Writes a line of its history, in the state that it has now or comes to. */
  public void write(Held held, String action, CaseState state, String note) {
    CaseEvents.write(sql, held.id(), clock.instant(), action, state, desk.nameInHistory(), note);
  }

  /**
   * The case as it is.
   *
   * @param told true if the party was told its rights on the spot
   */
  Held held(UUID id, boolean told) {
    var today = terms.today();
    return sql.one(
        """
        select c.id, c.number, c.area_code, c.state, c.version, c.decided_on, c.served_on,
          (select count(*) from case_officer o where o.case_id = c.id),
          exists (select 1 from case_officer o where o.case_id = c.id and o.officer_id = ?),
          (select count(*) from case_evidence e where e.case_id = c.id),
          c.matter, c.admonished_on is not null or exists (select 1 from price_reminder r
            where r.operator_id = c.operator_id and r.served_on is not null), c.simple, p.person, c.grave, c.outcome, c.warning,
          c.fine, c.confiscated, c.refund, c.reviewed, c.legally, c.hearing, c.facts <> '',
          c.basis <> '', c.demanded_on, c.heard_on is not null, c.heavier, c.lighter, c.refund_by,
          coalesce((select case when bool_or(r.state in ('ACCEPTED', 'HANDED_OVER')) then 'TAKEN'
            when bool_or(r.ended_at is null) then 'OPEN' else 'NO' end
            from referral r where r.case_id = c.id), 'NO'),
          (select count(*) from measure m where m.case_id = c.id
            and m.state in ('PROPOSED', 'URGENT', 'HELD', 'TESTING'))
        from market_case c join area a on a.code = c.area_code
          join operator p on p.id = c.operator_id
        where c.id = ? and a.path like any (?)
        """,
        row -> {
          var served = row.dateOrNull(7);
          var demanded = row.dateOrNull(26);
          var area = row.text(3);
          var outcome = row.textOrNull(16);
          var penalty = new Penalty(row.flag(17), row.number(18), row.number(19), row.number(20));
          var payBy = served == null ? null : terms.payBy(area, served);
          var lighter = row.text(29);
          var plan = plan(id, penalty, payBy);
          var owed = owed(id, penalty, plan, row.dateOrNull(30), today);
          // Performance, remedies, authority and date stand in every decision that is made here.
          var items = 4 + (row.flag(24) ? 1 : 0) + (row.flag(25) ? 1 : 0);
          return new Held(
              row.id(1),
              row.text(2),
              area,
              CaseState.valueOf(row.text(4)),
              row.number(5),
              row.dateOrNull(6),
              served == null ? LocalDate.MAX : served,
              new Facts(
                  row.integer(8),
                  row.flag(9),
                  row.integer(10),
                  Matter.valueOf(row.text(11)),
                  row.flag(12),
                  row.flag(13),
                  row.flag(14),
                  row.flag(15),
                  outcome == null ? null : Outcome.valueOf(outcome),
                  penalty,
                  row.flag(21),
                  row.flag(22),
                  row.flag(23),
                  told,
                  items,
                  owed.all(),
                  payBy == null ? null : unpaidBy(id, plan, payBy),
                  demanded == null ? null : terms.performBy(area, demanded),
                  row.flag(27),
                  owed.refund(),
                  Referred.valueOf(row.text(31)),
                  row.number(32),
                  row.flag(28),
                  lighter.isEmpty() ? null : Lighter.valueOf(lighter),
                  today),
              owed);
        },
        desk.signedIn().map(officer -> officer.id()).orElse(new UUID(0, 0)),
        id,
        desk.scope().patterns());
  }

  /** What is due by when: the approved instalments, or the whole fine by its last day. */
  private List<LateFine.Part> plan(UUID id, Penalty penalty, @Nullable LocalDate payBy) {
    var parts =
        sql.list(
            """
            select i.due, i.amount from case_instalment i join case_plan p on p.id = i.plan_id
            where p.case_id = ? and p.state = 'APPROVED' order by i.place
            """,
            row -> new LateFine.Part(row.date(1), row.number(2)),
            id);
    return parts.isEmpty()
        ? List.of(new LateFine.Part(payBy == null ? LocalDate.MAX : payBy, penalty.fine()))
        : parts;
  }

  private List<Paid> paid(UUID id) {
    return sql.list(
        "select kind, paid_on, amount from case_payment where case_id = ?",
        row -> new Paid(row.text(1), new LateFine.Payment(row.date(2), row.number(3))),
        id);
  }

  private List<LateFine.Pause> pauses(UUID id) {
    return sql.list(
        "select filed_on, ended_on from case_remedy where case_id = ? order by filed_on",
        row -> {
          var ended = row.dateOrNull(2);
          return new LateFine.Pause(row.date(1), ended == null ? LocalDate.MAX : ended);
        },
        id);
  }

  private static List<LateFine.Payment> fines(List<Paid> paid) {
    return paid.stream().filter(one -> one.kind().equals("FINE")).map(Paid::payment).toList();
  }

  /** The first day that is not kept yet. */
  private LocalDate unpaidBy(UUID id, List<LateFine.Part> plan, LocalDate payBy) {
    return LateFine.unpaidBy(plan, fines(paid(id))).orElse(payBy);
  }

  private static long sum(List<Paid> paid, String kind) {
    return paid.stream()
        .filter(one -> one.kind().equals(kind))
        .mapToLong(one -> one.payment().amount())
        .sum();
  }

  /** What is not refunded within its days is confiscated (价格违法行为行政处罚规定 art. 16). */
  @Requirement("R92.13")
  private Owed owed(
      UUID id,
      Penalty penalty,
      List<LateFine.Part> plan,
      @Nullable LocalDate refundBy,
      LocalDate today) {
    var paid = paid(id);
    var fine = LateFine.owed(plan, fines(paid), pauses(id), today);
    var back = refundBy == null ? 0 : Math.max(0, penalty.refund() - sum(paid, "REFUND"));
    var over = refundBy != null && today.isAfter(refundBy);
    var confiscated = penalty.confiscated() + (over ? back : 0) - sum(paid, "CONFISCATED");
    return new Owed(fine.fine(), fine.late(), Math.max(0, confiscated), over ? 0 : back);
  }
}
