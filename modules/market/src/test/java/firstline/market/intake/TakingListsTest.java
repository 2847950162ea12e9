package firstline.market.intake;

import static firstline.market.MarketRights.INTAKE;
import static firstline.market.MarketRights.READ;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.Bureau;
import firstline.market.term.TermQueries;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.setting.Sealing;
import firstline.persistence.words.Bundles;
import firstline.testkit.clock.MutableClock;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lists of the platforms on a real database: taken, refused line by line, brought again. */
class TakingListsTest {
  private static final String SECRET = "only-for-tests-0123456789-abcdefghijklmnop";
  private static final Charset GBK = Charset.forName("GBK");
  private static final String HEADER =
      "登记编号,登记时间,业务类型,被投诉举报企业名称,企业地址,商品名称,问题描述,争议金额,提供方姓名,提供方电话,联系地址\r\n";
  private static final String GOOD =
      "1500001,2026/2/3 8:05,投诉,康民大药房,南街 12 号,一次性口罩,要求退款。,120.50,欧阳采薇,13900000017,真武山路 3 号\r\n";

  private final MutableClock clock = MutableClock.at("2026-03-02T02:00:00Z");
  private final List<Desk> desks = new ArrayList<>();

  private Desk clerk(Bureau bureau) {
    if (desks.isEmpty()) {
      desks.add(bureau.desk(INTAKE));
    }
    return desks.get(0);
  }

  private ImportLetters imports(Bureau bureau, Sql sql) {
    return new ImportLetters(sql, clerk(bureau), clock, SECRET);
  }

  private UUID brought(Bureau bureau, byte[] content) {
    return TestDatabase.inTransaction(
        sql ->
            imports(bureau, sql)
                .bring(
                    new ImportLetters.Bring(
                        "PLATFORM_12315", bureau.county(), "12315.csv", content)));
  }

  private ImportLetters.Understood understood(Bureau bureau, UUID id) {
    var imports = imports(bureau, bureau.sql());
    return imports.understand(id, LetterFile.understood(imports.top(id, 1).get(0)));
  }

  private BatchQueries.Batch taken(Bureau bureau, byte[] content) {
    var id = brought(bureau, content);
    var understood = understood(bureau, id);
    TestDatabase.inTransaction(
        sql -> imports(bureau, sql).take(new ImportLetters.Part(id, understood.good())));
    TestDatabase.inTransaction(
        sql -> {
          imports(bureau, sql).end(new ImportLetters.End(id, understood.lines(), understood.bad()));
          return true;
        });
    return new BatchQueries(bureau.sql(), clerk(bureau)).one(id);
  }

  private static List<String> complaints(Bureau bureau) {
    return bureau
        .sql()
        .list(
            """
            select kind || ' ' || source || ' ' || operator || ' ' || goods || ' ' || place || ' '
              || facts || ' ' || coalesce(amount::text, '-') || ' ' || named || ' ' || channel
              || ' ' || to_char(received_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')
            from complaint where area_code = ? order by source, kind
            """,
            row -> row.text(1),
            bureau.county());
  }

  @Test
  @Requirement({"R91.1", "R91.2"})
  void aListIsReadInEveryWritingThatPlatformsUse() {
    var text = HEADER + GOOD;
    var number = 0;
    for (var content :
        List.of(
            text.getBytes(GBK),
            text.getBytes(Charset.forName("GB18030")),
            text.getBytes(UTF_8),
            ("\uFEFF" + text).getBytes(UTF_8),
            text.replace(',', ';').getBytes(GBK),
            text.replace(',', '\t').getBytes(UTF_8))) {
      desks.clear();
      var bureau = Bureau.found(TestDatabase.sql(), "95942" + number);
      var mine = new String(content, number < 2 || number == 4 ? GBK : UTF_8);
      var batch =
          taken(
              bureau,
              mine.replace("1500001", "9" + number + "00001")
                  .getBytes(number < 2 || number == 4 ? GBK : UTF_8));
      assertEquals(1, batch.taken(), "writing " + number);
      assertEquals(
          List.of(
              "COMPLAINT 9"
                  + number
                  + "00001 康民大药房 一次性口罩 南街 12 号 要求退款。 12050 true PLATFORM_12315 2026-02-03"
                  + " 08:05"),
          complaints(bureau));
      number++;
    }
  }

