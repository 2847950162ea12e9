package firstline.publicity.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.publicity.PublicityRights;
import firstline.publicity.rendition.Cover;
import firstline.testkit.clock.MutableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingMaterialTest {
  private static final String CITY_PATH = SomeMaterial.CITY + "/";
  private static final String NORTH_PATH = CITY_PATH + SomeMaterial.NORTH + "/";

  @TempDir private Path folder;
  private final Sql sql = TestDatabase.owner();
  private final MutableClock clock = MutableClock.at(SomeMaterial.NOW);
  private CatalogueIndex index;

  @BeforeEach
  void opened() {
    SomeMaterial.house(sql);
    // What other tests left is nobody's here.
    sql.update("update material set published_at = null where area_code not like '9948%'");
    index = new CatalogueIndex(TestDatabase.sql(), folder);
  }

  @AfterEach
  void closed() {
    index.close();
    SomeMaterial.clear(sql);
  }

  private Catalogue catalogue(String... paths) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            UUID.randomUUID(),
            "x",
            "王敏",
            UUID.randomUUID(),
            "宣传部",
            "Publicity",
            SomeMaterial.CITY,
            "宣市",
            "zh",
            java.util.Arrays.stream(paths)
                .map(path -> new OfficerOnDuty.Grant(PublicityRights.READ, path))
                .toList(),
            null));
    desk.begin(PublicityRights.READ);
    var plain = TestDatabase.sql();
    return new Catalogue(index, new Cards(plain, new Cover(plain)), desk, clock);
  }

  private static Asked words(String q) {
    return new Asked(q, Map.of());
  }

  private static List<String> titles(Catalogue.Found found) {
    return found.cards().stream().map(Cards.Card::title).toList();
  }

  @Test
  @Requirement({"R64.1", "R64.4"})
  void wordsFindWhatAnOfficerMaySeeAndNothingElse() {
    SomeMaterial.put(sql, SomeMaterial.NORTH, "DRAFT", "北边的秘密草稿", "山洪预警尚未公布", null);
    SomeMaterial.put(sql, SomeMaterial.SOUTH, "PUBLISHED", "南边的山洪标语", "听见警报往高处走", null);
    assertEquals(
        Set.of("北边的秘密草稿", "南边的山洪标语"),
        new HashSet<>(titles(catalogue(NORTH_PATH).find(words("山洪"), "", 10))));
    var stranger = catalogue(CITY_PATH + SomeMaterial.SOUTH + "/").find(words("山洪"), "", 10);
    assertEquals(List.of("南边的山洪标语"), titles(stranger));
    assertEquals(1, stranger.total());
    assertEquals(0, catalogue().find(words("尚未公布"), "", 10).total());
    assertEquals(List.of("南边的山洪标语"), titles(catalogue().findPublic(words("高处"), "", 10)));
    assertEquals(0, catalogue(CITY_PATH).find(words("山顶"), "", 10).total());
    assertEquals(1, catalogue(NORTH_PATH).find(words("秘"), "", 10).total());
  }

  @Test
  @Requirement("R64.1")
  void aDraftOfAPublicMaterialIsNotFoundByItsWordsFromOutside() {
    var id = SomeMaterial.put(sql, SomeMaterial.NORTH, "PUBLISHED", "公开的标语", "大家都看得到", null);
    var variant = UUID.randomUUID();
    sql.update(
        "insert into variant (id, material_id, language, made_at) values (?, ?, 'en', now())",
        variant,
        id);
    sql.update(
        """
        insert into material_version (id, version, area_code, material_id, variant_id, ordinal,
          title, text, source, hash, state, writers, drafted_at)
        values (gen_random_uuid(), 1, ?, ?, ?, 1, '新的', '绝密内容', 'FREE', repeat('0', 64), 'DRAFT',
          '', now())
        """,
        SomeMaterial.NORTH,
        id,
        variant);
    assertEquals(1, catalogue(NORTH_PATH).find(words("绝密"), "", 10).total());
    var outside = catalogue(CITY_PATH + SomeMaterial.SOUTH + "/");
    assertEquals(0, outside.find(words("绝密"), "", 10).total());
    assertEquals(
        Set.of("zh"),
        new HashSet<>(
            outside.find(Asked.EVERYTHING, "", 10).facets().get(Facet.LANGUAGE).stream()
                .map(Catalogue.Choice::value)
                .toList()));
  }

  @Test
  @Requirement({"R64.2", "R64.3"})
  void facetsCountUnderTheOthersChoiceAndADayMakesExpired() {
    var last = LocalDate.parse("2026-11-26");
    SomeMaterial.put(sql, SomeMaterial.NORTH, "PUBLISHED", "今天到期", "一", last);
    SomeMaterial.put(sql, SomeMaterial.NORTH, "PUBLISHED", "长期有效", "二", null);
    SomeMaterial.put(sql, SomeMaterial.SOUTH, "DRAFT", "南县草稿", "三", null);
    var published = new Asked("", Map.of(Facet.STATE, Set.of("PUBLISHED")));
    var found = catalogue(CITY_PATH).find(published, "", 10);
    assertEquals(2, found.total());
    assertEquals(Map.of("PUBLISHED", 2, "DRAFT", 1), counts(found, Facet.STATE));
    assertEquals(Map.of(SomeMaterial.CITY, 2, SomeMaterial.NORTH, 2), counts(found, Facet.AREA));
    assertEquals(Map.of("SOON", 1, "OPEN", 1), counts(found, Facet.VALIDITY));
    clock.move(Duration.ofDays(1));
    var later = catalogue(CITY_PATH).find(published, "", 10);
    assertEquals(List.of("长期有效"), titles(later));
    assertEquals(Map.of("PUBLISHED", 1, "EXPIRED", 1, "DRAFT", 1), counts(later, Facet.STATE));
    assertEquals(
        "EXPIRED",
        catalogue(CITY_PATH)
            .find(new Asked("", Map.of(Facet.VALIDITY, Set.of("OVER"))), "", 10)
            .cards()
            .get(0)
            .state());
    assertEquals(List.of("长期有效"), titles(catalogue().findPublic(Asked.EVERYTHING, "", 10)));
  }

  private static Map<String, Integer> counts(Catalogue.Found found, Facet facet) {
    return found.facets().get(facet).stream()
        .collect(
            java.util.stream.Collectors.toMap(Catalogue.Choice::value, Catalogue.Choice::count));
  }

  @Test
  @Requirement("R64.4")
  void pagesFollowOneAnotherAndAChangeIsSeen() {
    for (var i = 0; i < 7; i++) {
      SomeMaterial.put(sql, SomeMaterial.NORTH, "PUBLISHED", "标语" + i, "防火", null);
    }
    var catalogue = catalogue(CITY_PATH);
    var seen = new HashSet<UUID>();
    var after = "";
    do {
      var page = catalogue.find(words("防火"), after, 3);
      page.cards().forEach(card -> assertTrue(seen.add(card.id()), card.title()));
      after = page.after();
    } while (!after.isEmpty());
    assertEquals(7, seen.size());
    index.keep();
    sql.update("update material set kind = 'VERSE' where area_code like '9948%'");
    index.keep();
    assertEquals(
        7, catalogue.find(new Asked("", Map.of(Facet.KIND, Set.of("VERSE"))), "", 10).total());
    assertThrows(Refusal.class, () -> catalogue.find(Asked.EVERYTHING, "x", 3));
  }

  @Test
  @Requirement("R64.5")
  void aDamagedIndexIsBuiltAnewAndARebuildLosesNothing() throws Exception {
    SomeMaterial.put(sql, SomeMaterial.NORTH, "PUBLISHED", "防汛标语", "防汛", null);
    var catalogue = catalogue(CITY_PATH);
    assertEquals(1, catalogue.find(words("防汛"), "", 3).total());
    index.keep();
    index.rebuild();
    assertEquals(1, catalogue.find(words("防汛"), "", 3).total());
    index.close();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(one -> one.toString().contains("segments")).toList()) {
        Files.writeString(file, "nonsense");
      }
    }
    index = new CatalogueIndex(TestDatabase.sql(), folder);
    assertEquals(1, catalogue(CITY_PATH).find(words("防汛"), "", 3).total());
  }

  @Test
  @Requirement("R64.6")
  void aKeptSearchTellsWhatIsNew() {
    var officer = UUID.randomUUID();
    sql.update(
        """
        insert into officer (id, version, username, name, department_id, area_code, created_at)
        values (?, 1, ?, '王敏', '00000000-0000-7000-8000-0000000c0001', ?, now())
        """,
        officer,
        officer.toString(),
        SomeMaterial.CITY);
    var kept =
        new SavedSearches.Kept(
            officer, "防火", "q=%E9%98%B2%E7%81%AB&kind=SLOGAN", true, SomeMaterial.NOW);
    assertEquals(new Asked("防火", Map.of(Facet.KIND, Set.of("SLOGAN"))), kept.asked());
    SomeMaterial.put(sql, SomeMaterial.NORTH, "PUBLISHED", "旧的防火标语", "一", null);
    var catalogue = catalogue(CITY_PATH);
    assertEquals(0, catalogue.since(kept.asked(), SomeMaterial.NOW));
    assertEquals(1, catalogue.since(kept.asked(), SomeMaterial.NOW.minusSeconds(1)));
  }
}
