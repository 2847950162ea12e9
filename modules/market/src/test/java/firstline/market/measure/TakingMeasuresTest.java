package firstline.market.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.MarketRights;
import firstline.market.casefile.Bureau;
import firstline.market.casefile.Matter;
import firstline.market.desk.MarketDesk;
import firstline.market.term.TermQueries;
import firstline.market.term.TermQueries.Level;
import firstline.market.term.TermsPasser;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import firstline.testkit.clock.MutableClock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Masks without a maker's name are sealed up, seized and preserved. */
class TakingMeasuresTest {
  /** Preserved or not, state, action, right, next: by hand from the law. */
  private static final Set<String> LAWFUL =
      Set.of(
          "false PROPOSED APPROVE head HELD",
          "false PROPOSED REFUSE head REFUSED",
          "false URGENT APPROVE head HELD",
          "false URGENT REFUSE head LIFTED",
          "false HELD EXTEND head HELD",
          "false HELD TEST case TESTING",
          "false TESTING END_TEST case HELD",
          "false HELD LIFT head LIFTED",
          "false TESTING LIFT head LIFTED",
          "false HELD CONFISCATE head CONFISCATED",
          "false HELD HAND_OVER head HANDED_OVER",
          "true PROPOSED APPROVE head HELD",
          "true PROPOSED REFUSE head REFUSED",
          "true URGENT APPROVE head HELD",
          "true URGENT REFUSE head RETURNED",
          "true HELD RETURN head RETURNED",
          "true HELD TEST case TESTED",
          "true HELD SEIZE head SEIZED");

  private static final List<Goods> MASKS = List.of(Goods.read(1, "一次性口罩", "1,200", "只", "局仓库3号架"));

  private final MutableClock clock = MutableClock.at("2026-03-02T02:00:00Z");

  private static String refused(Runnable work) {
    return assertThrows(Refusal.class, work::run).code();
  }

  private UUID opened(Bureau bureau) {
    var id = bureau.file("", "", Matter.COUNTERFEIT, true);
    bureau.assign(id);
    return id;
  }

  private UUID taken(Bureau bureau, UUID caseId, MeasureKind kind, boolean urgent) {
    return bureau.run(
        sql ->
            new TakeMeasure(sql, bureau.desk(bureau.officers().get(0), MarketRights.CASE), clock)
                .take(
                    new TakeMeasure.Command(
                        caseId, kind, urgent, "涉嫌假冒，《产品质量法》第十八条", "南街1号", MASKS)));
  }

  private void move(Bureau bureau, UUID id, MeasureAction action, String note) {
    bureau.run(
        sql -> {
          var officer = action.right().equals(MarketRights.CASE);
          var use =
              new MoveMeasure(
                  sql,
                  bureau.desk(
                      officer ? bureau.officers().get(0) : UUID.randomUUID(), action.right()),
                  clock);
          var command =
              new MoveMeasure.Command(id, queries(bureau).one(id).version(), action, note);
          if (officer) {
            use.byOfficer(command);
          } else {
            use.byHead(command);
          }
          return true;
        });
  }

  private MeasureQueries queries(Bureau bureau) {
    return new MeasureQueries(
        TestDatabase.sql(), bureau.desk(UUID.randomUUID(), MarketRights.READ));
  }

  private MeasureState state(Bureau bureau, UUID id) {
    return queries(bureau).one(id).state();
  }

