package firstline.market.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.market.operator.Operators;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty.Grant;
import firstline.persistence.right.OfficerOnDuty.StandIn;
import firstline.testkit.clock.MutableClock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActingForSomebodyTest {
  private final MutableClock clock = MutableClock.at("2026-11-24T02:00:00Z");

  private static Desk deputy(firstline.market.Bureau bureau, String right) {
    var grant = new Grant(right, bureau.county() + "/");
    var desk = new Desk();
    desk.seat(
        bureau
            .desk()
            .officer()
            .standingIn(List.of(new StandIn(UUID.randomUUID(), "李四", List.of(grant)))));
    desk.begin(right);
    return desk;
  }

  @Test
  @Requirement("R123.1")
  void aCaseIsFiledForSomebodyAndSignedByWhoDidIt() {
    var bureau = firstline.market.Bureau.found(TestDatabase.sql(), "959781");
    var id =
        TestDatabase.inTransaction(
            sql ->
                new FileCase(sql, deputy(bureau, "market.intake"), clock)
                    .file(
                        new FileCase.Command(
                            bureau.county(),
                            new Operators.Party("康民药摊", true, "", "南街1号", ""),
                            "",
                            Matter.GOUGING,
                            "口罩涨价",
                            "群众反映",
                            false,
                            false)));
    var one =
        TestDatabase.sql()
            .one(
                """
                select c.filed_name, e.officer_name from market_case c
                  join case_event e on e.case_id = c.id where c.id = ?
                """,
                row -> List.of(row.text(1), row.text(2)),
                id);
    assertEquals("贺建军", one.get(0));
    assertEquals("贺建军（代李四）", one.get(1));
  }
}
