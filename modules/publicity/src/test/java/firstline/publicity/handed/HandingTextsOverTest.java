package firstline.publicity.handed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.publicity.PublicityRights;
import firstline.publicity.material.Kind;
import firstline.testkit.clock.MutableClock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A typical case of the market department comes to a county's designers. */
class HandingTextsOverTest {
  private static final Sql SQL = TestDatabase.keptOwner();
  private static final String COUNTY = "964107000000";
  private final String number = "罚" + UUID.randomUUID();
  private final KeepHanded keep =
      new KeepHanded(SQL, MutableClock.at(Instant.parse("2026-11-26T01:30:00Z")));

  private static Desk desk(String path) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            UUID.randomUUID(),
            "designer",
            "设计",
            UUID.randomUUID(),
            "宣传部",
            "Publicity",
            COUNTY,
            "县",
            "zh",
            List.of(
                new OfficerOnDuty.Grant(PublicityRights.DRAFT, path),
                new OfficerOnDuty.Grant(PublicityRights.READ, path)),
            null));
    desk.begin(PublicityRights.DRAFT);
    return desk;
  }

  private void hand(String title) {
    SQL.update(
        """
        insert into area (code, parent, level, name, path) values (?, null, 'COUNTY', '县', ?)
        on conflict do nothing
        """,
        COUNTY,
        COUNTY + "/");
    keep.keep(
        new KeepHanded.Command(number, COUNTY, title, "某药店被罚。", "0".repeat(64), Kind.SLOGAN, "zh"));
  }

  private List<MakeOfHanded.Line> waiting(String path) {
    return new MakeOfHanded(SQL, desk(path))
        .list().stream().filter(one -> one.number().equals(number)).toList();
  }

  @Test
  @Requirement("R94.11")
  void itWaitsOnceInItsAreaAndEndsWithItsCase() {
    hand("药店被罚");
    hand("另一个标题");
    assertEquals(
        List.of("药店被罚"), waiting(COUNTY + "/").stream().map(MakeOfHanded.Line::title).toList());
    assertTrue(waiting(COUNTY + "/").get(0).isWaiting());
    assertEquals(List.of(), waiting("990000000000/"));
    assertThrows(NotFound.class, () -> new MakeOfHanded(SQL, desk("990000000000/")).make(number));
    keep.end(number, "公示已结束");
    assertFalse(waiting(COUNTY + "/").get(0).isWaiting());
    var refused =
        assertThrows(Refusal.class, () -> new MakeOfHanded(SQL, desk(COUNTY + "/")).make(number));
    assertEquals("handed.over", refused.code());
  }
}
