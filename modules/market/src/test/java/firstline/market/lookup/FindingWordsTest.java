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

  @Test
  @Requirement("R91.40")
  void wordsAreCutIntoPairsOfSigns() {
    assertArrayEquals(new String[] {"大药", "药房", "n"}, Sought.of("大药房 N").grams());
    assertArrayEquals(new String[] {"𠮷野"}, Sought.of("𠮷野").grams());
    assertEquals(true, Sought.of(" \n").isNothing());
  }
}
