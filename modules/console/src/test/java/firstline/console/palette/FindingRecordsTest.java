package firstline.console.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.BroadcastRights;
import firstline.market.MarketRights;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.search.SearchHit;
import firstline.publicity.PublicityRights;
import firstline.rumour.RumourRights;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the palette finds, and for whom. */
class FindingRecordsTest {
  private static final String CITY = "967100000000";
  private static final String COUNTY = "967101000000";
  private static final String OTHER = "967102000000";
  private static final String COUNTY_PATH = CITY + "/" + COUNTY + "/";
  private static final UUID BUREAU = UUID.randomUUID();
  private static final UUID BRANCH = UUID.randomUUID();
  private static final Sql OWNER = TestDatabase.owner();

  @BeforeAll
  static void aCity() {
    OWNER.update(
        """
        insert into area (code, parent, level, name, path) values
          ('967100000000', null, 'CITY', '寻检市', '967100000000/'),
          ('967101000000', '967100000000', 'COUNTY', '翠竹县', '967100000000/967101000000/'),
          ('967102000000', '967100000000', 'COUNTY', '青石县', '967100000000/967102000000/')
        """);
    for (var department : List.of(BUREAU, BRANCH)) {
      OWNER.update(
          "insert into department (id, version, code, name, area_code) values (?, 1, ?, ?, ?)",
          department,
          department.toString(),
          department.equals(BUREAU) ? "市场监管局" : "市场监管分局",
          COUNTY);
    }
    claim("X-2026-0001", "口罩涨价到一百元", COUNTY);
    claim("X-2026-0002", "河水有毒不能喝", OTHER);
  }

  private static void claim(String number, String text, String area) {
    OWNER.update(
        """
        insert into claim (id, version, area_code, number, receipt, text, seen, channel, state,
          received_at) values (?, 1, ?, ?, ?, ?, '', 'PUBLIC', 'RECEIVED', '2026-02-01 08:00Z')
        """,
        UUID.randomUUID(),
        area,
        number,
        "R" + number,
        text);
  }

  private static UUID letter(String operator, UUID department) {
    var id = UUID.randomUUID();
    OWNER.update(
        """
        insert into complaint (id, kind, number, area_code, department_id, department_name, channel,
          operator, place, goods, facts, named, state, received_at)
        values (?, 'TIPOFF', ?, ?, ?, '局', 'PHONE', ?, '', '酒精', '张三举报的事实', true, 'FILED',
          '2026-02-01 08:00Z')
        """,
        id,
        "L" + id,
        COUNTY,
        department,
        operator);
    return id;
  }

