package firstline.publicity.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.indicator.Indicators;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.words.KeyWords;
import firstline.publicity.PublicityRights;
import firstline.testkit.clock.MutableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CountingMaterialTest {
  private static final Sql SQL = TestDatabase.keptOwner();
  private static final Instant NOW = Instant.parse("2026-11-26T01:30:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final String COUNTY = "967321000000";
  private static final String TOWN = "967321101000";
  private static final UUID ID = UUID.randomUUID();
  private static final Desk DESK = desk();

  private static Desk desk() {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            ID,
            "keeper",
            "吕春燕",
            ID,
            "宣传",
            "Publicity",
            COUNTY,
            "县",
            "zh",
            List.of(new OfficerOnDuty.Grant(PublicityRights.READ, COUNTY + "/")),
            null));
    desk.begin(PublicityRights.READ);
    return desk;
  }

  @BeforeAll
  static void aLeafletWasPrintedSentAndHandedOut() {
    SQL.update(
        """
        insert into area (code, parent, level, name, path) values
          (?, null, 'COUNTY', '县', ?), (?, ?, 'TOWNSHIP', '镇', ?)
        """,
        COUNTY,
        COUNTY + "/",
        TOWN,
        COUNTY,
        COUNTY + "/" + TOWN + "/");
    SQL.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, ?, '宣传', ?)",
        ID,
        "F967321",
        COUNTY);
    SQL.update(
        """
        insert into material (id, version, area_code, department_id, department_name, number, kind,
          topic_id, title, state, drafted_at, published_at)
        values (?, 1, ?, ?, '宣传', 'F-967321', 'LEAFLET', '00000000-0000-7000-8000-000000002002',
          '传单', 'PUBLISHED', ?, ?)
        """,
        ID,
        COUNTY,
        ID,
        NOW,
        NOW);
    SQL.update(
        "insert into variant (id, material_id, language, made_at) values (?, ?, 'zh', now())",
        ID,
        ID);
    SQL.update(
        """
        insert into material_version (id, version, area_code, material_id, variant_id, ordinal,
          title, source, hash, state, writers, drafted_at, published_at, valid_until)
        values (?, 1, ?, ?, ?, 1, '传单', 'FREE', repeat('0', 64), 'PUBLISHED', '', ?, ?, ?)
        """,
        ID,
        COUNTY,
        ID,
        ID,
        NOW,
        NOW,
        TODAY.plusDays(30));
    SQL.update(
        """
        insert into print_run (id, area_code, department_id, department_name, number, version_id,
          printer, cost, printed, stock, handed_out, destroyed, lost, printed_at)
        values (?, ?, ?, '宣传', 'F-967321', ?, '印刷厂', 25000, 1000, 600, 300, 60, 40, ?)
        """,
        ID,
        COUNTY,
        ID,
        ID,
        NOW);
    SQL.update(
        "insert into holding (batch_id, area_code, quantity, lost) values (?, ?, 500, 0), (?, ?, 100, 40)",
        ID,
        COUNTY,
        ID,
        TOWN);
    moved("HAND_OUT", TOWN, 300, 900);
    moved("DESTROY", COUNTY, 60, 0);
  }

  private static void moved(String kind, String area, long quantity, long reach) {
    SQL.update(
        """
        insert into movement (id, batch_id, kind, area_code, quantity, reach, hash, at, officer_id,
          officer_name, department_name)
        values (?, ?, ?, ?, ?, ?, repeat('0', 64), ?, ?, '吕春燕', '宣传')
        """,
        UUID.randomUUID(),
        ID,
        kind,
        area,
        quantity,
        reach,
        NOW,
        ID);
  }

  private final FigureQueries queries = new FigureQueries(SQL, DESK, MutableClock.at(NOW));

  @Test
  @Requirement("R72.2")
  void everyCopyIsSomewhereAndThePictureHasThemAll() {
    var flows = queries.flows(COUNTY);
    assertEquals(
        List.of(
            new FigureQueries.Flow(COUNTY, "县", 0, 500, 60, 0),
            new FigureQueries.Flow(TOWN, "镇", 300, 100, 0, 40)),
        flows);
    var sums = queries.sums(COUNTY);
    assertEquals(sums.printed(), flows.stream().mapToLong(FigureQueries.Flow::came).sum());
    assertEquals(25.0, sums.costPerCopy());
    assertEquals(900, sums.reach());
    var picture = Picture.of(flows, "其他");
    assertEquals(
        List.of(300L, 600L, 60L, 40L), picture.ends().stream().map(Picture.Box::copies).toList());
    assertEquals(7, picture.bands().size(), "two to the areas, five from them");
    assertEquals(List.of(new FigureQueries.Flow(TOWN, "镇", 300, 100, 0, 40)), queries.flows(TOWN));
  }

  @Test
  @Requirement("R72.2")
  void whatIsBeyondTheTwelveLargestIsDrawnAsOne() {
    var flows =
        IntStream.range(0, 30)
            .mapToObj(i -> new FigureQueries.Flow("" + i, "镇" + i, 30 - i, i, 0, 0))
            .toList();
    var picture = Picture.of(flows, "其他");
    assertEquals(12, picture.areas().size());
    assertEquals("其他", picture.areas().get(11).name());
    assertEquals(900, picture.areas().stream().mapToLong(Picture.Box::copies).sum());
    assertTrue(Picture.of(List.of(), "其他").bands().isEmpty());
  }

  @Test
  @Requirement("R72.1")
  void printedKindsAreCountedByTopicAndWhatEndsSoonIsNamed() {
    var topics = queries.topics(COUNTY);
    assertEquals(new FigureQueries.Topic("森林防火", "Forest fire prevention", 1), topics.get(0));
    assertEquals(1, topics.stream().mapToLong(FigureQueries.Topic::kinds).sum());
    assertTrue(topics.size() >= 10, "topics without a kind are shown too");
    assertEquals(
        List.of("F-967321"),
        queries.ending(COUNTY).stream().map(FigureQueries.Ending::number).toList());
    assertTrue(queries.ending(TOWN).isEmpty());
  }

  @Test
  @Requirement("R72.3")
  void leafletsHandedOutAreInTheBulletinOnce() {
    var count = new CountForBulletin(SQL, new Indicators(SQL, DESK));
    count.count(TODAY);
    count.count(TODAY);
    var value =
        SQL.one(
            """
            select value from indicator where key = 'publicity.leaflets' and area_code = ?
              and day = ?
            """,
            row -> row.number(1),
            TOWN,
            TODAY);
    assertEquals(300, value.longValue());
  }

  @Test
  @Requirement("R72.4")
  void scansStandBesideWhatWasHandedOutThere() {
    SQL.update(
        """
        insert into scan_code (code, batch_id, area_code, made_at)
        values ('abcdefgh22', ?, ?, now()), ('abcdefgh23', ?, ?, now())
        """,
        ID,
        COUNTY,
        ID,
        TOWN);
    SQL.update(
        "insert into scan_day (code, day, count) values ('abcdefgh23', ?, 20), ('abcdefgh23', ?, 10)",
        TODAY,
        TODAY.minusDays(1));
    var scan = queries.scans(COUNTY).get(0);
    assertEquals(new FigureQueries.Scan(ID, "F-967321", "传单", "镇", 300, 900, 30, 25.0), scan);
    assertEquals(10.0, scan.share());
    assertEquals(250.0, scan.costPerScan(), "300 copies at 25 fen brought 30 scans");
    assertEquals(
        1, queries.scans(COUNTY).size(), "the county itself handed out nothing and had no scan");
    var none = new FigureQueries.Scan(ID, "", "", "", 0, 0, 0, 25.04);
    assertNull(none.share());
    assertNull(none.costPerScan());
    assertEquals(25.0, none.costPerCopy());
  }

  private static MaterialTrail trail(String area, String... rights) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            UUID.randomUUID(),
            "reader",
            "读者",
            ID,
            "宣传",
            "Publicity",
            area,
            "",
            "zh",
            Stream.of(rights).map(right -> new OfficerOnDuty.Grant(right, area + "/")).toList(),
            null));
    return new MaterialTrail(SQL, desk, new KeyWords());
  }

  /** As the pages of the material and of its run show them. */
  @Test
  @Requirement("R107.1")
  void aTrailShowsWhatIsPublishedToEveryReaderAndARunToItsHolders() {
    var elsewhere = trail("967322000000", PublicityRights.READ);
    assertEquals("MATERIAL", elsewhere.stop("F-967321").orElseThrow().kind());
    assertEquals(List.of(), elsewhere.after(List.of("F-967321")), "the copies are not theirs");
    var holder = trail(COUNTY + "/" + TOWN, PublicityRights.READ);
    assertEquals("PRINT_RUN", holder.after(List.of("F-967321")).get(0).kind());
    assertTrue(trail(COUNTY).stop("F-967321").isEmpty(), "no right, nothing");
    assertEquals(List.of(), trail(COUNTY).after(List.of("F-967321")));
  }
}
