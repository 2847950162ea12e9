package firstline.market.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.Bureau;
import firstline.market.MarketRights;
import firstline.market.surge.Margin;
import firstline.market.surge.Rung;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.testkit.clock.MutableClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A county's officers change margin rules and thresholds. */
class TryingPriceRulesTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-26T01:30:00Z"));
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final Bureau bureau =
      TestDatabase.inTransaction(
          sql -> Bureau.found(sql, "94" + (1000 + new Random().nextInt(8999))));
  private final Desk author = desk();
  private final Desk other = desk();

  private Desk desk() {
    return bureau.desk(MarketRights.PRICE_CHECK, MarketRights.PRICE_READ, MarketRights.PRICE_ENTER);
  }

  private void bring(String goods, double... prices) {
    var lines = new ArrayList<QuoteLine>();
    for (var day = 0; day < prices.length; day++) {
      lines.add(
          new QuoteLine(
              day + 1,
              "点" + mark,
              goods + mark,
              "只",
              Double.toString(prices[day]),
              "2.0",
              FIRST.plusDays(day).toString(),
              ""));
    }
    var result =
        TestDatabase.inTransaction(
            sql ->
                new TakeQuotes(sql, author, clock)
                    .take(new TakeQuotes.Command(true, lines, List.of())));
    assertEquals(List.of(), result.rejected());
  }

  private static double[] flat(int days, double price, double... last) {
    var prices = new double[days + last.length];
    java.util.Arrays.fill(prices, 0, days, price);
    System.arraycopy(last, 0, prices, days, last.length);
    return prices;
  }

  private <T> T drafts(Desk desk, Function<PriceDrafts, T> work) {
    return TestDatabase.inTransaction(sql -> work.apply(new PriceDrafts(sql, desk, clock)));
  }

  private UUID begun() {
    return drafts(author, drafts -> drafts.begin("草案" + mark));
  }

  private void limit(UUID draft, String least, String most) {
    drafts(
        author,
        drafts -> {
          drafts.limit(
              draft,
              new PriceDrafts.Limits(
                  new BigDecimal(least), new BigDecimal(most), new BigDecimal("2.5")));
          return true;
        });
  }

  private RuleTrial tried(UUID draft) {
    return TestDatabase.inTransaction(sql -> new TryRules(sql, author, clock).run(draft));
  }

  private void release(UUID draft, Desk by) {
    TestDatabase.inTransaction(
        sql -> {
          new ReleaseRules(sql, by, clock).release(draft);
          return true;
        });
  }

  private static String refused(org.junit.jupiter.api.function.Executable work) {
    return assertThrows(Refusal.class, work).code();
  }

  private List<AlertQueries.Line> alerts(String goods) {
    return TestDatabase.inTransaction(
        sql ->
            new AlertQueries(sql, author)
                .list(
                    new AlertQueries.Asked("", Rung.DAILY.name(), "", goods + mark, ""),
                    null,
                    100));
  }

  @Test
  @Requirement("R94.1")
  void theTrialNamesWhatWouldBeGoneAndWhatWouldBeNew() {
    bring("甲", flat(30, 10, 13.5));
    bring("乙", flat(30, 10, 11.4));
    assertEquals(1, alerts("甲").size());
    assertEquals(0, alerts("乙").size());

    var higher = begun();
    limit(higher, "60", "80");
    var strict = tried(higher);
    assertEquals(List.of("甲" + mark), strict.gone().stream().map(RuleTrial.Change::goods).toList());
    assertEquals(List.of(), strict.added());
    assertTrue(
        strict.golden().stream()
            .filter(one -> !one.isRight())
            .map(RuleTrial.Golden::name)
            .collect(Collectors.joining())
            .contains("35%"));

    var lower = begun();
    limit(lower, "12", "12");
    var loose = tried(lower);
    assertEquals(List.of("乙" + mark), loose.added().stream().map(RuleTrial.Change::goods).toList());
    assertEquals(List.of(), loose.gone());
    assertEquals(0, loose.wrong());
  }

  @Test
  @Requirement("R94.1")
  void precisionIsThatOfTheJudgedAlerts() {
    bring("甲", flat(30, 10, 13.5));
    bring("乙", flat(30, 10, 40));
    judge("甲", AlertState.FALSE);
    judge("乙", AlertState.LEAD);
    var draft = begun();
    limit(draft, "60", "80");
    var trial = tried(draft);
    assertEquals("50 100", trial.percentBefore() + " " + trial.percentAfter());
    assertEquals("FALSE", trial.gone().get(0).state());
  }

  private void judge(String goods, AlertState end) {
    for (var state : List.of(AlertState.ACKNOWLEDGED, AlertState.CHECKING, end)) {
      TestDatabase.inTransaction(
          sql -> {
            new HandleAlert(sql, author, clock)
                .handle(new HandleAlert.Command(alerts(goods).get(0).id(), state, "核实"));
            return true;
          });
    }
  }

  @Test
  @Requirement({"R94.1", "R94.2"})
  void onlyWhatWasTriedAsItStandsGoesLiveAndBySomebodyElse() {
    bring("甲", flat(30, 10));
    var draft = begun();
    assertEquals("price-draft.empty", refused(() -> release(draft, other)));
    limit(draft, "60", "80");
    assertEquals("price-draft.untried", refused(() -> release(draft, other)));
    tried(draft);
    assertEquals("price-draft.wrong", refused(() -> release(draft, other)));
    limit(draft, "12", "12");
    assertEquals("price-draft.untried", refused(() -> release(draft, other)));
    tried(draft);
    assertEquals("price-draft.own", refused(() -> release(draft, author)));
    release(draft, other);
    assertEquals("price-draft.ended", refused(() -> release(draft, other)));
    assertEquals("price-draft.ended", refused(() -> limit(draft, "12", "12")));

    bring("乙", flat(30, 10, 11.4));
    assertEquals(1, alerts("乙").size());
  }

  @Test
  @Requirement({"R94.1", "R94.2", "R87.7"})
  void aDraftedMarginRuleIsTriedWithTheGoldenCostOfTwoPointOne() {
    bring("甲", flat(3, 5));
    var draft = begun();
    drafts(
        author,
        drafts -> {
          drafts.add(
              draft,
              new MarginRules.Command(
                  bureau.county(),
                  "其他",
                  Margin.Basis.COST,
                  BigDecimal.valueOf(100),
                  null,
                  FIRST,
                  null,
                  "试行办法第3条"));
          return true;
        });
    var trial = tried(draft);
    assertEquals(
        List.of(true, true),
        trial.golden().subList(0, 2).stream().map(RuleTrial.Golden::isRight).toList());
    assertEquals(
        List.of("MARGIN 2026-10-01"),
        trial.added().stream().map(one -> one.rung() + " " + one.day()).toList());
    release(draft, other);
    bring("乙", flat(1, 5));
    var raised =
        TestDatabase.inTransaction(
            sql ->
                new AlertQueries(sql, author)
                    .list(new AlertQueries.Asked("", "MARGIN", "", "乙" + mark, ""), null, 10));
    assertEquals(1, raised.size());
  }

  private UUID golden(Desk by, @Nullable UUID earlier, String prices, boolean fires) {
    return TestDatabase.inTransaction(
        sql ->
            new GoldenCases(sql, by, clock)
                .put(
                    earlier,
                    new GoldenCases.Command(
                        "案" + mark, GoldenCases.Kind.DAILY, "", "", "", prices, fires)));
  }

  private List<String> goldenOf(UUID draft) {
    return tried(draft).golden().stream()
        .filter(one -> one.name().equals("案" + mark))
        .map(one -> one.expected() + " " + one.fires())
        .toList();
  }

  @Test
  @Requirement({"R94.2", "R101.6"})
  void aGoldenCaseBindsTheDraftsOfItsAreaAndUntriesThem() {
    bring("甲", flat(30, 10));
    var draft = begun();
    limit(draft, "12", "12");
    tried(draft);
    var steady = "10 ".repeat(20);
    var first = golden(author, null, steady + "11.4", false);
    assertEquals("price-draft.untried", refused(() -> release(draft, other)));
    assertEquals(List.of("false true"), goldenOf(draft));
    assertEquals("price-draft.wrong", refused(() -> release(draft, other)));
    var second = golden(author, first, steady + ",11.4", true);
    assertEquals("price-draft.untried", refused(() -> release(draft, other)));
    assertEquals(List.of("true true"), goldenOf(draft));
    assertThrows(NotFound.class, () -> golden(author, first, steady + "11.4", true), "ended");

    var far = Bureau.found(TestDatabase.sql(), "959481");
    var stranger = far.desk(MarketRights.PRICE_CHECK, MarketRights.PRICE_READ);
    assertThrows(NotFound.class, () -> golden(stranger, second, steady + "11.4", false));
    golden(stranger, null, steady + "11.4", false);
    assertEquals(List.of("true true"), goldenOf(draft), "another county's binds it not");
    TestDatabase.inTransaction(
        sql -> {
          new GoldenCases(sql, author, clock).remove(second);
          return true;
        });
    assertEquals(List.of(), goldenOf(draft));
    release(draft, other);
    assertEquals(
        List.of("true", "true"),
        TestDatabase.sql()
            .list(
                "select (ended_name <> '')::text from price_golden where id = any (?::uuid[])",
                row -> row.text(1),
                (Object) new String[] {first.toString(), second.toString()}),
        "what they were stays on record");
  }

  @Test
  @Requirement("R101.6")
  void aGoldenCaseThatCannotBeJudgedIsRefused() {
    assertEquals("golden.prices", refused(() -> golden(author, null, "10 10 10", true)));
    assertEquals("golden.prices", refused(() -> golden(author, null, "1 ".repeat(401), true)));
    assertEquals(
        "golden.amount", refused(() -> golden(author, null, "10 ".repeat(9) + "zehn", true)));
    assertEquals("golden.amount", refused(() -> golden(author, null, "10 ".repeat(9) + "0", true)));
    for (var wrong : List.of("  ", "名".repeat(121))) {
      var command =
          new GoldenCases.Command(wrong, GoldenCases.Kind.MARGIN, "2.1", "5", "25", "", true);
      assertEquals(
          "golden.name",
          refused(
              () ->
                  TestDatabase.inTransaction(
                      sql -> new GoldenCases(sql, author, clock).put(null, command))));
    }
    var seeded =
        TestDatabase.inTransaction(
            sql ->
                new GoldenCases(sql, author, clock)
                    .list().stream().filter(one -> one.areaName().isEmpty()).toList());
    assertEquals(7, seeded.size());
    assertEquals(List.of(), seeded.stream().filter(GoldenCases.Line::mine).toList());
  }

  @Test
  @Requirement("R94.1")
  void thresholdsThatCannotBeUsedAreRefused() {
    var draft = begun();
    for (var wrong : List.of("0.5 20", "20 10", "20 501")) {
      var parts = wrong.split(" ", 2);
      assertEquals("price-draft.limits", refused(() -> limit(draft, parts[0], parts[1])));
    }
    assertEquals("price-draft.title", refused(() -> drafts(author, drafts -> drafts.begin(" "))));
  }
}