  @Test
  @Requirement({"R91.2", "R91.3", "R91.4"})
  void eachLineIsTakenOrRefusedByItselfAndTheSameListAgainChangesNothing() {
    var bureau = Bureau.found(TestDatabase.sql(), "959430");
    var lines =
        HEADER
            + line("A1", "2026-02-03", "投诉举报", "=1+1 药房", "1", "请查处欧阳采薇反映的事，电话 13900000017")
            + line("A2", "1900-01-01", "投诉", "甲", "1", "旧")
            + line("A3", "9999-12-31", "投诉", "甲", "1", "未来")
            + line("A4", "2026-02-30", "投诉", "甲", "1", "没有这一天")
            + line("A5", "2026-02-03", "投诉", "甲", "-1", "负数")
            + line("A6", "2026-02-03", "投诉", "甲", "0.005", "半分")
            + line("A7", "2026-02-03", "投诉", "甲", "1000000000000000", "太多")
            + line("A8", "2026-02-03", "咨询", "甲", "1", "不是投诉")
            + line("A9", "2026-02-03", "投诉", "", "1", "没有经营者")
            + line("A1", "2026-02-03", "投诉", "甲", "1", "同号")
            + line("", "2026-02-03", "投诉", "甲", "1", "无号")
            + "B1,2026-02-03,投诉,甲,某处,菜,无名投诉,1,,,\r\n"
            + "B2,43864.5,举报,乙,,,匿名举报,,,,\r\n";
    var batch = taken(bureau, lines.getBytes(GBK));
    assertEquals(13, batch.lines());
    assertEquals(2, batch.taken());
    assertEquals(11, batch.refused());
    var refused = new BatchQueries(bureau.sql(), clerk(bureau)).refused(batch.id(), 0);
    assertEquals(
        List.of(
            "3 A2 RECEIVED intake.day",
            "4 A3 RECEIVED intake.day",
            "5 A4 RECEIVED intake.date",
            "6 A5 AMOUNT money.form",
            "7 A6 AMOUNT money.fraction",
            "8 A7 AMOUNT money.large",
            "9 A8 KIND intake.kind",
            "10 A9 OPERATOR complaint.operator",
            "11 A1 NUMBER intake.twice",
            "12  NUMBER intake.number",
            "13 B1 NAME complaint.named"),
        refused.stream()
            .map(one -> one.line() + " " + one.source() + " " + one.field() + " " + one.code())
            .toList());
    for (var one : refused) {
      for (var language : List.of("zh", "en")) {
        var sentence = Bundles.words(language, "refusal." + one.code(), one.details());
        assertFalse(sentence.contains("{") || sentence.contains("欧阳"), sentence);
      }
    }
    assertEquals(
        List.of(
            "COMPLAINT A1 =1+1 药房 菜 某处 请查处▇▇反映的事，电话 ▇▇ 100 true PLATFORM_12315 2026-02-03 00:00",
            "TIPOFF A1 =1+1 药房 菜 某处 请查处▇▇反映的事，电话 ▇▇ 100 true PLATFORM_12315 2026-02-03 00:00",
            "TIPOFF B2 乙 未注明  匿名举报 - false PLATFORM_12315 2020-02-03 12:00"),
        complaints(bureau));
    assertEquals(
        List.of("COMPLAINT TIPOFF"),
        bureau
            .sql()
            .list(
                """
                select c.kind || ' ' || t.kind from complaint_letter l
                  join complaint c on c.id = l.complaint_id join complaint t on t.id = l.tipoff_id
                where c.area_code = ?
                """,
                row -> row.text(1),
                bureau.county()));
    var before = complaints(bureau);
    var again = taken(bureau, lines.getBytes(GBK));
    assertEquals(0, again.taken());
    assertEquals(2, again.known());
    assertEquals(before, complaints(bureau));
  }

  private static String line(
      String number, String day, String kind, String operator, String amount, String facts) {
    return number
        + ","
        + day
        + ","
        + kind
        + ","
        + operator
        + ",某处,菜,"
        + facts
        + ","
        + amount
        + ",欧阳采薇,13900000017,真武山路三号\r\n";
  }

