package firstline.market.sample;

import firstline.market.casefile.CaseAction;
import firstline.market.casefile.CaseQueries;
import firstline.market.casefile.MoveCase;
import firstline.market.casefile.Outcome;
import firstline.market.casefile.Penalty;
import firstline.market.casefile.RecordPayment;
import firstline.market.casefile.TakeEvidence;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes the steps of the sample's cases, each by an officer who may. */
@ApplicationScoped
class CaseWalk {
  static final String COUNTY = "511502000000";
  static final int FINE = 300_000;

  @Inject private MoveCase moveCase;
  @Inject private TakeEvidence takeEvidence;
  @Inject private RecordPayment recordPayment;
  @Inject private CaseQueries queries;
  @Inject private Clock clock;

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  void pay(UUID id, Consumer<String> seat) {
    seat.accept("market.officer");
    recordPayment.pay(
        new RecordPayment.Command(id, RecordPayment.Kind.FINE, FINE, today(), "川财罚 20260001"));
  }

  /** Takes the step by its right's officer; a conclusion has its evidence first. */
  void take(UUID id, CaseAction action, boolean hearing, Consumer<String> seat) {
    if (action == CaseAction.CONCLUDE) {
      seat.accept("market.officer");
      takeEvidence.take(
          new TakeEvidence.Command(id, TakeEvidence.Kind.RECORD, "现场笔录", "经营场所，当场制作", null, ""));
    }
    var input =
        switch (action) {
          case ASSIGN ->
              new MoveCase.Input(
                  queries.qualified(COUNTY).stream().limit(2).map(CaseQueries.Person::id).toList(),
                  null,
                  false,
                  "",
                  false,
                  null,
                  "");
          case CONCLUDE ->
              new MoveCase.Input(
                  List.of(),
                  new MoveCase.Proposal(
                      Outcome.PENALTY,
                      new Penalty(false, FINE, 0, 0),
                      queries.one(id).facts() + "事实清楚，证据确凿。",
                      "《价格法》第四十条、第四十二条",
                      today()),
                  false,
                  "",
                  false,
                  null,
                  "");
          case HEAR_DEFENCE ->
              new MoveCase.Input(
                  List.of(), null, false, "当事人承认违法事实，请求从轻处罚；已采纳。", hearing, null, "");
          case SERVE -> new MoveCase.Input(List.of(), null, false, "", false, today(), "");
          case REJECT ->
              new MoveCase.Input(List.of(), null, false, "", false, null, "FIRST_TIME", "初次违法且已改正");
          default -> MoveCase.Input.note("依法办理");
        };
    var command = new MoveCase.Command(id, version(id, action, seat), action, input);
    switch (action.right()) {
      case "market.head" -> moveCase.byHead(command);
      case "market.legal" -> moveCase.byReviewer(command);
      default -> moveCase.byOfficer(command);
    }
  }

  private long version(UUID id, CaseAction action, Consumer<String> seat) {
    seat.accept(
        switch (action.right()) {
          case "market.head" -> "market.head";
          case "market.legal" -> "market.legal";
          default -> "market.officer";
        });
    return queries.one(id).version();
  }
}
