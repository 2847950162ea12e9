package firstline.market.casefile;

import static firstline.market.MarketRights.HANDLE;
import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.READ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.Bureau;
import firstline.market.complaint.LettersForTests;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.words.KeyWords;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhereALeadWentTest {
  private static CaseTrail trail(Bureau bureau, Desk desk) {
    return new CaseTrail(bureau.sql(), desk, new KeyWords());
  }

  /** The trail shows a letter to nobody whom its own page refuses. */
  @Test
  @Requirement("R107.1")
  void aLeadStandsThereForThoseWhoMayOpenIt() {
    var bureau = Bureau.found(TestDatabase.sql(), "953097");
    var id =
        LettersForTests.letter(
            bureau.county(),
            bureau.department(),
            "TIPOFF",
            "VERIFYING",
            "申屠某",
            Instant.parse("2026-03-02T02:00:00Z"));
    var number = "T-" + id;
    var path = bureau.county() + "/";
    var own = trail(bureau, bureau.desk(READ, HANDLE)).stop(number);
    assertEquals("LEAD", own.orElseThrow().kind());
    assertTrue(!own.toString().contains("申屠"), "never who sent it");
    var other = bureau.desk(bureau.other(), path, READ, HANDLE);
    assertTrue(trail(bureau, other).stop(number).isEmpty(), "another department's");
    var head = bureau.desk(bureau.other(), path, READ, HANDLE, HEAD);
    assertTrue(trail(bureau, head).stop(number).isPresent(), "who decides sees the county's");
    assertTrue(trail(bureau, bureau.desk()).stop(number).isEmpty(), "no right, nothing");
    assertEquals(List.of(), trail(bureau, bureau.desk()).after(List.of(number)));
  }
}
