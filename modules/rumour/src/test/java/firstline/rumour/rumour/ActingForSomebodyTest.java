package firstline.rumour.rumour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.openwork.OpenWorkContribution.Successor;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty.Grant;
import firstline.persistence.right.OfficerOnDuty.StandIn;
import firstline.rumour.RumourRights;
import firstline.rumour.TestOffice;
import firstline.testkit.clock.MutableClock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActingForSomebodyTest {
  private static final MutableClock CLOCK = MutableClock.at("2026-11-25T02:00:00Z");

  @Test
  @Requirement("R123.1")
  void theHistorySaysForWhomAndTheActorBearsTheOwnName() {
    var office = TestOffice.found(TestDatabase.owner(), "954000000000");
    var sun = office.desk("孙", RumourRights.READ).officer();
    var absent =
        new StandIn(
            UUID.randomUUID(), "李四", List.of(new Grant(RumourRights.VERIFY, office.city() + "/")));
    var desk = new Desk();
    desk.seat(sun.standingIn(List.of(absent)));
    desk.begin(RumourRights.VERIFY);
    assertEquals("孙", Actor.of(desk).name());
    assertEquals("孙（代李四）", Actor.of(desk).inHistory());

    var rumour = office.rebuttal("AF-1", "DRAFT", office.desk("赵", RumourRights.DRAFT));
    var sql = TestDatabase.sql();
    sql.update("update rumour set owner_id = ?, owner_name = '孙' where id = ?", sun.id(), rumour);
    var open = new OpenRumours(sql, desk, CLOCK);
    var to = new Successor(sun.id(), sun.name(), sun.departmentId(), sun.departmentName());
    open.pass(open.open(sun.id()).get(0), sun.id(), to, "事由");
    assertEquals(
        List.of("孙（代李四） 孙"),
        sql.list(
            """
            select s.officer_name || ' ' || m.owner_name from rumour_step s
              join rumour m on m.id = s.rumour_id where m.id = ?
            """,
            row -> row.text(1),
            rumour));
  }
}
