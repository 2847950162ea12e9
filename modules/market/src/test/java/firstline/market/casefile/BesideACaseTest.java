package firstline.market.casefile;

import static firstline.market.MarketRights.CASE;
import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.LEGAL;
import static firstline.market.MarketRights.PUBLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.clock.Cause;
import firstline.market.money.LateFine.Part;
import firstline.market.number.SetDocumentWord;
import firstline.market.term.TermQueries;
import firstline.market.term.TermQueries.Level;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What runs beside a case: its days, refunds, instalments and remedies. */
class BesideACaseTest {
  private final MutableClock clock = MutableClock.at("2026-03-02T02:00:00Z");

  private static String refused(Runnable work) {
    return assertThrows(Refusal.class, work::run).code();
  }

  private static void in(Consumer<Sql> work) {
    TestDatabase.inTransaction(
        sql -> {
          work.accept(sql);
          return true;
        });
  }

  private UUID opened(Bureau bureau, Matter matter) {
    var id = bureau.file("", "", matter, true);
    bureau.assign(id);
    bureau.evidence(id);
    return id;
  }

  private void conclude(
      Bureau bureau, UUID id, Penalty penalty, LocalDate refundBy, Lighter lighter) {
    bureau.move(
        id,
        CaseAction.CONCLUDE,
        new MoveCase.Input(
            List.of(),
            new MoveCase.Proposal(
                Outcome.PENALTY, penalty, "多收", "《价格法》第四十条", null, refundBy, false, lighter),
            false,
            "",
            false,
            null,
            ""));
  }

