package firstline.rumour.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.digest.Sha256;
import firstline.persistence.requirement.Requirement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchingOpenRumoursTest {
  private static final String DAM = "听说青石水库大坝今晚要泄洪，下游三个镇连夜撤离";

  @TempDir private Path folder;
  private Sql sql;
  private MatchIndex index;
  private Matching matching;

  @BeforeEach
  void opened() {
    sql = TestDatabase.owner();
    SomethingPublished.house(sql);
    index = new MatchIndex(TestDatabase.sql(), folder, false);
    matching = new Matching(index, new OpenIndex(TestDatabase.sql()));
  }

  @AfterEach
  void closed() {
    index.close();
    sql.update("update rumour set state = 'ARCHIVED' where state = 'OPEN'");
  }

  private UUID open(String title, String... wordings) {
    var id = UUID.randomUUID();
    sql.update(
        """
        insert into rumour (id, version, area_code, department_id, department_name, number, title,
          state, imported, changed_at, opened_at)
        values (?, 1, '980000000000', '00000000-0000-7000-8000-00000000aaaa', '测', ?, ?,
          'OPEN', false, now(), now())
        """,
        id,
        "R-" + id,
        title);
    met(id, wordings);
    return id;
  }

  private void met(UUID rumour, String... wordings) {
    var lines = new ArrayList<Object[]>();
    for (var wording : wordings) {
      lines.add(new Object[] {UUID.randomUUID(), rumour, Sha256.of(wording), wording});
    }
    sql.batch(
        """
        insert into rumour_wording (id, rumour_id, hash, text, area_code, first_seen, last_seen,
          count) values (?, ?, ?, ?, '980000000000', now(), now(), 1)
        """,
        lines);
  }

  @Test
  @Requirement("R7.9")
  void theSecondReportOfAnUnansweredRumourIsSurelyItsReport() {
    assertTrue(matching.open(DAM, 3).isEmpty());
    var rumour = open("水库泄洪", DAM);
    var match = matching.open("【紧急】" + DAM + "！！转发", 3).get(0);
    assertEquals(rumour, match.rumour());
    assertEquals("水库泄洪", match.title());
    assertTrue(match.sure());
    assertTrue(match.shared().stream().anyMatch(piece -> piece.contains("青石水库")));
  }

  @Test
  @Requirement("R7.9")
  void aRumourIsFoundByAWordingThatWasMetLater() {
    var rumour = open("水库泄洪", DAM);
    var other = "青石大坝撑不住了，镇上的人都在往山上跑";
    assertFalse(matching.open(other, 3).stream().anyMatch(Matching.OpenMatch::sure));
    met(rumour, other);
    assertTrue(matching.open(other, 3).get(0).sure());
    sql.update("delete from rumour_wording where rumour_id = ? and text = ?", rumour, other);
    assertFalse(matching.open(other, 3).stream().anyMatch(Matching.OpenMatch::sure));
  }

  @Test
  @Requirement("R7.9")
  void aRumourThatWasAnsweredOrMergedWaitsNoLonger() {
    var rumour = open("水库泄洪", DAM);
    assertEquals(1, matching.open(DAM, 3).size());
    sql.update("update rumour set state = 'REBUTTED' where id = ?", rumour);
    assertTrue(matching.open(DAM, 3).isEmpty());
    sql.update("update rumour set state = 'OPEN' where id = ?", rumour);
    assertEquals(1, matching.open(DAM, 3).size());
  }

  @Test
  @Requirement("R7.9")
  void aShortReportOrAnotherNumberIsNotSure() {
    open("停水", "停水了", "本市明天起停水 7 天，请大家赶快储水备用");
    assertFalse(matching.open("停水了", 3).stream().anyMatch(Matching.OpenMatch::sure));
    var other = matching.open("本市明天起停水 15 天，请大家赶快储水备用", 3);
    assertFalse(other.isEmpty());
    assertFalse(other.get(0).sure());
  }
}
