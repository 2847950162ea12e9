package firstline.market.casefile;

import static firstline.market.MarketRights.INTAKE;

import firstline.market.number.DocumentNumbers;
import firstline.market.operator.Operators;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Enters a case with its source; the head approves the filing by naming its officers. */
@ApplicationScoped
public class FileCase {
  static final int TITLE = 120;
  static final int FACTS = 4_000;
  static final int SOURCE = 60;

  /**
   * A case as it comes in.
   *
   * @param area 12 digits: where the violation happened
   * @param source number of what it came from, such as a lead; empty if it has none
   * @param simple true if the simple procedure may do
   * @param grave true if it touches great public interest or is complex
   */
  public record Command(
      @NotNull String area,
      @NotNull Operators.Party party,
      @NotNull String source,
      @NotNull Matter matter,
      @NotNull String title,
      @NotNull String facts,
      boolean simple,
      boolean grave) {}

  @Inject private Sql sql;
  @Inject private Operators operators;
  @Inject private DocumentNumbers numbers;
  @Inject private CaseTerms terms;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected FileCase() {}

  /** For tests without a server. */
  FileCase(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.operators = new Operators(sql, clock);
    this.numbers = new DocumentNumbers(sql, clock);
    this.terms = new CaseTerms(sql, desk, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The case's id.
   *
   * @throws Refusal {@code case.lead} of a lead that the head has not decided to file; {@code
   *     case.area}, {@code case.title}, {@code case.facts}, {@code case.source}; {@code case.filed}
   *     with the number of the case that the source has already; {@code operator.…}
   */
  @Allows(right = INTAKE)
  @Requirement({"R84.4", "R92.1"})
  public UUID file(@Valid Command command) {
    var title = CaseText.line(command.title(), TITLE, "case.title");
    var facts = CaseText.checked(command.facts(), FACTS, "case.facts");
    var source = CaseText.checked(PlainText.line(command.source()), SOURCE, "case.source");
    var inScope =
        sql.first(
            "select 1 from area where code = ? and path like any (?)",
            row -> row.integer(1),
            command.area(),
            desk.scope().patterns());
    if (inScope.isEmpty()) {
      throw new Refusal("case.area");
    }
    requireFiled(source);
    requireNew(source);
    var officer = desk.officer();
    var id = Ids.next();
    var number = numbers.next(command.area(), "立");
    var entered =
        sql.update(
            """
            insert into market_case (id, area_code, department_id, department_name, number,
              operator_id, source, matter, title, facts, simple, grave, state, version, filed_at,
              filed_name)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'FILED', 1, ?, ?)
            on conflict (source) where source <> '' do nothing
            """,
            id,
            command.area(),
            officer.departmentId(),
            officer.departmentName(),
            number,
            operators.of(command.area(), command.party()),
            source,
            command.matter().name(),
            title,
            facts,
            command.simple(),
            command.grave(),
            clock.instant(),
            officer.name());
    if (entered == 0) {
      requireNew(source);
    }
    CaseEvents.write(
        sql, id, clock.instant(), "FILE", CaseState.FILED, desk.nameInHistory(), source);
    terms.filed(id, number, command.area());
    return id;
  }

  /** A lead becomes a case only once its head has decided so. */
  private void requireFiled(String source) {
    sql.first(
            "select state from complaint where kind = 'TIPOFF' and number = ?",
            row -> row.text(1),
            source)
        .filter(state -> !state.equals("FILED"))
        .ifPresent(
            state -> {
              throw new Refusal("case.lead", source);
            });
  }

  /** Of two who file the same source, the second learns the first one's number. */
  private void requireNew(String source) {
    if (!source.isEmpty()) {
      sql.first("select number from market_case where source = ?", row -> row.text(1), source)
          .ifPresent(
              number -> {
                throw new Refusal("case.filed", source, number);
              });
    }
  }
}
