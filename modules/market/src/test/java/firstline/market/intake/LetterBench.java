package firstline.market.intake;

import static firstline.market.MarketRights.HANDLE;
import static firstline.market.MarketRights.INTAKE;
import static firstline.market.MarketRights.READ;

import firstline.market.Bureau;
import firstline.market.casefile.CaseQueries;
import firstline.market.complaint.ComplaintQueries;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Desk;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * How long a list of 100,000 lines takes, and how long lists and searches take among a million
 * leads and 200,000 cases. Every record is made up.
 */
public final class LetterBench {
  private static final int LEADS = 1_000_000;
  private static final int CASES = 200_000;
  private static final int LINES = 100_000;
  private static final int COUNTIES = 10;
  private static final int RUNS = 40;
  private static final int DEEP = 50;
  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e6;
  private static final String CITY = "950500000000";
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final Sql sql = TestDatabase.kept();
  private final Clock clock = Clock.systemUTC();
  private double worst;

  private LetterBench() {}

  /** Prints a line for each figure. */
  public static void main(String[] arguments) {
    var bench = new LetterBench();
    bench.fill();
    bench.lists();
    bench.takeIn();
  }

  private static String county(int n) {
    return String.format(Locale.ROOT, "9505%02d000000", n + 1);
  }

  /** Of a county, or of its first township. */
  private static Desk desk(UUID department, String path, String right) {
    return new Bureau(TestDatabase.sql(), county(0), department, department)
        .desk(department, path, right);
  }

  private void fill() {
    var owner = TestDatabase.owner();
    owner.update(
        """
        insert into area (code, parent, level, name, path) values
          ('950000000000', null, 'PROVINCE', '省', '950000000000/'),
          ('950500000000', '950000000000', 'CITY', '市', '950000000000/950500000000/')
        """);
    owner.update(
        """
        insert into area (code, parent, level, name, path)
        select c, '950500000000', 'COUNTY', '县' || n, '950000000000/950500000000/' || c || '/'
        from (select n, '9505' || lpad(n::text, 2, '0') || '000000' c from generate_series(1, ?) n) x
        """,
        COUNTIES);
    owner.update(
        """
        insert into area (code, parent, level, name, path)
        select left(a.code, 6) || lpad(n::text, 3, '0') || '000', a.code, 'TOWNSHIP', a.name || '镇' || n,
          a.path || left(a.code, 6) || lpad(n::text, 3, '0') || '000/'
        from area a, generate_series(1, 10) n where a.parent = '950500000000'
        """);
    owner.update(
        """
        insert into department (id, version, code, name, area_code)
        select gen_random_uuid(), 1, 'bench-' || code || '-' || n, '局' || n, code
        from area, generate_series(1, 2) n where parent = '950500000000'
        """);
    owner.update(
        """
        insert into complaint (id, kind, number, area_code, department_id, department_name, channel,
          operator, place, goods, facts, named, state, received_at, home_id, source)
        select gen_random_uuid(), 'TIPOFF', 'L-2026-' || lpad(n::text, 7, '0'), t.code, d.id, d.name,
          'PLATFORM_12315', (array['康民','百草','惠家','南门','金鹏','江北','民生','阳光','老街','长乐'])[1 + n * 7 % 10]
            || (array['大药房','超市','粮油店','蔬菜店','日用品','餐馆','五金','建材','宾馆','网店'])[1 + n * 3 % 11 % 10]
            || (n * 31 % 997), '人民路' || (n % 499) || '号',
          (array['一次性口罩','消毒酒精','大白菜','猪肉','大米','方便面','洗手液','防护服','护目镜','食用油'])[1 + n * 13 % 17 % 10],
          '没有明码标价，请查处。', false,
          (array['RECEIVED','TRIAGED','ROUTED','VERIFYING','FILED','NOT_FILED','TRANSFERRED','ANSWERED'])[1 + n % 7],
          now() - (? - n) * interval '1 minute', d.id, 'P' || (10000000 + n)
        from generate_series(1, ?) n
          join (select code, parent, row_number() over (order by code) - 1 as spot from area
            where level = 'TOWNSHIP' and code like '9505%') t on t.spot = n % 100
          join (select id, name, area_code, row_number() over (partition by area_code) - 1 as spot
            from department where code like 'bench-%') d on d.area_code = t.parent and d.spot = n / 100 % 2
        """,
        LEADS, LEADS);
    owner.update(
        """
        insert into operator (id, area_code, name, person, premises, made_at)
        select gen_random_uuid(), t.code, '经营部' || n || (array['康民','百草','惠家'])[1 + n % 3], false,
          '人民路', now()
        from generate_series(1, 20000) n
          join (select code, row_number() over (order by code) - 1 as spot from area
            where level = 'TOWNSHIP' and code like '9505%') t on t.spot = n % 100
        """);
    owner.update(
        """
        insert into market_case (id, area_code, department_id, department_name, number, operator_id,
          matter, title, simple, grave, state, version, filed_at, filed_name)
        select gen_random_uuid(), o.area_code, d.id, d.name, '川市监立〔2026〕' || lpad(n::text, 6, '0'),
          o.id, 'GOUGING', (array['哄抬口罩价格','未明码标价','销售假冒酒精','囤积大米'])[1 + n % 4] || (n % 1009),
          false, false, (array['FILED','INVESTIGATING','DECIDED','CLOSED','ARCHIVED'])[1 + n % 5], 1,
          now() - (? - n) * interval '5 minutes', '执法员'
        from generate_series(1, ?) n
          join (select id, area_code, row_number() over (order by id) - 1 as spot from operator
            where name like '经营部%') o on o.spot = n % 20000
          join area a on a.code = o.area_code
          join (select id, name, area_code, row_number() over (partition by area_code) as spot
            from department where code like 'bench-%') d on d.area_code = a.parent and d.spot = 1
        """,
        CASES, CASES);
    owner.update("vacuum analyze complaint");
    owner.update("vacuum analyze market_case");
    owner.update("vacuum analyze operator");
    owner.update("vacuum analyze area");
  }

