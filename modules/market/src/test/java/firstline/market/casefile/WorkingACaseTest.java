package firstline.market.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.term.TermQueries;
import firstline.market.term.TermQueries.Level;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A pharmacy sells masks without a price. */
class WorkingACaseTest {
  private static final String CODE = "91330100799655058B";
  private final MutableClock clock = MutableClock.at(Instant.parse("2026-03-02T02:00:00Z"));

  private static String refused(Runnable work) {
    return assertThrows(Refusal.class, work::run).code();
  }

  private void to(Bureau bureau, UUID id, CaseAction... actions) {
    for (var action : actions) {
      bureau.move(id, action);
    }
  }

  private UUID decided(Bureau bureau, long fine) {
    var id = bureau.file("", "", Matter.PRICE_MARKING, true);
    bureau.assign(id);
    bureau.evidence(id);
    bureau.conclude(id, fine);
    to(
        bureau,
        id,
        CaseAction.SUBMIT,
        CaseAction.PASS,
        CaseAction.NOTIFY,
        CaseAction.HEAR_DEFENCE,
        CaseAction.DECIDE);
    return id;
  }

  @Test
  @Requirement({"R84.1", "R84.2", "R84.3", "R84.5", "R85.6"})
  void aCaseWalksFromItsSourceToTheArchive() {
    var bureau = Bureau.found("953010", clock);
    var id = bureau.file(CODE, "来信 2026-1", Matter.PRICE_MARKING);
    assertEquals("case.step.CONCLUDE", refused(() -> bureau.conclude(id, 300_000)));
    assertEquals("case.gate.officers", refused(() -> bureau.move(id, CaseAction.ASSIGN)));
    bureau.assign(id);
    assertEquals("case.gate.evidence", refused(() -> bureau.conclude(id, 300_000)));
    bureau.evidence(id);
    bureau.conclude(id, 300_000);
    to(bureau, id, CaseAction.SUBMIT);
    assertEquals("case.gate.review", refused(() -> bureau.move(id, CaseAction.NOTIFY)));
    to(bureau, id, CaseAction.PASS);
    assertEquals("case.gate.notice", refused(() -> bureau.move(id, CaseAction.DECIDE)));
    to(bureau, id, CaseAction.NOTIFY, CaseAction.HEAR_DEFENCE, CaseAction.DECIDE);
    assertEquals("case.day", refused(() -> bureau.serve(id, "2026-03-01")));
    assertEquals("case.day", refused(() -> bureau.serve(id, "2026-03-03")));
    bureau.serve(id, "2026-03-02");
    assertEquals("case.gate.owed", refused(() -> bureau.move(id, CaseAction.CLOSE)));
    to(bureau, id, CaseAction.AWAIT_PAYMENT);
    assertEquals("case.gate.owed", refused(() -> bureau.move(id, CaseAction.PERFORM)));
    bureau.pay(id, 300_000, "2026-03-02");
    to(bureau, id, CaseAction.PERFORM, CaseAction.CLOSE, CaseAction.ARCHIVE);
    assertEquals(CaseState.ARCHIVED, bureau.state(id));
    var view = bureau.queries().one(id);
    assertTrue(view.decisionNumber().matches("川市监罚〔2026〕\\d{4}号"), view.decisionNumber());
    assertEquals(CODE, view.creditCode());
    assertEquals(
        Collections.nCopies(4, Level.MET),
        bureau.terms().ofRecord(id).stream()
            .filter(term -> !term.rule().id().matches("publication.*|remedy.*"))
            .map(TermQueries.Line::level)
            .toList());
    assertEquals("ARCHIVE", bureau.queries().events(id).get(0).action());
    assertEquals(CODE, bureau.operators().operator(view.operator()).code());
    assertEquals(
        List.of(id),
        bureau
            .queries()
            .list(new CaseQueries.Filter("ARCHIVED", "康民", true), Cursor.START)
            .rows()
            .stream()
            .map(CaseQueries.Line::id)
            .filter(id::equals)
            .toList());
  }

  private UUID file(Bureau bureau, String source) {
    return bureau.file("914403001922038216", source, Matter.GOUGING);
  }

