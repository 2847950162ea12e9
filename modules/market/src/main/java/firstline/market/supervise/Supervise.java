package firstline.market.supervise;

import static firstline.market.MarketRights.CASE;
import static firstline.market.MarketRights.HANDLE;
import static firstline.market.MarketRights.HEAD;

import firstline.market.casefile.CaseEvents;
import firstline.market.casefile.CaseState;
import firstline.market.complaint.Steps;
import firstline.market.term.Begin;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

/** Supervises a record, and answers. */
@ApplicationScoped
public class Supervise {
  private static final int REASON = 500;
  private static final int ANSWER = 2_000;

  /**
   * Supervision begins.
   *
   * @param record a complaint, a lead or a case
   * @param answerBy a date, {@code 2026-03-02}
   */
  public record Command(@NotNull UUID record, @NotNull String reason, @NotNull String answerBy) {}

  /** The answer of those who handle the record. */
  public record Answer(@NotNull UUID record, @NotNull String text) {}

  /** A record that can be supervised. */
  record Target(Begin.Kind kind, String number, String area, String state) {}

  @Inject private Sql sql;
  @Inject private SupervisionQueries queries;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Supervise() {}

  /** For tests without a server. */
  Supervise(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.queries = new SupervisionQueries(sql, desk, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Begins to supervise; the id of the supervision.
   *
   * @throws Refusal {@code supervise.reason}, {@code supervise.day}, {@code supervise.twice}
   * @throws NotFound outside the scope
   */
  @Allows(right = HEAD)
  @Requirement("R91.20")
  public UUID begin(@Valid Command command) {
    var reason = line(command.reason(), REASON, "supervise.reason");
    var day = day(command.answerBy());
    var target = target(command.record());
    var id = Ids.next();
    var begun =
        sql.update(
            """
            insert into supervision (id, record_kind, record_id, number, area_code, reason,
              answer_by, begun_name, begun_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (record_id) where answered_at is null do nothing
            """,
            id,
            target.kind().name(),
            command.record(),
            target.number(),
            target.area(),
            reason,
            day,
            desk.officer().name(),
            clock.instant());
    if (begun == 0) {
      throw new Refusal("supervise.twice", target.number());
    }
    write(command.record(), target, "SUPERVISE", reason + " · " + day);
    return id;
  }

  private LocalDate day(String typed) {
    LocalDate day;
    try {
      day = LocalDate.parse(typed.strip());
    } catch (DateTimeException e) {
      throw new Refusal("supervise.day", typed);
    }
    var today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    if (day.isBefore(today) || day.isAfter(today.plusYears(1))) {
      throw new Refusal("supervise.day", typed);
    }
    return day;
  }

  /** Answers for a complaint or lead; refused as {@link #answerCase} is. */
  @Allows(right = HANDLE)
  @Requirement("R91.20")
  public void answerLetter(@Valid Answer command) {
    answer(command, false);
  }

  /**
   * Answers for a case.
   *
   * @throws Refusal {@code supervise.answer}; {@code supervise.none} if it is not supervised now
   * @throws NotFound outside the scope, or of another department
   */
  @Allows(right = CASE)
  @Requirement("R91.20")
  public void answerCase(@Valid Answer command) {
    answer(command, true);
  }

  private void answer(Answer command, boolean ofCase) {
    var text = PlainText.lines(command.text());
    if (text.isEmpty() || text.length() > ANSWER) {
      throw new Refusal("supervise.answer", ANSWER);
    }
    var target = target(command.record());
    if (ofCase != (target.kind() == Begin.Kind.CASE) || !queries.isOurs(command.record())) {
      throw new NotFound();
    }
    var answered =
        sql.update(
            """
            update supervision set answer = ?, answered_name = ?, answered_at = ?
            where record_id = ? and answered_at is null
            """,
            text,
            desk.officer().name(),
            clock.instant(),
            command.record());
    if (answered == 0) {
      throw new Refusal("supervise.none");
    }
    write(command.record(), target, "SUPERVISION_ANSWERED", PlainText.start(text, REASON));
  }

  private Target target(UUID record) {
    return sql.one(
        """
        select r.kind, r.number, r.area_code, r.state from (
            select id, case kind when 'TIPOFF' then 'LEAD' else 'COMPLAINT' end kind, number,
              area_code, state from complaint where id = ?
            union all select id, 'CASE', number, area_code, state from market_case where id = ?) r
          join area a on a.code = r.area_code
        where a.path like any (?)
        """,
        row -> new Target(Begin.Kind.valueOf(row.text(1)), row.text(2), row.text(3), row.text(4)),
        record,
        record,
        desk.scope().patterns());
  }

  private void write(UUID record, Target target, String action, String note) {
    if (target.kind() == Begin.Kind.CASE) {
      CaseEvents.write(
          sql,
          record,
          clock.instant(),
          action,
          CaseState.valueOf(target.state()),
          desk.nameInHistory(),
          note);
    } else {
      Steps.write(sql, record, action, PlainText.start(note, REASON), desk, clock.instant());
    }
  }

  private static String line(String typed, int most, String code) {
    var line = PlainText.line(typed);
    if (line.isEmpty() || line.length() > most) {
      throw new Refusal(code, most);
    }
    return line;
  }
}