  private void serve(Bureau bureau, UUID id, CaseAction... until) {
    for (var action :
        List.of(
            CaseAction.SUBMIT,
            CaseAction.PASS,
            CaseAction.NOTIFY,
            CaseAction.HEAR_DEFENCE,
            CaseAction.DECIDE)) {
      bureau.move(id, action);
    }
    bureau.serve(id, LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC).toString());
    for (var action : until) {
      bureau.move(id, action);
    }
  }

  private UUID served(Bureau bureau, Matter matter, long fine) {
    var id = opened(bureau, matter);
    conclude(bureau, id, new Penalty(false, fine, 0, 0), null, null);
    serve(bureau, id, CaseAction.AWAIT_PAYMENT);
    return id;
  }

  private TermQueries.Line term(Bureau bureau, UUID id, String rule) {
    return bureau.terms().ofRecord(id).stream()
        .filter(one -> one.rule().id().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private CaseMoreQueries more(Bureau bureau) {
    return new CaseMoreQueries(
        TestDatabase.sql(), bureau.desk(UUID.randomUUID(), "market.read"), clock);
  }

  @Test
  @Requirement("R92.11")
  void aFilingIsTurnedDownOnAGroundAndItsDaysEnd() {
    var bureau = Bureau.found("953030", clock);
    var id = bureau.file("", "", Matter.OTHER, true);
    assertEquals("case.ground", refused(() -> bureau.move(id, CaseAction.REJECT)));
    Consumer<String> reject =
        note ->
            bureau.move(
                id,
                CaseAction.REJECT,
                new MoveCase.Input(List.of(), null, false, "", false, null, "BY_LAW", note));
    assertEquals("case.note", refused(() -> reject.accept("")));
    reject.accept("已由公安处理");
    assertEquals(CaseState.REJECTED, bureau.state(id));
    assertEquals("BY_LAW", more(bureau).more(id).ground());
    assertEquals(Level.CANCELLED, term(bureau, id, "case.decide").level());
    assertEquals("case.step.ASSIGN", refused(() -> bureau.assign(id)));
  }

  @Test
  @Requirement("R92.12")
  void testsNoticesAndHearingsStopTheDaysAndTheHeadsSetThemTogether() {
    var bureau = Bureau.found("953031", clock);
    var id = opened(bureau, Matter.COUNTERFEIT);
    var officer = bureau.desk(bureau.officers().get(0), CASE);
    Consumer<Cause> stop =
        cause ->
            in(
                sql ->
                    new StopCase(sql, officer, clock).stop(new StopCase.Stop(id, cause, "送省质检院")));
    Runnable goOn = () -> in(sql -> new StopCase(sql, officer, clock).goOn(id));
    assertEquals("case.stop", refused(() -> stop.accept(Cause.SUSPENSION)));
    assertEquals("clock.runs", refused(goOn));
    stop.accept(Cause.TESTING);
    assertTrue(more(bureau).days(id).standing());
    assertEquals("clock.stands", refused(() -> stop.accept(Cause.PUBLIC_NOTICE)));
    clock.set(Instant.parse("2026-03-12T02:00:00Z"));
    goOn.run();
    assertEquals(LocalDate.parse("2026-06-10"), term(bureau, id, "case.decide").due());
    assertEquals("GO_ON", bureau.queries().events(id).get(0).action());

    bureau.conclude(id, 300_000);
    for (var action : List.of(CaseAction.SUBMIT, CaseAction.PASS, CaseAction.NOTIFY)) {
      bureau.move(id, action);
    }
    bureau.move(
        id,
        CaseAction.HEAR_DEFENCE,
        new MoveCase.Input(List.of(), null, false, "要求听证", true, null, ""));
    bureau.move(id, CaseAction.HOLD_HEARING);
    assertEquals(Level.STANDING, term(bureau, id, "case.decide").level());
    assertEquals("case.stop", refused(goOn), "a hearing is ended by whoever holds it");
    assertEquals("case.gate.hearing-open", refused(() -> bureau.move(id, CaseAction.PASS)));
    clock.set(Instant.parse("2026-03-22T02:00:00Z"));
    bureau.move(id, CaseAction.END_HEARING);
    assertEquals(LocalDate.parse("2026-03-22"), more(bureau).more(id).heardOn());
    assertEquals(LocalDate.parse("2026-06-22"), term(bureau, id, "case.decide").due());

    Consumer<Integer> extend =
        days ->
            in(
                sql ->
                    new MoveCase(sql, bureau.desk(UUID.randomUUID(), HEAD), clock)
                        .extend(id, days, "案情复杂"));
    extend.accept(0);
    assertEquals(LocalDate.parse("2026-07-20"), term(bureau, id, "case.decide").due());
    assertEquals(1, more(bureau).days(id).extensions());
    assertEquals("case.days", refused(() -> extend.accept(0)));
    assertEquals("case.days", refused(() -> extend.accept(366)));
    extend.accept(60);
    assertEquals(LocalDate.parse("2026-09-18"), term(bureau, id, "case.decide").due());
    assertEquals("clock.no-extension", refused(() -> extend.accept(60)));
  }

  @Test
  @Requirement("R92.13")
  void overchargedMoneyIsGivenBackFirstAndWhatIsLeftIsConfiscated() {
    var bureau = Bureau.found("953032", clock);
    var id = opened(bureau, Matter.GOUGING);
    var penalty = new Penalty(false, 200_000, 50_000, 80_000);
    assertEquals("case.refund-by", refused(() -> conclude(bureau, id, penalty, null, null)));
    assertEquals(
        "case.refund-by",
        refused(() -> conclude(bureau, id, penalty, LocalDate.parse("2026-03-01"), null)));
    conclude(bureau, id, penalty, LocalDate.parse("2026-03-10"), null);
    serve(bureau, id, CaseAction.AWAIT_PAYMENT);
    assertEquals(new Cases.Owed(200_000, 0, 50_000, 80_000), bureau.queries().owed(id));
    assertEquals("case.gate.refund", refused(() -> bureau.move(id, CaseAction.PERFORM)));
    Consumer<RecordPayment.Command> pay =
        command ->
            in(
                sql ->
                    new RecordPayment(sql, bureau.desk(bureau.officers().get(0), CASE), clock)
                        .pay(command));
    var today = LocalDate.parse("2026-03-02");
    var confiscated =
        new RecordPayment.Command(id, RecordPayment.Kind.CONFISCATED, 50_000, today, "川财 1");
    assertEquals("case.pay.refund-first", refused(() -> pay.accept(confiscated)));
    pay.accept(new RecordPayment.Command(id, RecordPayment.Kind.REFUND, 30_000, today, "名单 1"));
    assertEquals(50_000, bureau.queries().owed(id).refund());
    clock.set(Instant.parse("2026-03-11T02:00:00Z"));
    assertEquals(
        new Cases.Owed(200_000, 0, 100_000, 0),
        bureau.queries().owed(id),
        "what is not given back in time is confiscated");
    pay.accept(confiscated);
    assertEquals(50_000, bureau.queries().owed(id).confiscated());
  }

  @Test
  @Requirement("R92.15")
  void aFineIsPaidInPartsAndOnlyTheLatePartGrows() {
    var bureau = Bureau.found("953033", clock);
    var id = served(bureau, Matter.PRICE_MARKING, 300_000);
    var officer = bureau.desk(bureau.officers().get(0), CASE);
    Consumer<List<Part>> apply =
        parts ->
            in(
                sql ->
                    new PlanPayment(sql, officer, clock)
                        .apply(new PlanPayment.Apply(id, "停业两月", parts)));
    var first = new Part(LocalDate.parse("2026-04-01"), 100_000);
    var second = new Part(LocalDate.parse("2026-05-01"), 200_000);
    assertEquals("case.plan.sum", refused(() -> apply.accept(List.of(first))));
    assertEquals("case.plan.sum", refused(() -> apply.accept(List.of())));
    assertEquals("case.plan.days", refused(() -> apply.accept(List.of(second, first))));
    assertEquals(
        "case.plan.days",
        refused(() -> apply.accept(List.of(new Part(LocalDate.parse("9999-01-01"), 300_000)))));
    Consumer<Boolean> decide =
        approved ->
            in(
                sql ->
                    new PlanPayment(sql, bureau.desk(UUID.randomUUID(), HEAD), clock)
                        .decide(new PlanPayment.Decide(id, approved, approved ? "" : "有能力")));
    assertEquals("case.plan.none", refused(() -> decide.accept(true)));
    apply.accept(List.of(first, second));
    decide.accept(false);
    apply.accept(List.of(first, second));
    assertEquals("case.plan.twice", refused(() -> apply.accept(List.of(first, second))));
    decide.accept(true);
    assertEquals("APPROVED", more(bureau).plan(id).orElseThrow().state());
    assertEquals(List.of(first, second), more(bureau).plan(id).orElseThrow().parts());
    assertEquals(LocalDate.parse("2026-05-06"), term(bureau, id, "fine.pay").due(), "1–5 May off");
    clock.set(Instant.parse("2026-03-31T02:00:00Z"));
    assertEquals("case.gate.not-lapsed", refused(() -> bureau.move(id, CaseAction.LAPSE)));
    clock.set(Instant.parse("2026-04-11T02:00:00Z"));
    assertEquals(
        new Cases.Owed(300_000, 30_000, 0, 0), bureau.queries().owed(id), "ten days of 100,000");
    bureau.pay(id, 100_000, "2026-04-11");
    clock.set(Instant.parse("2026-04-30T02:00:00Z"));
    assertEquals(new Cases.Owed(200_000, 30_000, 0, 0), bureau.queries().owed(id));
    assertEquals("case.gate.not-lapsed", refused(() -> bureau.move(id, CaseAction.LAPSE)));
    clock.set(Instant.parse("2026-05-02T02:00:00Z"));
    bureau.move(id, CaseAction.LAPSE);
  }

  @Test
  @Requirement("R92.16")
  void noSuitComesBeforeTheReconsiderationAndARevokedDecisionIsPublicNoLonger() {
    var bureau = Bureau.found("953034", clock);
    var id = served(bureau, Matter.PRICE_MARKING, 300_000);
    var head = bureau.desk(UUID.randomUUID(), PUBLISH);
    in(sql -> new PublishDecision(sql, head, clock).publish(new PublishDecision.Publish(id, true)));
    assertEquals(LocalDate.parse("2026-05-06"), term(bureau, id, "remedy.reconsider").due());
    var reviewer = bureau.desk(UUID.randomUUID(), LEGAL);
    var today = LocalDate.parse("2026-03-02");
    Consumer<RecordRemedy.Kind> open =
        kind ->
            in(
                sql ->
                    new RecordRemedy(sql, reviewer, clock)
                        .open(new RecordRemedy.Open(id, kind, "翠屏区人民政府", today)));
    Consumer<RecordRemedy.End> close =
        end ->
            in(
                sql ->
                    new RecordRemedy(sql, reviewer, clock)
                        .close(
                            new RecordRemedy.Close(
                                id, end, today, end == RecordRemedy.End.KEPT ? "" : "程序违法")));
    assertEquals("case.remedy.first", refused(() -> open.accept(RecordRemedy.Kind.SUIT)));
    assertEquals("case.remedy.none", refused(() -> close.accept(RecordRemedy.End.KEPT)));
    open.accept(RecordRemedy.Kind.RECONSIDERATION);
    assertEquals("case.remedy.open", refused(() -> open.accept(RecordRemedy.Kind.RECONSIDERATION)));
    assertEquals(Level.MET, term(bureau, id, "remedy.reconsider").level());
    close.accept(RecordRemedy.End.KEPT);
    assertTrue(bureau.queries().shown(id).orElseThrow().now());
    open.accept(RecordRemedy.Kind.SUIT);
    close.accept(RecordRemedy.End.REVOKED);
    assertEquals("程序违法", bureau.queries().shown(id).orElseThrow().withdrawn());
    assertEquals(
        List.of("KEPT", "REVOKED"),
        more(bureau).remedies(id).stream().map(CaseMoreQueries.Remedy::outcome).toList());

    var other = served(bureau, Matter.COUNTERFEIT, 300_000);
    in(
        sql -> {
          var remedy = new RecordRemedy(sql, reviewer, clock);
          remedy.open(new RecordRemedy.Open(other, RecordRemedy.Kind.SUIT, "翠屏区人民法院", today));
          remedy.close(new RecordRemedy.Close(other, RecordRemedy.End.CHANGED, today, "罚款减半"));
        });
    assertEquals(
        "case.publish.changed",
        refused(
            () ->
                in(
                    sql ->
                        new PublishDecision(sql, head, clock)
                            .publish(new PublishDecision.Publish(other, false)))));
  }

  @Test
  @Requirement("R92.20")
  void theNearestAuthorityGivesItsWordToTheNumber() {
    var bureau = Bureau.found("953035", clock);
    var head = bureau.desk(UUID.randomUUID(), HEAD);
    BiConsumer<String, String> set =
        (area, word) ->
            in(
                sql ->
                    new SetDocumentWord(sql, head, clock)
                        .set(new SetDocumentWord.Command(area, word)));
    assertEquals("number.word", refused(() -> set.accept(bureau.county(), "SC-1")));
    assertEquals("number.area", refused(() -> set.accept("000000000000", "宜翠市监")));
    set.accept(bureau.county(), "宜翠市监");
    var id = bureau.file("", "", Matter.OTHER, true);
    assertTrue(bureau.queries().one(id).line().number().startsWith("宜翠市监立〔2026〕0001号"));
  }
}