  private static Desk officer(UUID department, String path, String... rights) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            UUID.randomUUID(),
            "seeker",
            "寻觅",
            department,
            "局",
            "",
            COUNTY,
            "翠竹县",
            "zh",
            Arrays.stream(rights).map(right -> new OfficerOnDuty.Grant(right, path)).toList(),
            null));
    return desk;
  }

  private static List<SearchHit> find(Desk desk, String words) {
    return new SearchIndex(TestDatabase.sql(), desk, Set.of()).search(words, 20);
  }

  private static boolean finds(Desk desk, String words, String title) {
    return find(desk, words).stream().anyMatch(hit -> hit.title().contains(title));
  }

  @Test
  @Requirement("R106.1")
  void aRecordIsFoundByNumberWordsAndInitials() {
    var desk = officer(BUREAU, "", RumourRights.READ);
    for (var words : List.of("X-2026-00", "x-2026-0001", "口罩", "涨价 口罩", "kzzj", "KZZJ", "罩涨")) {
      assertTrue(finds(desk, words, "口罩涨价到一百元"), words);
    }
    for (var words : List.of("2026-0001", "口罩 河水", "kzzk", "罩口", "%", "_")) {
      assertFalse(finds(desk, words, "口罩涨价到一百元"), words);
    }
    assertTrue(find(desk, "  ").isEmpty());
  }

  @Test
  @Requirement("R106.1")
  void theInitialsAreThoseOfTheDictionary() {
    var initials =
        new SearchIndex(TestDatabase.sql(), officer(BUREAU, ""), Set.of())
            .initials(
                List.of(
                    "口罩涨价", "宜宾市翠屏区", "重庆银行", "喝酒精能防病毒", "大喇叭播音计划", "安全啊", "武汉N95", "，。", "",
                    "疫情谣言", "儿童日用品", "额外物资"));
    assertEquals(
        List.of(
            "kzzj", "ybscpq", "cqyh", "hjjnfbd", "dlbbyjh", "aqa", "whn95", "", "", "yqyy", "etryp",
            "ewwz"),
        initials);
  }

  @Test
  @Requirement("R106.2")
  void nobodyFindsWhatTheyMayNotSee() {
    assertTrue(finds(officer(BUREAU, CITY + "/", RumourRights.READ), "河水", "河水有毒"));
    assertFalse(finds(officer(BUREAU, COUNTY_PATH, RumourRights.READ), "河水", "河水有毒"));
    assertFalse(finds(officer(BUREAU, COUNTY_PATH, RumourRights.READ), "X-2026", "河水有毒"));
    assertFalse(finds(officer(BUREAU, CITY + "/", MarketRights.READ), "河水", "河水有毒"));
    assertTrue(find(officer(BUREAU, ""), "河水").isEmpty());
  }

  @Test
  @Requirement("R106.2")
  void anOfficerIsFoundByNameWithinTheAreasAlone() {
    OWNER.update(
        """
        insert into officer (id, version, username, name, department_id, area_code, created_at)
        values (?, 1, 'ouyang.find', '欧阳寻检', ?, ?, now())
        """,
        UUID.randomUUID(),
        BUREAU,
        COUNTY);
    assertTrue(finds(officer(BUREAU, COUNTY_PATH, MarketRights.READ), "欧阳寻", "欧阳寻检 市场监管局"));
    assertTrue(finds(officer(BUREAU, COUNTY_PATH, MarketRights.READ), "oyxj", "欧阳寻检"));
    assertFalse(finds(officer(BUREAU, CITY + "/" + OTHER + "/", MarketRights.READ), "欧阳寻", "欧阳寻检"));
    OWNER.update("update officer set active = false where username = 'ouyang.find'");
    assertFalse(finds(officer(BUREAU, COUNTY_PATH, MarketRights.READ), "欧阳寻", "欧阳寻检"));
    assertTrue(finds(officer(BUREAU, "nowhere/", BroadcastRights.READ), "czx", "翠竹县"));
  }

  @Test
  @Requirement("R106.3")
  void theRowFollowsItsRecord() {
    claim("X-2026-0003", "停电三天", COUNTY);
    var desk = officer(BUREAU, COUNTY_PATH, RumourRights.READ);
    assertTrue(finds(desk, "停电三天", "停电"));
    OWNER.update("update claim set text = '供电正常' where number = 'X-2026-0003'");
    assertFalse(finds(desk, "停电三天", "停电"));
    assertTrue(finds(desk, "供电正常", "供电"));
    OWNER.update("update claim set area_code = ? where number = 'X-2026-0003'", OTHER);
    assertFalse(finds(desk, "供电正常", "供电"));
    OWNER.update("delete from claim where number = 'X-2026-0003'");
    assertFalse(finds(officer(BUREAU, "", RumourRights.READ), "供电正常", "供电"));
  }

  @Test
  @Requirement("R106.3")
  void neitherSendersNorFactsNorDraftsAreInIt() {
    letter("康源大药房", BUREAU);
    var desk = officer(BUREAU, "", MarketRights.READ, RumourRights.READ);
    assertTrue(finds(desk, "康源", "康源大药房 酒精"));
    assertFalse(finds(desk, "张三", "康源"));
    OWNER.update(
        """
        insert into material (id, version, area_code, department_id, department_name, number, kind,
          title, state, drafted_at)
        values (?, 1, ?, ?, '局', 'M-9999-0001', 'POSTER', '未定的海报', 'DRAFT', now())
        """,
        UUID.randomUUID(),
        COUNTY,
        BUREAU);
    var publicity = officer(BUREAU, CITY + "/" + OTHER + "/", PublicityRights.READ);
    assertTrue(find(publicity, "M-9999").isEmpty());
    assertTrue(find(publicity, "未定的").isEmpty());
    OWNER.update("update material set state = 'PUBLISHED' where number = 'M-9999-0001'");
    assertTrue(finds(publicity, "未定的", "海报"), "what is public may be read from everywhere");
  }

  @Test
  @Requirement("R106.2")
  void whoSeesTheOwnDepartmentsLettersFindsNoOther() {
    letter("佳美超市", BUREAU);
    letter("佳美便利店", BRANCH);
    var desk = officer(BRANCH, COUNTY_PATH, MarketRights.READ, MarketRights.HANDLE);
    var hits = new SearchIndex(TestDatabase.sql(), desk, Set.of("complaint")).search("佳美", 20);
    assertEquals(1, hits.size());
    assertTrue(hits.get(0).title().contains("便利店"));
    assertEquals(2, find(desk, "佳美").size());
  }

  @Test
  @Requirement("R106.1")
  void aRareWordBehindManyNewerRecordsIsFoundByTheIndex() {
    OWNER.update(
        """
        insert into claim (id, version, area_code, number, receipt, text, seen, channel, state,
          received_at)
        select gen_random_uuid(), 1, '967101000000', 'Y' || n, 'YR' || n,
          case when n = 1 then '罕有之词麒麟' else '平常消息' || n end, '', 'PUBLIC', 'RECEIVED',
          timestamptz '2026-03-01' + n * interval '1 minute'
        from generate_series(1, 4200) n
        """);
    for (var path : List.of("", CITY + "/", COUNTY_PATH)) {
      assertTrue(finds(officer(BUREAU, path, RumourRights.READ), "麒麟", "罕有之词"), path);
      assertTrue(finds(officer(BUREAU, path, RumourRights.READ), "hyzcql", "罕有之词"), path);
    }
    assertFalse(finds(officer(BUREAU, CITY + "/" + OTHER + "/", RumourRights.READ), "麒麟", "罕有"));
    assertEquals(20, find(officer(BUREAU, "", RumourRights.READ), "消息").size());
  }
}