  private TermQueries.Line term(Bureau bureau, UUID id, String rule) {
    return bureau.terms().ofRecord(id).stream()
        .filter(one -> one.rule().id().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Requirement("R92.4")
  void ofAllStepsOnlyTheLawfulOnesAreAcceptedAndEachRefusalNamesItsArticle() {
    var accepted = new HashSet<String>();
    for (var kind : MeasureKind.values()) {
      for (var state : MeasureState.values()) {
        for (var action : MeasureAction.values()) {
          for (var right : new MarketDesk().rights()) {
            try {
              var to = MeasureTable.after(kind, state, action, right);
              accepted.add(
                  String.join(
                      " ",
                      String.valueOf(kind == MeasureKind.PRESERVE),
                      state.name(),
                      action.name(),
                      right.substring("market.".length()),
                      to.name()));
            } catch (Refusal refusal) {
              var key = "refusal." + refusal.code();
              assertTrue(Bundles.words("zh", key).contains(action.article().zh()), key);
              assertTrue(Bundles.words("en", key).contains(action.article().en()), key);
            }
          }
        }
      }
    }
    assertEquals(LAWFUL, accepted);
  }

  @Test
  @Requirement({"R92.3", "R92.5"})
  void aSeizureHasItsListAndItsDaysAndATestIsNotCounted() {
    var bureau = Bureau.found("953020", clock);
    var caseId = opened(bureau);
    var id = taken(bureau, caseId, MeasureKind.SEIZURE, false);
    var goods = queries(bureau).goods(id);
    assertEquals("1200 只", goods.get(0).measured());
    assertEquals("局仓库3号架", goods.get(0).spot());
    assertTrue(queries(bureau).one(id).number().matches("川市监强制〔2026〕\\d{4}号"));
    assertTrue(bureau.terms().ofRecord(id).isEmpty(), "nothing is held before the head approves");
    assertEquals("measure.note", refused(() -> move(bureau, id, MeasureAction.REFUSE, "")));
    move(bureau, id, MeasureAction.APPROVE, "");
    assertEquals(LocalDate.parse("2026-04-01"), term(bureau, id, "measure.hold").due());
    clock.set(java.time.Instant.parse("2026-03-12T02:00:00Z"));
    move(bureau, id, MeasureAction.TEST, "送省质检院");
    assertEquals(Level.STANDING, term(bureau, id, "measure.hold").level());
    clock.set(java.time.Instant.parse("2026-03-22T02:00:00Z"));
    move(bureau, id, MeasureAction.END_TEST, "报告已出");
    assertEquals(LocalDate.parse("2026-04-11"), term(bureau, id, "measure.hold").due());
    move(bureau, id, MeasureAction.EXTEND, "情况复杂");
    assertEquals(LocalDate.parse("2026-05-11"), term(bureau, id, "measure.hold").due());
    assertEquals("clock.no-extension", refused(() -> move(bureau, id, MeasureAction.EXTEND, "再延")));
    assertEquals(
        "measure.not-decided", refused(() -> move(bureau, id, MeasureAction.CONFISCATE, "没收")));
    assertEquals(
        "measure.no-referral", refused(() -> move(bureau, id, MeasureAction.HAND_OVER, "移送")));
    move(bureau, id, MeasureAction.LIFT, "检测合格");
    assertEquals(Level.MET, term(bureau, id, "measure.hold").level());
    assertEquals(LocalDate.parse("2026-03-22"), queries(bureau).one(id).endedOn());
    assertEquals(
        List.of("LIFT", "EXTEND", "END_TEST", "TEST", "APPROVE", "TAKE"),
        queries(bureau).steps(id).stream().map(MeasureQueries.Step::action).toList());
    assertEquals(id, queries(bureau).ofCase(caseId).get(0).id());
    assertEquals(
        List.of(id),
        queries(bureau)
            .list(new MeasureQueries.Asked("SEIZURE", "LIFTED"), Cursor.START)
            .rows()
            .stream()
            .map(MeasureQueries.Line::id)
            .toList());
    assertEquals("MEASURE_LIFTED", bureau.queries().events(caseId).get(0).action());
  }

  @Test
  @Requirement("R92.5")
  void anUrgentOneIsReportedWithinADayAndEndsIfTheHeadRefuses() {
    var bureau = Bureau.found("953021", clock);
    var caseId = opened(bureau);
    var kept = taken(bureau, caseId, MeasureKind.SEAL_UP, true);
    var term = term(bureau, kept, "measure.report");
    assertEquals(java.time.Instant.parse("2026-03-03T02:00:00Z"), term.endsAt());
    move(bureau, kept, MeasureAction.APPROVE, "");
    assertEquals(Level.MET, term(bureau, kept, "measure.report").level());
    assertEquals(Level.RUNNING, term(bureau, kept, "measure.hold").level());
    var refused = taken(bureau, caseId, MeasureKind.SEAL_UP, true);
    move(bureau, refused, MeasureAction.REFUSE, "不必采取");
    assertEquals(MeasureState.LIFTED, state(bureau, refused));
    assertEquals(Level.CANCELLED, term(bureau, refused, "measure.hold").level());
  }

  @Test
  @Requirement("R92.6")
  void aPreservationOfWhichNothingIsDecidedEndsByItself() {
    var bureau = Bureau.found("953022", clock);
    var caseId = opened(bureau);
    var seized = taken(bureau, caseId, MeasureKind.PRESERVE, true);
    var lapsing = taken(bureau, caseId, MeasureKind.PRESERVE, true);
    assertEquals(LocalDate.parse("2026-03-11"), term(bureau, seized, "evidence.preserve").due());
    move(bureau, seized, MeasureAction.APPROVE, "");
    move(bureau, seized, MeasureAction.SEIZE, "依法扣押");
    assertEquals(MeasureState.SEIZED, state(bureau, seized));
    var follows =
        queries(bureau).ofCase(caseId).stream()
            .filter(one -> one.kind() == MeasureKind.SEIZURE)
            .findFirst()
            .orElseThrow();
    assertEquals(MeasureState.HELD, follows.state());
    assertEquals(LocalDate.parse("2026-04-01"), follows.until());
    assertEquals("1200 只", queries(bureau).goods(follows.id()).get(0).measured());
    clock.set(java.time.Instant.parse("2026-03-11T16:00:01Z"));
    assertEquals("measure.lapsed", refused(() -> move(bureau, lapsing, MeasureAction.APPROVE, "")));
    TermsPasser.pass(clock);
    assertTrue(bureau.run(sql -> new LapseMeasures(sql).run()) >= 1);
    assertEquals(MeasureState.LAPSED, state(bureau, lapsing));
    assertEquals(LocalDate.parse("2026-03-11"), queries(bureau).one(lapsing).endedOn());
    assertEquals("LAPSE", queries(bureau).steps(lapsing).get(0).action());
    assertEquals(
        "measure.step.RETURN", refused(() -> move(bureau, lapsing, MeasureAction.RETURN, "还")));
  }

  @Test
  @Requirement("R92.3")
  void badListsAndStrangersAreRefused() {
    assertEquals("measure.goods.amount", refused(() -> Goods.read(1, "口罩", "-1", "只", "库")));
    assertEquals("measure.goods.amount", refused(() -> Goods.read(1, "口罩", "0.000", "只", "库")));
    assertEquals("measure.goods.amount", refused(() -> Goods.read(2, "口罩", "1e15", "只", "库")));
    assertEquals("measure.goods.amount", refused(() -> Goods.read(2, "口罩", "0.0005", "只", "库")));
    assertEquals("measure.goods.name", refused(() -> Goods.read(3, " ", "1", "只", "库")));
    assertEquals("measure.goods.unit", refused(() -> Goods.read(3, "口罩", "1", "", "库")));
    assertEquals(
        "measure.goods.spot", refused(() -> Goods.read(3, "口罩", "1", "只", "库".repeat(101))));
    var bureau = Bureau.found("953023", clock);
    var filed = bureau.file("", "", Matter.COUNTERFEIT, true);
    assertEquals(
        "case.gate.not-mine", refused(() -> taken(bureau, filed, MeasureKind.SEIZURE, false)));
    bureau.assign(filed);
    assertEquals(
        "measure.goods",
        refused(
            () ->
                bureau.run(
                    sql ->
                        new TakeMeasure(
                                sql,
                                bureau.desk(bureau.officers().get(0), MarketRights.CASE),
                                clock)
                            .take(
                                new TakeMeasure.Command(
                                    filed, MeasureKind.SEIZURE, false, "理由", "处", List.of())))));
  }
}
