package firstline.market.casefile;

import static firstline.market.MarketRights.CASE;

import firstline.market.money.Fen;
import firstline.persistence.database.Ids;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what the party has paid. */
@ApplicationScoped
public class RecordPayment {
  static final int RECEIPT = 60;

  /** Of what it is a part. Words: {@code case.pay.<name>}. */
  public enum Kind {
    FINE,
    CONFISCATED,
    /** Given back to those who paid too much. */
    REFUND
  }

  /**
   * A payment.
   *
   * @param amount in fen
   * @param receipt number of the bank's or the treasury's receipt
   */
  public record Command(
      @NotNull UUID id,
      @NotNull Kind kind,
      long amount,
      @Nullable LocalDate day,
      @NotNull String receipt) {}

  @Inject private Sql sql;
  @Inject private Cases cases;
  @Inject private CaseTerms terms;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected RecordPayment() {}

  /** For tests without a server. */
  RecordPayment(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.cases = new Cases(sql, desk, clock);
    this.terms = new CaseTerms(sql, desk, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Writes.
   *
   * @throws Refusal {@code case.pay.none} before service, {@code case.pay.day} before service or
   *     after today, {@code case.pay.refund-first} of what is confiscated while overcharged money
   *     is still to be given back, {@code case.pay.amount} below a fen or above what is owed,
   *     {@code case.pay.receipt}
   */
  @Allows(right = CASE)
  @Requirement({"R84.6", "R92.13"})
  public void pay(@Valid Command command) {
    var held = cases.locked(command.id());
    if (!held.facts().mine()) {
      throw new Refusal("case.gate.not-mine");
    }
    if (held.served() == LocalDate.MAX || held.owed().all() == 0) {
      throw new Refusal("case.pay.none");
    }
    var day = command.day();
    if (day == null || day.isAfter(terms.today()) || day.isBefore(held.served())) {
      throw new Refusal("case.pay.day", held.served().toString());
    }
    var owed = held.owed();
    if (command.kind() == Kind.CONFISCATED && owed.refund() > 0) {
      throw new Refusal("case.pay.refund-first", Fen.write(owed.refund()));
    }
    var most =
        switch (command.kind()) {
          case FINE -> owed.fine() + owed.late();
          case CONFISCATED -> owed.confiscated();
          case REFUND -> owed.refund();
        };
    if (command.amount() < 1 || command.amount() > most) {
      throw new Refusal("case.pay.amount", Fen.write(command.amount()), Fen.write(most));
    }
    var receipt = CaseText.line(command.receipt(), RECEIPT, "case.pay.receipt");
    sql.update(
        """
        insert into case_payment (id, case_id, kind, amount, paid_on, receipt, officer_name, at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        held.id(),
        command.kind().name(),
        command.amount(),
        day,
        receipt,
        desk.officer().name(),
        clock.instant());
    cases.write(held, "PAY", held.state(), Fen.write(command.amount()) + " · " + receipt);
  }
}
