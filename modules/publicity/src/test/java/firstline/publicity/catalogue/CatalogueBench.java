package firstline.publicity.catalogue;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.publicity.PublicityRights;
import firstline.publicity.rendition.Cover;
import firstline.testkit.clock.MutableClock;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Search with three facets, list, re-index and the rows of a gallery, among a million materials.
 */
public final class CatalogueBench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
  private static final String PATH = SomeMaterial.CITY + "/";
  private static final List<String> WORDS =
      List.of("防火", "防汛", "诈骗", "地震", "高温", "用电", "交通", "接种", "惠民", "辟谣", "预警", "转移");
  private static final List<String> KINDS =
      List.of("POSTER", "BANNER", "LEAFLET", "SLOGAN", "FILM");
  private static final int ROUNDS = 300;

  private CatalogueBench() {}

  public static void main(String[] arguments) throws IOException {
    var count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    var owner = TestDatabase.keptOwner();
    var folder = Files.createTempDirectory("firstline-catalogue");
    fill(owner, count);
    var sql = TestDatabase.kept();
    var index = new CatalogueIndex(sql, folder);
    said("materials", String.format(Locale.ROOT, "%,d", count));
    var before = System.nanoTime();
    index.keep();
    said("index built anew", seconds(before) + " (aim <= 180 s)");
    before = System.nanoTime();
    index.rebuild();
    said("re-index on line", seconds(before) + " (aim <= 180 s)");
    var catalogue =
        new Catalogue(index, new Cards(sql, new Cover(sql)), desk(), MutableClock.at(NOW));
    var random = new Random(7);
    timed(
        "search: words and 3 facets, 50 cards, all counts",
        "<= 80 ms",
        () -> catalogue.find(drawn(random), "", 50));
    timed(
        "3 facets without words, 50 cards, all counts",
        "<= 80 ms",
        () -> catalogue.find(new Asked("", drawn(random).chosen()), "", 50));
    timed("everything, 50 cards, all counts", "", () -> catalogue.find(Asked.EVERYTHING, "", 50));
    var after = new String[] {""};
    timed(
        "list: ids of the next page by its key",
        "<= 5 ms",
        () -> after[0] = catalogue.keys(Asked.EVERYTHING, after[0], 50));
    timed(
        "gallery: 200 cards of a kind, all counts",
        "<= 150 ms",
        () ->
            catalogue.find(
                new Asked("", Map.of(Facet.KIND, Set.of(KINDS.get(random.nextInt(5))))), "", 200));
    index.close();
    System.exit(0);
  }

  private static Asked drawn(Random random) {
    return new Asked(
        WORDS.get(random.nextInt(WORDS.size())),
        Map.of(
            Facet.KIND, Set.of(KINDS.get(random.nextInt(5))),
            Facet.TOPIC, Set.of(topic(1 + random.nextInt(10))),
            Facet.STATE, Set.of("PUBLISHED")));
  }

  private static String topic(int place) {
    return String.format(Locale.ROOT, "00000000-0000-7000-8000-0000000020%02d", place);
  }

  private static Desk desk() {
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
            List.of(new OfficerOnDuty.Grant(PublicityRights.READ, PATH)),
            null));
    desk.begin(PublicityRights.READ);
    return desk;
  }

  private static void fill(Sql sql, int count) {
    SomeMaterial.house(sql);
    sql.update("alter table material disable trigger all");
    sql.update("alter table material_version disable trigger all");
    sql.update(
        """
        insert into material (id, version, area_code, department_id, department_name, number, kind,
          topic_id, title, state, valid_until, drafted_at, published_at)
        select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 1,
          (array['994800000000', '994801000000', '994802000000'])[1 + i % 3],
          '00000000-0000-7000-8000-0000000c0001', '宣传部', 'M-2026-' || lpad(i::text, 7, '0'),
          (array['POSTER', 'BANNER', 'LEAFLET', 'SLOGAN', 'FILM'])[1 + i % 5],
          ('00000000-0000-7000-8000-0000000020' || lpad((1 + i / 5 % 10)::text, 2, '0'))::uuid,
          (array['防火', '防汛', '诈骗', '地震', '高温', '用电', '交通', '接种', '惠民', '辟谣', '预警', '转移'])[1 + i / 7 % 12]
            || '宣传' || i,
          case when i % 10 < 8 then 'PUBLISHED' else 'DRAFT' end,
          case when i % 4 = 0 then date '2026-11-01' + i % 90 end,
          timestamptz '2024-01-01' + i * interval '70 seconds',
          case when i % 10 < 8 then timestamptz '2024-01-02' + i * interval '70 seconds' end
        from generate_series(1, ?) i
        """,
        count);
    sql.update(
        """
        insert into variant (id, material_id, language, dialect, made_at)
        select id, id, case when number like '%7' then 'en' else 'zh' end,
          case when number like '%3' then '四川话' else '' end, now() from material
        where department_name = '宣传部'
        """);
    sql.update(
        """
        insert into material_version (id, version, area_code, material_id, variant_id, ordinal,
          title, summary, text, source, valid_until, hash, state, writers, drafted_at, published_at)
        select id, 1, area_code, id, id, 1, title,
          '面向城乡居民，请各村社区张贴在显眼处，' || left(md5(number), 6), title || '，人人有责，遇事拨打电话求助，不要慌张。',
          'FREE', valid_until, repeat('0', 64), state, '', drafted_at, published_at
        from material where department_name = '宣传部'
        """);
    sql.update(
        """
        insert into material_change (material_id, changed)
        select id, pg_current_xact_id() from material on conflict do nothing
        """);
    sql.update("analyze");
  }

  private static void timed(String what, String aim, Runnable work) {
    for (var i = 0; i < 40; i++) {
      work.run();
    }
    var times = new long[ROUNDS];
    for (var i = 0; i < ROUNDS; i++) {
      var before = System.nanoTime();
      work.run();
      times[i] = System.nanoTime() - before;
    }
    Arrays.sort(times);
    said(
        what,
        String.format(
            Locale.ROOT,
            "median %.1f ms, p95 %.1f ms%s",
            times[ROUNDS / 2] / 1e6,
            times[ROUNDS * 95 / 100] / 1e6,
            aim.isEmpty() ? "" : " (aim " + aim + ")"));
  }

  private static String seconds(long before) {
    return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - before) / 1e9);
  }

  private static void said(String what, String figure) {
    OUT.println(String.format(Locale.ROOT, "%-52s %s", what, figure));
  }
}
