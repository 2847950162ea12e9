package firstline.market.measure;

import static firstline.market.MarketRights.CASE;

import firstline.market.casefile.CaseText;
import firstline.market.casefile.Cases;
import firstline.market.number.DocumentNumbers;
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
import java.util.List;
import java.util.UUID;

/** Proposes a measure to the head, or takes an urgent one at once. */
@ApplicationScoped
public class TakeMeasure {
  static final int GROUND = 1_000;
  static final int PLACE = 200;
  private static final int MOST = 200;

  /**
   * A measure.
   *
   * @param urgent true if there is no time to ask the head first (行政强制法 art. 19)
   * @param ground why, and the article that allows it
   */
  public record Command(
      @NotNull UUID caseId,
      @NotNull MeasureKind kind,
      boolean urgent,
      @NotNull String ground,
      @NotNull String place,
      @NotNull List<Goods> goods) {}

  @Inject private Sql sql;
  @Inject private Cases cases;
  @Inject private DocumentNumbers numbers;
  @Inject private Measures measures;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected TakeMeasure() {}

  /** For tests without a server. */
  TakeMeasure(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.cases = new Cases(sql, desk, clock);
    this.numbers = new DocumentNumbers(sql, clock);
    this.measures = new Measures(sql, desk, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The measure's id.
   *
   * @throws Refusal {@code case.gate.not-mine}, {@code case.gate.officers}; {@code measure.case} of
   *     a case that nobody deals with now; {@code measure.ground}, {@code measure.place}, {@code
   *     measure.goods} without a list or with a longer one than can be read
   * @throws NotFound outside the scope
   */
  @Allows(right = CASE)
  @Requirement({"R92.3", "R92.5"})
  public UUID take(@Valid Command command) {
    var held = cases.locked(command.caseId());
    if (!held.facts().mine()) {
      throw new Refusal("case.gate.not-mine");
    }
    if (held.facts().officers() < 2) {
      throw new Refusal("case.gate.officers");
    }
    if (!held.state().isDeciding()) {
      throw new Refusal("measure.case");
    }
    if (command.goods().isEmpty() || command.goods().size() > MOST) {
      throw new Refusal("measure.goods", MOST);
    }
    var measure =
        new Measures.Made(
            held,
            command.kind(),
            numbers.next(held.area(), command.kind().series()),
            command.urgent(),
            CaseText.required(command.ground(), GROUND, "measure.ground"),
            CaseText.line(command.place(), PLACE, "measure.place"),
            command.urgent() ? MeasureState.URGENT : MeasureState.PROPOSED,
            null);
    var id = measures.write(measure);
    for (var place = 0; place < command.goods().size(); place++) {
      var goods = command.goods().get(place);
      sql.update(
          """
          insert into measure_item (measure_id, place, name, amount, unit, spot)
          values (?, ?, ?, ?, ?, ?)
          """,
          id,
          place + 1,
          goods.name(),
          goods.amount(),
          goods.unit(),
          goods.spot());
    }
    measures.step(id, clock.instant(), "TAKE", measure.state(), desk.nameInHistory(), "");
    if (command.urgent()) {
      measures.begin(measure, id, command.kind().rule());
      measures.begin(measure, id, Measures.REPORT);
    }
    cases.write(held, "MEASURE", held.state(), measure.number());
    return id;
  }
}