  private void lists() {
    var department =
        sql.one(
            "select id from department where code = ?",
            row -> row.id(1),
            "bench-" + county(0) + "-1");
    var city = "950000000000/" + CITY + "/";
    var county = city + county(0) + "/";
    var township = county + county(0).substring(0, 6) + "001000/";
    for (var who :
        List.of(
            desk(department, city, READ),
            desk(department, county, READ),
            desk(department, county, HANDLE),
            desk(department, township, READ))) {
      var name =
          who.may(HANDLE)
              ? "department"
              : who.scope().covers(city) ? "city" : who.scope().covers(county) ? "county" : "town";
      leads(name, new ComplaintQueries(sql, who, clock));
      if (!who.may(HANDLE)) {
        cases(name, new CaseQueries(sql, who, clock));
      }
    }
    OUT.println(
        String.format(Locale.ROOT, "%-46s %7.1f ms", "the slowest p95 of all (aim 300 ms)", worst));
  }

  private void leads(String who, ComplaintQueries queries) {
    Function<ComplaintQueries.Asked, IntFunction<Page<ComplaintQueries.Line>>> page =
        asked -> run -> queries.list(asked, Cursor.START);
    measure(who + ": leads, first page", page.apply(asked("", "")));
    measure(who + ": leads of a state", page.apply(asked("VERIFYING", "")));
    measure(who + ": leads in no such state", page.apply(asked("ANSWERED", "")));
    var cursor = Cursor.START;
    for (var at = 1; at < DEEP; at++) {
      cursor = Cursor.read(queries.list(asked("", ""), cursor).after(), "");
    }
    var deep = cursor;
    measure(who + ": leads, page 50", run -> queries.list(asked("", ""), deep));
    measure(
        who + ": leads by number",
        run -> queries.list(asked("", "L-2026-" + (run + 10)), Cursor.START));
    measure(
        who + ": leads by the platform's number",
        run -> queries.list(asked("", "P1000" + run), Cursor.START));
    measure(
        who + ": leads by operator",
        run -> queries.list(asked("", "康民大药房" + run * 20), Cursor.START));
    measure(who + ": leads by common goods", run -> queries.list(asked("", "口罩"), Cursor.START));
    measure(who + ": leads by two words", run -> queries.list(asked("", "老街 防护"), Cursor.START));
    measure(
        who + ": leads by words and state",
        run -> queries.list(asked("FILED", "酒精"), Cursor.START));
    measure(
        who + ": leads by what nobody sells", run -> queries.list(asked("", "航天飞机"), Cursor.START));
  }

