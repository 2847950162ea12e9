package firstline.market.casefile;

import static firstline.market.MarketRights.LEGAL;

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
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down the party's reconsideration or suit, and how it ended. */
@ApplicationScoped
public class RecordRemedy {
  static final int BODY = 120;

  /** What the party takes. Words: {@code case.remedy.<name>}. */
  public enum Kind {
    RECONSIDERATION,
    SUIT
  }

  /** How it ended. Words: {@code case.remedy.outcome.<name>}. */
  public enum End {
    KEPT,
    CHANGED,
    REVOKED,
    /** The party took it back. */
    WITHDRAWN;

    /** True if the decision no longer stands as it was. */
    boolean isOther() {
      return this == CHANGED || this == REVOKED;
    }
  }

  /** One that began; {@code body} is who decides it. */
  public record Open(
      @NotNull UUID id, @NotNull Kind kind, @NotNull String body, @Nullable LocalDate day) {}

  /** One that ended. */
  public record Close(
      @NotNull UUID id, @NotNull End end, @Nullable LocalDate day, @NotNull String note) {}

  @Inject private Sql sql;
  @Inject private Cases cases;
  @Inject private CaseTerms terms;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected RecordRemedy() {}

  /** For tests without a server. */
  RecordRemedy(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.cases = new Cases(sql, desk, clock);
    this.terms = new CaseTerms(sql, desk, clock);
    this.desk = desk;
  }

  /**
   * Writes that it began.
   *
   * @throws Refusal {@code case.remedy.when} before service; {@code case.remedy.day} before service
   *     or after today; {@code case.remedy.body}; {@code case.remedy.first} of a suit in a price
   *     case without a reconsideration (价格违法行为行政处罚规定 art. 20); {@code case.remedy.open} while
   *     another is not ended
   * @throws NotFound outside the scope
   */
  @Allows(right = LEGAL)
  @Requirement("R92.16")
  public void open(@Valid Open command) {
    var held = cases.locked(command.id());
    if (held.served() == LocalDate.MAX) {
      throw new Refusal("case.remedy.when");
    }
    var day = day(command.day(), held.served());
    var suit = command.kind() == Kind.SUIT;
    if (suit && held.facts().matter().rule().isPresent() && !isReconsidered(held.id())) {
      throw new Refusal("case.remedy.first");
    }
    var opened =
        sql.update(
            """
            insert into case_remedy (id, case_id, kind, body, filed_on, officer_name)
            values (?, ?, ?, ?, ?, ?) on conflict (case_id) where outcome is null do nothing
            """,
            Ids.next(),
            held.id(),
            command.kind().name(),
            CaseText.line(command.body(), BODY, "case.remedy.body"),
            day,
            desk.officer().name());
    if (opened == 0) {
      throw new Refusal("case.remedy.open");
    }
    terms.remedied(held.id());
    cases.write(held, command.kind().name(), held.state(), command.body().strip());
  }

  /**
   * Writes how it ended. A decision that was changed or revoked is public no longer.
   *
   * @throws Refusal {@code case.remedy.none}, {@code case.remedy.day}, {@code case.note}
   * @throws NotFound outside the scope
   */
  @Allows(right = LEGAL)
  @Requirement("R92.16")
  public void close(@Valid Close command) {
    var held = cases.locked(command.id());
    var since =
        sql.first(
                "select filed_on from case_remedy where case_id = ? and outcome is null",
                row -> row.date(1),
                held.id())
            .orElseThrow(() -> new Refusal("case.remedy.none"));
    var note =
        command.end().isOther()
            ? CaseText.required(command.note(), MoveCase.NOTE, "case.note")
            : CaseText.checked(command.note(), MoveCase.NOTE, "case.note");
    sql.update(
        """
        update case_remedy set outcome = ?, ended_on = ?, note = ?
        where case_id = ? and outcome is null
        """,
        command.end().name(),
        day(command.day(), since),
        note,
        held.id());
    cases.write(held, "REMEDY_" + command.end(), held.state(), note);
    if (command.end().isOther()) {
      takeOff(held, note);
    }
  }

  private void takeOff(Cases.Held held, String note) {
    terms.unpublished(held.id());
    var taken =
        sql.update(
            """
            update case_publication set withdrawn_on = ?, withdrawn_why = ?, withdrawn_name = ?
            where case_id = ? and withdrawn_on is null and until >= ?
            """,
            terms.today(),
            note,
            desk.officer().name(),
            held.id(),
            terms.today());
    if (taken > 0) {
      terms.withdrawn(held.id());
      cases.write(held, "WITHDRAW", held.state(), note);
    }
  }

  private boolean isReconsidered(UUID id) {
    return sql.first(
            """
            select 1 from case_remedy
            where case_id = ? and kind = 'RECONSIDERATION' and outcome in ('KEPT', 'CHANGED')
            """,
            row -> row.integer(1),
            id)
        .isPresent();
  }

  private LocalDate day(@Nullable LocalDate day, LocalDate earliest) {
    if (day == null || day.isAfter(terms.today()) || day.isBefore(earliest)) {
      throw new Refusal("case.remedy.day", earliest.toString());
    }
    return day;
  }
}
