package firstline.market.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.Bureau;
import firstline.market.MarketRights;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.indicator.Indicators;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A county with two towns leads a campaign in February 2020. */
class CountingACampaignTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 2, 1);

  private final MutableClock clock = MutableClock.at(Instant.parse("2020-03-20T02:00:00Z"));
  private final Bureau bureau = TestDatabase.inTransaction(CountingACampaignTest::found);
  private final String east = bureau.county().substring(0, 6) + "101000";
  private final String west = bureau.county().substring(0, 6) + "102000";

  private static Bureau found(Sql sql) {
    var bureau = Bureau.found(sql, "93" + (1000 + new Random().nextInt(8999)));
    for (var town : List.of("101000", "102000")) {
      var code = bureau.county().substring(0, 6) + town;
      sql.update(
          """
          insert into area (code, parent, level, name, path) values (?, ?, 'TOWNSHIP', ?, ?)
          """,
          code,
          bureau.county(),
          "镇" + town,
          bureau.county() + "/" + code + "/");
    }
    return bureau;
  }

  private Desk lead() {
    return bureau.desk(MarketRights.CAMPAIGN, MarketRights.READ);
  }

  private static KeepCampaign.Plan plan(List<String> areas, List<String> words) {
    return new KeepCampaign.Plan(
        "口罩价格专项行动",
        "稳价保供",
        KeepCampaign.phases(
            FIRST,
            FIRST.plusDays(2),
            FIRST.plusDays(3),
            FIRST.plusDays(13),
            FIRST.plusDays(14),
            FIRST.plusDays(23),
            FIRST.plusDays(24),
            FIRST.plusDays(28)),
        areas,
        List.of(),
        List.of(),
        words);
  }

  private UUID planned() {
    return TestDatabase.inTransaction(
        sql -> new KeepCampaign(sql, lead(), clock).plan(plan(List.of(east, west), List.of("口罩"))));
  }

  private UUID letter(String area, String goods, String day) {
    var id = Ids.next();
    TestDatabase.inTransaction(
        sql ->
            sql.update(
                """
                insert into complaint (id, kind, number, area_code, department_id, department_name,
                  channel, operator, place, goods, facts, named, state, received_at)
                values (?, 'TIPOFF', ?, ?, ?, '市监', 'PHONE', '某店', '', ?, '涨价', false, 'RECEIVED',
                  ?::timestamptz)
                """,
                id,
                "T" + id,
                area,
                bureau.department(),
                goods,
                Instant.parse(day + "T04:00:00Z")));
    return id;
  }

  private void count(UUID campaign) {
    TestDatabase.inTransaction(
        sql -> {
          new CountCampaigns(sql, lead(), clock).recount(campaign);
          return true;
        });
  }

  private <T> T figures(java.util.function.Function<FigureQueries, T> asked) {
    return TestDatabase.inTransaction(sql -> asked.apply(new FigureQueries(sql, lead())));
  }

  private Map<String, Long> letters(UUID campaign) {
    var counted = new HashMap<String, Long>();
    figures(queries -> queries.parts(campaign, Figure.LETTERS))
        .forEach(part -> counted.put(part.area(), part.counted()));
    return counted;
  }

  private List<FigureQueries.Counted> rows(UUID campaign, String area) {
    return figures(
        queries ->
            queries.records(
                new FigureQueries.Asked(campaign, Figure.LETTERS, area, null, null), null));
  }

  private static String refused(org.junit.jupiter.api.function.Executable work) {
    return assertThrows(Refusal.class, work).code();
  }

  @Test
  @Requirement("R93.2")
  void whatBelongsByAreaDayAndGoodsIsCountedAndNothingElse() {
    var campaign = planned();
    letter(east, "医用口罩", "2020-02-01");
    letter(east, "医用口罩", "2020-02-29");
    letter(west, "一次性口罩", "2020-02-10");
    letter(bureau.county(), "口罩", "2020-02-10");
    letter(east, "白菜", "2020-02-10");
    letter(east, "医用口罩", "2020-01-31");
    letter(west, "医用口罩", "2020-03-01");
    count(campaign);
    assertEquals(Map.of(east, 2L, west, 1L, bureau.county(), 1L), letters(campaign));
    var part = figures(queries -> queries.parts(campaign, Figure.LETTERS)).get(0);
    assertEquals(List.of(1L, 0L, 0L, 1L), part.phases());
    for (var area : List.of(east, west, bureau.county())) {
      assertEquals(letters(campaign).get(area).intValue(), rows(campaign, area).size());
    }
    assertEquals(4, rows(campaign, "").size());
    var days = figures(queries -> queries.days(campaign, Figure.LETTERS));
    assertEquals(29, days.size());
    assertEquals(2, days.get(9).value());
  }

  @Test
  @Requirement("R93.2")
  void aBrowsedListIsTheFigureWithoutGapOrDouble() {
    var campaign = planned();
    var random = new Random(93);
    var made = 0;
    for (; made < 130; made++) {
      letter(east, "口罩", FIRST.plusDays(random.nextInt(29)).toString());
    }
    count(campaign);
    var seen = new HashMap<UUID, Integer>();
    UUID after = null;
    while (true) {
      var from = after;
      var page =
          figures(
              queries ->
                  queries.records(
                      new FigureQueries.Asked(campaign, Figure.LETTERS, east, null, null), from));
      page.stream().limit(FigureQueries.SIZE).forEach(row -> seen.merge(row.id(), 1, Integer::sum));
      if (page.size() <= FigureQueries.SIZE) {
        break;
      }
      after = page.get(FigureQueries.SIZE - 1).key();
    }
    assertEquals(made, seen.size());
    assertTrue(seen.values().stream().allMatch(times -> times == 1));
    assertEquals(made, letters(campaign).get(east));
  }

  @Test
  @Requirement("R93.3")
  void aLateRecordChangesItsDayAndLeavesOldAndNew() {
    var campaign = planned();
    letter(east, "口罩", "2020-02-10");
    count(campaign);
    count(campaign);
    assertEquals(List.of(), figures(queries -> queries.shifts(campaign)));
    letter(east, "口罩", "2020-02-10");
    count(campaign);
    var shift = figures(queries -> queries.shifts(campaign)).get(0);
    assertEquals("LATE 1 2", shift.reason() + " " + shift.was() + " " + shift.now());
    assertEquals(LocalDate.of(2020, 2, 10), shift.day());

    TestDatabase.inTransaction(
        sql -> {
          new KeepCampaign(sql, lead(), clock)
              .edit(new KeepCampaign.Edit(campaign, 1, plan(List.of(east, west), List.of("白菜"))));
          return true;
        });
    count(campaign);
    var ruled = figures(queries -> queries.shifts(campaign)).get(0);
    assertEquals("RULE 2 0", ruled.reason() + " " + ruled.was() + " " + ruled.now());
  }

  @Test
  @Requirement("R93.3")
  void whatComesTodayIsNotLate() {
    clock.set(Instant.parse("2020-02-10T02:00:00Z"));
    var campaign = planned();
    count(campaign);
    letter(east, "口罩", "2020-02-10");
    count(campaign);
    assertEquals(1, letters(campaign).get(east));
    assertEquals(List.of(), figures(queries -> queries.shifts(campaign)));
    clock.move(Duration.ofDays(1));
    count(campaign);
    letter(east, "口罩", "2020-02-10");
    count(campaign);
    assertEquals(1, figures(queries -> queries.shifts(campaign)).size());
  }

  @Test
  @Requirement("R93.4")
  void aTypedFigureStandsBesideTheCountedOneWithItsGap() {
    var campaign = planned();
    letter(east, "口罩", "2020-02-05");
    letter(east, "口罩", "2020-02-20");
    count(campaign);
    type(campaign, east, "2020-02-10", "7");
    var typed = figures(queries -> queries.parts(campaign, Figure.LETTERS)).get(0).typed();
    assertEquals("7 1 6", typed.value() + " " + typed.counted() + " " + typed.gap());
    assertEquals(2, letters(campaign).get(east));
    assertTrue(figures(queries -> queries.sums(campaign)).get(0).gap());
    type(campaign, east, "2020-02-10", "1");
    assertFalse(figures(queries -> queries.sums(campaign)).get(0).gap());
    assertEquals("market-campaign.day", refused(() -> type(campaign, east, "2020-03-01", "1")));
    assertEquals("market-campaign.number", refused(() -> type(campaign, east, "2020-02-10", "-1")));
    assertEquals(
        "market-campaign.part", refused(() -> type(campaign, bureau.county(), "2020-02-10", "1")));
  }

  private void type(UUID campaign, String area, String day, String value) {
    TestDatabase.inTransaction(
        sql -> {
          new TypeFigure(sql, lead(), clock)
              .type(
                  new TypeFigure.Command(
                      campaign, area, Figure.LETTERS, LocalDate.parse(day), value, "日报第3期"));
          return true;
        });
  }

  @Test
  @Requirement("R93.5")
  void aClosedCampaignStandsStill() {
    var campaign = planned();
    letter(east, "口罩", "2020-02-05");
    count(campaign);
    TestDatabase.inTransaction(
        sql -> {
          new KeepCampaign(sql, lead(), clock).close(campaign);
          return true;
        });
    letter(east, "口罩", "2020-02-05");
    assertEquals("market-campaign.closed", refused(() -> count(campaign)));
    TestDatabase.inTransaction(sql -> new CountCampaigns(sql, lead(), clock).countAll());
    assertEquals(1, letters(campaign).get(east));
    assertEquals("market-campaign.part", refused(() -> type(campaign, east, "2020-02-10", "1")));
  }

  @Test
  @Requirement("R93.7")
  void theBulletinCountsLettersOnceByDayAndArea() {
    letter(east, "口罩", "2020-02-05");
    letter(east, "大米", "2020-02-05");
    for (var round = 0; round < 2; round++) {
      TestDatabase.inTransaction(
          sql -> new CountForBulletin(sql, new Indicators(sql, lead())).count());
    }
    var told =
        TestDatabase.inTransaction(
            sql ->
                new Indicators(sql, lead())
                    .told("market.letters", bureau.county(), FIRST, FIRST.plusDays(28)));
    assertEquals(
        List.of(new Indicators.Told(LocalDate.of(2020, 2, 5), "market.figures", 1, 2)), told);
  }

  @Test
  @Requirement("R93.1")
  void plansThatDoNotFitAreRefusedWithTheField() {
    assertEquals(
        "market-campaign.area",
        refused(
            () ->
                TestDatabase.inTransaction(
                    sql ->
                        new KeepCampaign(sql, lead(), clock)
                            .plan(plan(List.of("510000000000"), List.of())))));
    var good = plan(List.of(), List.of());
    var overlapping = new HashMap<>(good.phases());
    overlapping.put(Phase.CHECK, new KeepCampaign.Days(FIRST.plusDays(2), FIRST.plusDays(9)));
    assertEquals(
        "market-campaign.phase.CHECK",
        refused(
            () ->
                TestDatabase.inTransaction(
                    sql ->
                        new KeepCampaign(sql, lead(), clock)
                            .plan(
                                new KeepCampaign.Plan(
                                    "名",
                                    "目标",
                                    overlapping,
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    List.of())))));
    var campaign = planned();
    assertThrows(
        Conflict.class,
        () ->
            TestDatabase.inTransaction(
                sql -> {
                  new KeepCampaign(sql, lead(), clock)
                      .edit(new KeepCampaign.Edit(campaign, 2, good));
                  return true;
                }));
  }

  @Test
  @Requirement("R93.1")
  void targetsAreOfTheAreasThatTakePart() {
    var campaign = planned();
    TestDatabase.inTransaction(
        sql -> {
          new SetTargets(sql, lead())
              .set(new SetTargets.Command(campaign, Figure.FINES, Map.of(east, "1,200.50")));
          return true;
        });
    var part = figures(queries -> queries.parts(campaign, Figure.FINES)).get(0);
    assertEquals(120_050, part.target());
    assertEquals(0, part.percent());
    assertEquals(
        "market-campaign.part",
        refused(
            () ->
                TestDatabase.inTransaction(
                    sql -> {
                      new SetTargets(sql, lead())
                          .set(
                              new SetTargets.Command(
                                  campaign, Figure.FINES, Map.of("510000000000", "1")));
                      return true;
                    })));
  }

  @Test
  @Requirement({"R93.2", "R93.6"})
  void aTownSeesItsOwnAndTheRecordNamesItsCampaign() {
    var campaign = planned();
    var mine = letter(east, "口罩", "2020-02-05");
    var other = letter(east, "白菜", "2020-02-05");
    letter(west, "口罩", "2020-02-05");
    count(campaign);
    assertEquals(
        List.of("口罩价格专项行动"),
        figures(queries -> queries.ofRecord(mine)).stream()
            .map(CampaignOfRecord.Title::name)
            .toList());
    assertEquals(List.of(), figures(queries -> queries.ofRecord(other)));
    var town =
        bureau.desk(bureau.department(), bureau.county() + "/" + west + "/", MarketRights.READ);
    TestDatabase.inTransaction(
        sql -> {
          assertEquals(
              "镇102000",
              new FigureQueries(sql, town).parts(campaign, Figure.LETTERS).get(0).areaName());
          assertEquals(1, new FigureQueries(sql, town).parts(campaign, Figure.LETTERS).size());
          assertEquals(campaign, new CampaignQueries(sql, town, clock).one(campaign).line().id());
          return true;
        });
    var stranger = bureau.desk(bureau.department(), "990000000000/", MarketRights.READ);
    assertThrows(
        NotFound.class,
        () ->
            TestDatabase.inTransaction(
                sql -> new CampaignQueries(sql, stranger, clock).one(campaign)));
  }
}