  private static ComplaintQueries.Asked asked(String state, String words) {
    return new ComplaintQueries.Asked("TIPOFF", state, words);
  }

  private void cases(String who, CaseQueries queries) {
    Function<CaseQueries.Filter, IntFunction<Page<CaseQueries.Line>>> page =
        filter -> run -> queries.list(filter, Cursor.START);
    measure(who + ": cases, first page", page.apply(new CaseQueries.Filter("", "", false)));
    measure(who + ": cases of a state", page.apply(new CaseQueries.Filter("DECIDED", "", false)));
    measure(
        who + ": my cases, of which there are none",
        page.apply(new CaseQueries.Filter("", "", true)));
    measure(
        who + ": cases by number",
        run ->
            queries.list(new CaseQueries.Filter("", "〔2026〕0" + (run + 100), false), Cursor.START));
    measure(who + ": cases by title", page.apply(new CaseQueries.Filter("", "口罩价格", false)));
    measure(
        who + ": cases by operator",
        run -> queries.list(new CaseQueries.Filter("", "经营部" + run * 7, false), Cursor.START));
  }

  private void measure(String what, IntFunction<?> work) {
    var times = new double[RUNS];
    Objects.requireNonNull(work.apply(0));
    for (var run = 0; run < RUNS; run++) {
      var began = System.nanoTime();
      Objects.requireNonNull(work.apply(run));
      times[run] = (System.nanoTime() - began) / MILLIS;
    }
    Arrays.sort(times);
    var slow = times[RUNS * 95 / 100];
    worst = Math.max(worst, slow);
    OUT.println(
        String.format(
            Locale.ROOT, "%-46s p50 %6.1f ms, p95 %6.1f ms", what, times[RUNS / 2], slow));
  }

  private void takeIn() {
    var text = new StringBuilder("登记编号,登记时间,业务类型,企业名称,企业地址,商品名称,问题描述,争议金额,提供方姓名,提供方电话\r\n");
    for (var i = 0; i < LINES; i++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s%06d,2026-02-%02d 08:30,%s,民生药房%d,南街 %d"
                  + " 号,一次性口罩,没有标价，要求退款并查处。,%s,来信人%d,139%08d\r\n",
              "Q",
              i,
              i % 28 + 1,
              i % 10 == 0 ? "投诉举报" : i % 3 == 0 ? "举报" : "投诉",
              i % 997,
              i % 499,
              i % 100 == 0 ? "-1" : "12.50",
              i,
              i));
    }
    var content = text.toString().getBytes(Charset.forName("GBK"));
    var department =
        sql.one(
            "select id from department where code = ?",
            row -> row.id(1),
            "bench-" + county(0) + "-1");
    var desk = desk(department, "950000000000/" + CITY + "/" + county(0) + "/", INTAKE);
    var secret = "only-for-the-bench-0123456789-abcdefghijklmnop";
    var began = System.nanoTime();
    var id =
        TestDatabase.inTransaction(
            in ->
                new ImportLetters(in, desk, clock, secret)
                    .bring(
                        new ImportLetters.Bring(
                            "PLATFORM_12315", county(0), "bench.csv", content)));
    var reading = new ImportLetters(sql, desk, clock, secret);
    var understood = reading.understand(id, LetterFile.understood(reading.top(id, 1).get(0)));
    var read = System.nanoTime();
    var taken = 0;
    var good = understood.good();
    for (var from = 0; from < good.size(); from += ImportLetters.AT_ONCE) {
      var part = good.subList(from, Math.min(good.size(), from + ImportLetters.AT_ONCE));
      taken +=
          TestDatabase.inTransaction(
              in ->
                  new ImportLetters(in, desk, clock, secret)
                      .take(new ImportLetters.Part(id, List.copyOf(part))));
    }
    TestDatabase.inTransaction(
        in -> {
          new ImportLetters(in, desk, clock, secret)
              .end(new ImportLetters.End(id, understood.lines(), understood.bad()));
          return true;
        });
    OUT.println(
        String.format(
            Locale.ROOT,
            "%-46s %6.1f s (%.1f s reading), %,d taken, %,d refused",
            String.format(Locale.ROOT, "a list of %,d lines", understood.lines()),
            (System.nanoTime() - began) / NANOS,
            (read - began) / NANOS,
            taken,
            understood.bad().size()));
  }
}
