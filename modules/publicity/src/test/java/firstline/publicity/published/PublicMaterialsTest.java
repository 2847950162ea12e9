package firstline.publicity.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.publicity.catalogue.SomeMaterial;
import firstline.publicity.rendition.Cover;
import firstline.testkit.clock.MutableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicMaterialsTest {
  private static final URI SITE = URI.create("https://fire.example");
  private final Sql sql = TestDatabase.owner();
  private final MutableClock clock = MutableClock.at(SomeMaterial.NOW);
  private final PublicMaterials materials =
      new PublicMaterials(TestDatabase.sql(), new Cover(TestDatabase.sql()), clock);

  @BeforeEach
  void house() {
    SomeMaterial.house(sql);
  }

  @AfterEach
  void clear() {
    sql.update("delete from download_count");
    SomeMaterial.clear(sql);
  }

  private String put(String state, String title, LocalDate until) {
    return "M-" + SomeMaterial.put(sql, SomeMaterial.NORTH, state, title, "文字</script>", until);
  }

  @Test
  @Requirement("R65.2")
  void whatNeverWasPublicIsNotThereAndWhatWasIsGoneWithItsReason() {
    assertTrue(materials.one(put("DRAFT", "草稿", null)).isEmpty());
    var recalled = materials.one(put("RECALLED", "召回的", null)).orElseThrow();
    assertTrue(recalled.isGone());
    assertEquals("号码写错", recalled.gone().get(0).why());
    var last = put("PUBLISHED", "到今天", LocalDate.parse("2026-11-26"));
    assertFalse(materials.one(last).orElseThrow().isGone());
    clock.move(Duration.ofDays(1));
    assertEquals("EXPIRED", materials.one(last).orElseThrow().gone().get(0).state());
  }

  @Test
  @Requirement("R65.3")
  void anotherVariantIsShownWithAWordOfTheRecalledOne() {
    var number = put("PUBLISHED", "双语标语", null);
    sql.update(
        """
        with v as (insert into variant (id, material_id, language, made_at)
          select gen_random_uuid(), id, 'en', now() from material where number = ? returning *)
        insert into material_version (id, version, area_code, material_id, variant_id, ordinal,
          title, text, source, hash, state, writers, recalled_why, drafted_at, published_at,
          recalled_at)
        select gen_random_uuid(), 1, '994801000000', material_id, id, 1, 'Slogan', 'x', 'FREE',
          repeat('0', 64), 'RECALLED', '', 'wrong number', now(), now(), now() from v
        """,
        number);
    var view = materials.one(number).orElseThrow();
    assertEquals("双语标语", view.title());
    assertEquals(1, view.versions().size());
    assertEquals("wrong number", view.gone().get(0).why());
  }

  @Test
  @Requirement("R65.4")
  void programsReadWhatItIsAndNoTextEndsTheScript() {
    var view = materials.one(put("PUBLISHED", "标语", null)).orElseThrow();
    var script = MaterialData.script(view, SITE);
    assertFalse(script.contains("</script>"), script);
    assertTrue(script.contains("\"@type\":\"CreativeWork\""), script);
    assertTrue(
        MaterialData.dublinCore(view, SITE)
            .contains(
                new MaterialData.Element("DC.identifier", SITE + "/materials/" + view.number())));
  }

  @Test
  @Requirement("R65.5")
  void theFeedAndTheNoticesTellARecall() {
    var number = put("RECALLED", "召回的", null);
    var feed =
        new String(MaterialFeedServlet.feed(materials.changes(10), SITE), StandardCharsets.UTF_8);
    assertTrue(feed.contains("RECALLED") && feed.contains("号码写错"), feed);
    put("PUBLISHED", "昨天到期", LocalDate.parse("2026-11-25"));
    var notices = materials.notices(90, 10);
    assertTrue(notices.stream().anyMatch(one -> one.number().equals(number)));
    assertTrue(notices.stream().anyMatch(one -> one.title().equals("昨天到期")));
  }

  @Test
  @Requirement("R65.6")
  void aCitizenLeavesACountOfTheDayAndNothingElse() {
    var number = put("PUBLISHED", "标语", null);
    var version = materials.one(number).orElseThrow().versions().get(0).id();
    var takeAway = new TakeAway(TestDatabase.sql(), null, new Desk(), clock);
    takeAway.taken(version);
    takeAway.taken(version);
    int times =
        sql.one(
            "select times from download_count where version_id = ? and day = '2026-11-26'",
            row -> row.integer(1),
            version);
    assertEquals(2, times);
    assertThrows(
        firstline.persistence.refusal.NotFound.class, () -> takeAway.open(UUID.randomUUID()));
  }
}