  @Test
  @Requirement({"R91.2", "R91.3"})
  void aLetterGetsItsClocksFromTheDayOfThePlatformAndItsSenderUnderSeal() {
    var bureau = Bureau.found(TestDatabase.sql(), "959431");
    taken(bureau, (HEADER + GOOD.replace("1500001", "C1")).getBytes(GBK));
    var id =
        bureau
            .sql()
            .one("select id from complaint where area_code = ?", row -> row.id(1), bureau.county());
    var term = new TermQueries(bureau.sql(), bureau.desk(READ), clock).ofRecord(id).get(0);
    assertEquals("complaint.accept", term.rule().id());
    assertEquals("2026-02-03", term.trigger().toString());
    assertEquals("2026-02-12", term.due().toString());
    var sealed =
        bureau
            .sql()
            .one(
                "select sealed from complaint_identity where complaint_id = ?",
                row -> row.bytes(1),
                id);
    assertEquals(
        "欧阳采薇 13900000017 真武山路 3 号",
        new String(new Sealing(SECRET, "market identity").opened(sealed), UTF_8));
  }

  @Test
  @Requirement({"R91.1", "R91.3"})
  void theListItselfIsSealedAndForgotten() {
    var bureau = Bureau.found(TestDatabase.sql(), "959432");
    var content = (HEADER + GOOD.replace("1500001", "D1")).getBytes(UTF_8);
    var id = brought(bureau, content);
    var kept =
        bureau.sql().one("select sealed from intake_batch where id = ?", row -> row.bytes(1), id);
    assertFalse(new String(kept, UTF_8).contains("欧阳"), "as it lies in the database");
    var stranger = new ImportLetters(bureau.sql(), bureau.desk(INTAKE), clock, SECRET);
    assertThrows(NotFound.class, () -> stranger.top(id, 5));
    clock.move(Duration.ofHours(25));
    assertTrue(new ForgetLists(bureau.sql(), clock).forget(1_000) > 0);
    assertThrows(NotFound.class, () -> imports(bureau, bureau.sql()).top(id, 5));
  }

  @Test
  @Requirement("R91.1")
  void aColumnWithAnotherNameIsChosenByHand() {
    var bureau = Bureau.found(TestDatabase.sql(), "959433");
    var id = brought(bureau, "流水,类型,店名,说的事\nE1,举报,康民大药房,没有标价\n".getBytes(UTF_8));
    var imports = imports(bureau, bureau.sql());
    var understood = new HashMap<>(LetterFile.understood(imports.top(id, 1).get(0)));
    assertEquals(Map.of(Field.KIND, "类型"), understood);
    assertEquals(
        "intake.column.NUMBER",
        assertThrows(Refusal.class, () -> imports.understand(id, understood)).code());
    understood.putAll(Map.of(Field.NUMBER, "流水", Field.OPERATOR, "店名", Field.FACTS, "店名"));
    assertEquals(
        "intake.column-twice",
        assertThrows(Refusal.class, () -> imports.understand(id, understood)).code());
    understood.put(Field.FACTS, "说的事");
    assertEquals(1, imports.understand(id, understood).good().size());
  }

  @Test
  @Requirement({"R91.4", "R91.5"})
  void aProgramPostsALetterOnceAndIsToldWhatIsWrong() {
    var bureau = Bureau.found(TestDatabase.sql(), "959434");
    var values =
        new HashMap<>(
            Map.of("NUMBER", "F1", "KIND", "QUESTION", "OPERATOR", "康民大药房", "FACTS", "没有标价"));
    assertEquals("intake.kind", assertThrows(Refusal.class, () -> posted(bureau, values)).code());
    values.put("KIND", "tipoff");
    assertTrue(posted(bureau, values));
    assertFalse(posted(bureau, values), "known");
    assertEquals(1, complaints(bureau).size());
  }

  private boolean posted(Bureau bureau, Map<String, String> values) {
    return TestDatabase.inTransaction(
        sql ->
            imports(bureau, sql)
                .post(new ImportLetters.Post("DEPARTMENT", Map.copyOf(values)))
                .isPresent());
  }
}