  @Test
  @Requirement("R84.4")
  void ofTwoWhoFileTheSameSourceTheSecondLearnsTheNumber() throws Exception {
    var bureau = Bureau.found("953011", clock);
    var work = Executors.newFixedThreadPool(8);
    Callable<String> filing =
        () -> {
          try {
            file(bureau, "来信 2026-777");
            return "";
          } catch (Refusal refusal) {
            return refusal.code() + " " + refusal.arguments().get(1);
          }
        };
    var answers =
        work.invokeAll(java.util.Collections.nCopies(8, filing)).stream()
            .map(
                one -> {
                  try {
                    return one.get();
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                })
            .sorted()
            .toList();
    work.shutdown();
    assertEquals(1, answers.stream().filter(String::isEmpty).count(), answers.toString());
    assertTrue(
        answers.subList(1, 8).stream().allMatch(one -> one.startsWith("case.filed 川市监立〔2026〕")),
        answers.toString());
    assertEquals(
        "operator.other",
        refused(
            () ->
                bureau.run(
                    sql ->
                        new FileCase(sql, bureau.desk(UUID.randomUUID(), "market.intake"), clock)
                            .file(
                                new FileCase.Command(
                                    bureau.county(),
                                    new firstline.market.operator.Operators.Party(
                                        "别家", false, "914403001922038216", "北街", ""),
                                    "",
                                    Matter.OTHER,
                                    "题",
                                    "",
                                    false,
                                    false)))));
  }

  @Test
  @Requirement("R84.6")
  void moneyIsCountedToTheDayAndNeverTakenTwice() {
    var bureau = Bureau.found("953012", clock);
    var id = decided(bureau, 100_000);
    bureau.serve(id, "2026-03-02");
    to(bureau, id, CaseAction.AWAIT_PAYMENT);
    assertEquals("case.gate.not-lapsed", refused(() -> bureau.move(id, CaseAction.LAPSE)));
    clock.set(Instant.parse("2026-03-27T02:00:00Z"));
    assertEquals(
        new Cases.Owed(100_000, 30_000, 0, 0),
        bureau.queries().owed(id),
        "due on 17 March, 10 days");
    to(bureau, id, CaseAction.LAPSE);
    assertEquals("case.pay.amount", refused(() -> bureau.pay(id, 130_001, "2026-03-27")));
    assertEquals("case.pay.amount", refused(() -> bureau.pay(id, 0, "2026-03-27")));
    assertEquals("case.pay.day", refused(() -> bureau.pay(id, 1, "2026-03-28")));
    bureau.pay(id, 50_000, "2026-03-27");
    to(bureau, id, CaseAction.DEMAND);
    assertEquals("case.gate.demand", refused(() -> bureau.move(id, CaseAction.APPLY_TO_COURT)));
    clock.set(Instant.parse("2026-05-27T02:00:00Z"));
    var owed = bureau.queries().owed(id);
    assertEquals(new Cases.Owed(50_000, 100_000, 0, 0), owed);
    to(bureau, id, CaseAction.APPLY_TO_COURT);
    bureau.pay(id, owed.all(), "2026-05-27");
    to(bureau, id, CaseAction.PERFORM, CaseAction.CLOSE);
    assertEquals(LocalDate.parse("2026-05-27"), bureau.queries().one(id).closedOn());
  }

  @Test
  @Requirement("R84.7")
  void evidenceGoesFromHandToHandAndNobodyRewritesThat() {
    var bureau = Bureau.found("953013", clock);
    var id = bureau.file("", "", Matter.COUNTERFEIT, true);
    assertEquals("case.gate.not-mine", refused(() -> bureau.evidence(id)));
    bureau.assign(id);
    bureau.evidence(id);
    bureau.evidence(id);
    var pieces = bureau.queries().evidence(id);
    assertEquals(List.of(1, 2), pieces.stream().map(CaseQueries.Piece::place).toList());
    clock.set(Instant.parse("2026-03-02T03:00:00Z"));
    bureau.run(
        sql -> {
          new TakeEvidence(sql, bureau.desk(bureau.officers().get(0), "market.case"), null, clock)
              .hand(new TakeEvidence.Hand(pieces.get(0).id(), "物证室 3 号柜"));
          return true;
        });
    assertEquals("执法员 → 物证室 3 号柜", bureau.queries().evidence(id).get(0).custody());
    assertThrows(
        RuntimeException.class,
        () -> TestDatabase.sql().update("update evidence_custody set holder = 'x'"));
    bureau.conclude(id, 300_000);
    assertEquals("case.evidence.over", refused(() -> bureau.evidence(id)));
  }

  @Test
  @Requirement({"R84.3", "R84.5"})
  void aSuspendedCaseStandsStillAndOneOnTheSpotIsDecidedAtOnce() {
    var bureau = Bureau.found("953014", clock);
    var id = bureau.file("", "", Matter.PRICE_MARKING, true);
    bureau.assign(id);
    to(bureau, id, CaseAction.SUSPEND);
    assertEquals(Level.STANDING, bureau.terms().ofRecord(id).get(0).level());
    clock.set(Instant.parse("2026-03-12T02:00:00Z"));
    to(bureau, id, CaseAction.RESUME);
    assertEquals(LocalDate.parse("2026-06-10"), bureau.terms().ofRecord(id).get(0).due());
    bureau.run(
        sql -> {
          new MoveCase(sql, bureau.desk(UUID.randomUUID(), "market.head"), clock)
              .extend(id, 0, "案情复杂");
          return true;
        });
    assertEquals(LocalDate.parse("2026-07-10"), bureau.terms().ofRecord(id).get(0).due());
    bureau.evidence(id);
    assertEquals(
        "case.gate.told",
        refused(
            () ->
                bureau.move(
                    id,
                    CaseAction.DECIDE_ON_SPOT,
                    bureau.proposal(Outcome.PENALTY, 20_000, false))));
    bureau.move(id, CaseAction.DECIDE_ON_SPOT, bureau.proposal(Outcome.PENALTY, 20_000, true));
    assertEquals(CaseState.DECIDED, bureau.state(id));
  }

  private List<String> published() {
    return new PublicDecisions(TestDatabase.sql(), clock)
        .notices().stream().map(one -> one.number()).toList();
  }

  @Test
  @Requirement("R84.8")
  void aDecisionIsPublicFromItsDayToItsLastOneAndNeverLonger() {
    var bureau = Bureau.found("953015", clock);
    var head = bureau.desk(UUID.randomUUID(), "market.publish");
    var id = decided(bureau, 300_000);
    Runnable publish =
        () ->
            bureau.run(
                sql -> {
                  new PublishDecision(sql, head, clock)
                      .publish(new PublishDecision.Publish(id, true));
                  return true;
                });
    assertEquals("case.publish.served", refused(publish));
    bureau.serve(id, "2026-03-02");
    var number = bureau.queries().one(id).decisionNumber();
    assertTrue(published().stream().noneMatch(number::equals));
    publish.run();
    assertEquals("case.publish.twice", refused(publish));
    var shown =
        new PublicDecisions(TestDatabase.sql(), clock)
            .notices().stream().filter(one -> one.number().equals(number)).findFirst().get();
    assertEquals("康某", shown.party());
    assertEquals("", shown.code());
    assertEquals("3000.00", shown.fine());
    clock.set(Instant.parse("2026-06-02T15:59:59Z"));
    assertTrue(published().contains(number));
    clock.set(Instant.parse("2026-06-02T16:00:00Z"));
    assertTrue(published().stream().noneMatch(number::equals));
  }

  @Test
  @Requirement("R84.8")
  void whatIsWithdrawnIsGoneAtOnceAndAWarningIsNeverPublished() {
    var bureau = Bureau.found("953016", clock);
    var head = bureau.desk(UUID.randomUUID(), "market.publish");
    var id = decided(bureau, 300_000);
    bureau.serve(id, "2026-03-02");
    bureau.run(
        sql -> {
          new PublishDecision(sql, head, clock).publish(new PublishDecision.Publish(id, false));
          new PublishDecision(sql, head, clock).withdraw(new PublishDecision.Withdraw(id, "复议撤销"));
          return true;
        });
    var number = bureau.queries().one(id).decisionNumber();
    assertTrue(published().stream().noneMatch(number::equals));
    assertEquals("复议撤销", bureau.queries().shown(id).orElseThrow().withdrawn());
    var spot = bureau.file("", "", Matter.PRICE_MARKING, true);
    bureau.assign(spot);
    bureau.evidence(spot);
    bureau.move(spot, CaseAction.DECIDE_ON_SPOT, bureau.proposal(Outcome.PENALTY, 20_000, true));
    bureau.serve(spot, "2026-03-02");
    assertEquals(
        "case.publish.what",
        refused(
            () ->
                bureau.run(
                    sql -> {
                      new PublishDecision(sql, head, clock)
                          .publish(new PublishDecision.Publish(spot, false));
                      return true;
                    })));
  }
}
