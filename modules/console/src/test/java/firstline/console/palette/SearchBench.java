package firstline.console.palette;

import firstline.broadcast.BroadcastRights;
import firstline.market.MarketRights;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.publicity.PublicityRights;
import firstline.rumour.RumourRights;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** How long the palette takes among a million records. Every record is made up. */
public final class SearchBench {
  private static final int RUNS = 40;
  private static final double MILLIS = 1e6;
  private static final double NANOS = 1e9;
  private static final String CITY = "966000000000/";
  private static final String COUNTY = CITY + "966003000000/";
  private static final String TOWN = COUNTY + "966003007000/";
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final Sql sql = TestDatabase.kept();
  private double worst;

  private SearchBench() {}

  /** Prints a line for each figure; the first argument is how many records, a million without. */
  public static void main(String[] arguments) {
    var bench = new SearchBench();
    bench.fill(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000);
    bench.measure("city", CITY);
    bench.measure("county", COUNTY);
    bench.measure("town", TOWN);
    line("the slowest p95 of all (aim 150 ms)", bench.worst, "ms");
  }

  private static void line(String what, double figure, String unit) {
    OUT.println(String.format(Locale.ROOT, "%-46s %9.1f %s", what, figure, unit));
  }

  private void fill(int records) {
    var owner = TestDatabase.keptOwner();
    var begun = System.nanoTime();
    owner.update(
        "insert into area (code, level, name, path) values ('966000000000', 'CITY', '检索市', '966000000000/')");
    owner.update(
        """
        insert into area (code, parent, level, name, path)
        select '9660' || lpad(n::text, 2, '0') || '000000', '966000000000', 'COUNTY', '县' || n,
          '966000000000/9660' || lpad(n::text, 2, '0') || '000000/' from generate_series(1, 10) n
        """);
    owner.update(
        """
        insert into area (code, parent, level, name, path)
        select substr(a.code, 1, 6) || lpad(n::text, 3, '0') || '000', a.code, 'TOWNSHIP', '镇' || n,
          a.path || substr(a.code, 1, 6) || lpad(n::text, 3, '0') || '000/'
        from area a, generate_series(1, 18) n where a.parent = '966000000000'
        """);
    owner.update(
        """
        insert into search_entry
        select kind, id, number, title, initials, search_pairs(title) || search_triples(initials)
            || array['#' || kind, '@966000000000', '@' || substr(area, 1, 6) || '000000', '@' || area],
          area, null, at
        from (
          select kind, id, number, title, search_initials(title) initials, area, at from (
            select (array['claim', 'claim', 'claim', 'rumour', 'complaint', 'complaint', 'complaint',
                'inspection', 'case', 'schedule'])[1 + n % 10] kind,
              gen_random_uuid()::text id, 'N-2026-' || lpad(n::text, 7, '0') number,
              (array['口罩', '酒精', '大米', '蔬菜', '药店', '超市', '医院', '学校', '车站', '河水'])[1 + (hashint8(n) & 1023) % 10]
                || (array['涨价', '断货', '有毒', '停售', '封闭', '起火', '哄抬', '囤积'])[1 + (hashint8(n + 7) & 7)]
                || '编号' || n * 31 % 99991
                || case when n % 50021 = 17 then '麒麟' else '' end
                || case when n % 10 = 3 and n < 500000 then '旧事' else '' end title,
              '9660' || lpad((1 + n % 10)::text, 2, '0') || lpad((1 + n / 10 % 18)::text, 3, '0') || '000'
                area,
              timestamptz '2026-01-01' + n * interval '1 second' as at
            from generate_series(1::bigint, ?) n) typed) told
        """,
        records);
    owner.update("analyze search_entry");
    line("records in the index, filled in", (System.nanoTime() - begun) / NANOS, "s, " + records);
  }

  private void measure(String who, String path) {
    var index = new SearchIndex(sql, desk(path), Set.of());
    for (var words :
        List.of(
            "口罩",
            "口罩涨价",
            "kzzj",
            "旧事",
            "js",
            "麒麟",
            "ql",
            "编号17 囤积",
            "yd",
            "没有的词",
            "zzqqxx",
            "N-2026-00123",
            "N-2026",
            "航天飞机",
            "县3")) {
      var times = new double[RUNS];
      var found = 0;
      for (var run = 0; run < RUNS; run++) {
        var begun = System.nanoTime();
        found = index.search(words, 20).size();
        times[run] = (System.nanoTime() - begun) / MILLIS;
      }
      Arrays.sort(times);
      var slow = times[RUNS * 95 / 100 - 1];
      worst = Math.max(worst, slow);
      OUT.println(
          String.format(
              Locale.ROOT,
              "%-8s %-16s found %2d   median %7.1f ms   p95 %7.1f ms",
              who,
              words,
              found,
              times[RUNS / 2],
              slow));
    }
  }

  private static Desk desk(String path) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            UUID.randomUUID(),
            "bench",
            "测",
            UUID.randomUUID(),
            "局",
            "",
            "966000000000",
            "检索市",
            "zh",
            Stream.of(
                    RumourRights.READ,
                    MarketRights.READ,
                    PublicityRights.READ,
                    BroadcastRights.READ)
                .map(right -> new OfficerOnDuty.Grant(right, path))
                .toList(),
            null));
    return desk;
  }
}
