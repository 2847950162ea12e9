package firstline.persistence.right;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.OfficerOnDuty.Grant;
import firstline.persistence.right.OfficerOnDuty.StandIn;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NamesInHistoriesTest {
  private static final String COUNTY = "51/5102/";

  private static OfficerOnDuty officer(String name, List<Grant> grants, StandIn... absent) {
    return new OfficerOnDuty(
            UUID.randomUUID(),
            name,
            name,
            UUID.randomUUID(),
            "局",
            "",
            "5102",
            "乙",
            "zh",
            grants,
            null)
        .standingIn(List.of(absent));
  }

  private static StandIn absent(String name, String right) {
    return new StandIn(UUID.randomUUID(), name, List.of(new Grant(right, COUNTY)));
  }

  private static String inHistory(OfficerOnDuty officer, String right) {
    var desk = new Desk();
    desk.seat(officer);
    desk.begin(right);
    return desk.nameInHistory();
  }

  @Test
  @Requirement("R123.1")
  void whoStandsInIsNamedWithForWhomByTheRightThatRuns() {
    var own = List.of(new Grant("market.read", COUNTY));
    var zhang = officer("张三", own, absent("李四", "market.case"), absent("王五", "market.case"));
    assertEquals("张三（代李四、王五）", inHistory(zhang, "market.case"));
    assertEquals("张三", inHistory(zhang, "market.read"), "an own right");
    assertEquals("张三", zhang.name(), "what is signed bears the own name");
    var reaching =
        officer("张三", List.of(new Grant("market.case", "51/")), absent("李四", "market.case"));
    assertEquals("张三", inHistory(reaching, "market.case"), "the own right reaches as far");
  }

  @Test
  @Requirement("R123.1")
  void anotherForWhomTheServerWorksHasTheirOwnName() {
    var zhang = officer("张三", List.of(), absent("李四", "market.case"));
    var desk = new Desk();
    desk.seat(officer("赵六", List.of()));
    desk.begin("market.case");
    assertEquals("张三", desk.nameInHistory(zhang));
    assertEquals("赵六", desk.nameInHistory());
    assertEquals("张三", new Desk().nameInHistory(zhang), "nobody sits there");
  }

  @Test
  @Requirement("R123.2")
  void whatIsKeptIsTakenApartAgain() {
    for (var kept : List.of("张三", "张三（代李四）", "Zhang San（代Li Si、Wang Wu）", "", "（代")) {
      assertEquals(kept, HistoryName.of(kept).kept());
    }
    assertEquals(List.of("李四", "王五"), HistoryName.of("张三（代李四、王五）").absent());
    assertEquals(List.of(), HistoryName.of("张三").absent());
  }
}
