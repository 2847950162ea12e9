package firstline.market.lookup;

import static firstline.market.MarketRights.READ;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.market.Bureau;
import firstline.market.complaint.ComplaintQueries;
import firstline.market.complaint.ComplaintQueries.Asked;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Words of every length on a real database. */
class FindingWordsTest {
  private static void letter(Bureau bureau, String number, String operator, String goods) {
    bureau
        .sql()
        .update(
            """
            insert into complaint (id, kind, number, area_code, department_id, department_name,
              channel, operator, place, goods, facts, named, state, received_at, source)
            values (?, 'TIPOFF', ?, ?, ?, '', 'PHONE', ?, '南街 12 号', ?, '事', false, 'RECEIVED',
              now(), ?)
            """,
            UUID.randomUUID(),
            number,
            bureau.county(),
            bureau.department(),
            operator,
            goods,
            "SRC" + number.replace("-", ""));
  }

  private static List<String> found(Bureau bureau, String words) {
    return new ComplaintQueries(
            bureau.sql(), bureau.desk(READ), MutableClock.at("2026-03-02T02:00:00Z"))
        .list(new Asked("", "", words), Cursor.START).rows().stream()
            .map(ComplaintQueries.Line::number)
            .sorted()
            .toList();
  }

  @Test
  @Requirement("R91.40")
  void everyWordIsFoundWhereverItStandsAndHoweverShortItIs() {
    var bureau = Bureau.found(TestDatabase.sql(), "959460");
    letter(bureau, "L-2031-0701", "康民大药房", "N95 口罩");
    letter(bureau, "L-2031-0702", "口腔诊所", "面罩 100% 棉");
    letter(bureau, "L-2031-0703", "老街_粮油", "大米");
    assertEquals(List.of("L-2031-0701"), found(bureau, "口罩"));
    assertEquals(List.of("L-2031-0701", "L-2031-0702"), found(bureau, "口"));
    assertEquals(List.of("L-2031-0701"), found(bureau, " n95  大药 "), "in any order");
    assertEquals(List.of("L-2031-0702"), found(bureau, "0% 棉"), "signs mean themselves");
    assertEquals(List.of("L-2031-0703"), found(bureau, "街_"));
    assertEquals(List.of(), found(bureau, "口罩 大米"), "every word");
    assertEquals(List.of(), found(bureau, "民药"), "holds the signs but not the word");
    assertEquals(3, found(bureau, "l-2031-07").size());
    assertEquals(List.of("L-2031-0703"), found(bureau, "0703"));
    assertEquals(List.of("L-2031-0702"), found(bureau, "srcL20310702"));
    assertEquals(3, found(bureau, "").size());
  }

  /** Of 31,000 letters one in 110, then one in 3,000, hold two words that are common each. */
  @Test
  @Requirement("R101.3")
  void twoCommonWordsAreFoundNearFarAndByTheIndexAlike() {
    var bureau = Bureau.found(TestDatabase.sql(), "959461");
    bureau
        .sql()
        .update(
            """
            insert into complaint (id, kind, number, area_code, department_id, department_name,
              channel, operator, place, goods, facts, named, state, received_at)
            select gen_random_uuid(), 'TIPOFF', 'L-2032-' || lpad(n::text, 7, '0'), ?, ?, '', 'PHONE',
              case when n % 10 = 0 then '老街' else '新街' end || '药房', '南街',
              case when n % 11 = 0 and n < 12000 or n % 300 = 0 then '防护服' else '大米' end,
              '事', false, 'RECEIVED', timestamptz '2026-03-02 02:00Z' - n * interval '1 minute'
            from generate_series(1, 31000) n
            """,
            bureau.county(), bureau.department());
    for (var words : List.of("老街 防护", "防护服 药房", "新街 防护", "老街 大米", "老街 飞机")) {
      assertEquals(brute(bureau, words), pages(bureau, words, 0), words);
      for (var size : List.of(150, 1_000)) {
        assertEquals(brute(bureau, words), pages(bureau, words, size), words + " by " + size);
      }
    }
  }

  private static List<String> brute(Bureau bureau, String words) {
    return bureau
        .sql()
        .list(
            """
            select number from complaint where area_code = ?
              and operator || ' ' || goods || ' ' || place ilike all (?)
            order by received_at desc, id desc limit 400
            """,
            row -> row.text(1),
            bureau.county(),
            Sought.of(words).patterns());
  }

  /** The first 400 as the list's pages bring them, or the parts of a list that is taken along. */
  private static List<String> pages(Bureau bureau, String words, int size) {
    var queries =
        new ComplaintQueries(
            bureau.sql(), bureau.desk(READ), MutableClock.at("2026-03-02T02:00:00Z"));
    var found = new ArrayList<String>();
    var cursor = Cursor.START.of(size);
    while (found.size() < 400) {
      var page = queries.list(new Asked("TIPOFF", "", words), cursor);
      page.rows().forEach(row -> found.add(row.number()));
      if (page.after().isEmpty()) {
        break;
      }
      cursor = Cursor.read(page.after(), "").of(size);
    }
    return found.subList(0, Math.min(400, found.size()));
  }

  @Test
  @Requirement("R91.40")
  void wordsAreCutIntoPairsOfSigns() {
    assertArrayEquals(new String[] {"大药", "药房", "n"}, Sought.of("大药房 N").grams());
    assertArrayEquals(new String[] {"𠮷野"}, Sought.of("𠮷野").grams());
    assertEquals(true, Sought.of(" \n").isNothing());
  }
}
