package firstline.console.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.console.kept.KeepListView.Change;
import firstline.console.kept.KeepListView.Command;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import firstline.testkit.clock.MutableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Views of a list, one's own and the department's. */
class KeepingViewsTest {
  private static final String AREA = "967300000000";
  private static final String CLAIMS = "/console/rumour/claims";
  private final MutableClock clock = MutableClock.at(Instant.parse("2026-03-01T01:00:00Z"));
  private final UUID bureau = department();
  private final Desk li = officer("李", bureau);
  private final Desk wang = officer("王", bureau);
  private final Desk stranger = officer("赵", department());

  @BeforeAll
  static void aCity() {
    TestDatabase.owner()
        .update(
            "insert into area (code, level, name, path) values (?, 'CITY', '视图市', ?)",
            AREA,
            AREA + "/");
  }

  private static UUID department() {
    var id = UUID.randomUUID();
    TestDatabase.owner()
        .update(
            "insert into department (id, version, code, name, area_code) values (?, 1, ?, '局', ?)",
            id,
            id.toString(),
            AREA);
    return id;
  }

  private static Desk officer(String name, UUID department) {
    var id = UUID.randomUUID();
    TestDatabase.owner()
        .update(
            """
            insert into officer (id, version, username, name, department_id, area_code, created_at)
            values (?, 1, ?, ?, ?, ?, now())
            """,
            id,
            id.toString(),
            name,
            department,
            AREA);
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            id, id.toString(), name, department, "局", "", AREA, "视图市", "zh", List.of(), null));
    desk.begin(Rights.SIGNED_IN);
    return desk;
  }

  private KeepListView keep(Desk desk) {
    return new KeepListView(TestDatabase.sql(), desk, clock);
  }

  private static List<ListViews.View> views(Desk desk) {
    return new ListViews(TestDatabase.sql(), desk).of(CLAIMS);
  }

  private static Map<String, String> first(Desk desk) {
    return new ListViews(TestDatabase.sql(), desk).first();
  }

  private static Command waiting(String query, boolean shared, boolean first) {
    return new Command(CLAIMS, "待处理", query, shared, first);
  }

  @Test
  @Requirement("R105.1")
  void aViewKeepsTheFiltersAndNotThePlace() {
    keep(li)
        .keep(waiting("q=%E5%8F%A3&state=RECEIVED&after=abc&open=1&lang=en&from=", false, false));
    var view = views(li).get(0);
    assertEquals(CLAIMS + "?q=%E5%8F%A3&state=RECEIVED&from=", view.href());
    assertTrue(view.own());
    keep(li).keep(waiting("state=JOINED", false, false));
    assertEquals(
        List.of(CLAIMS + "?state=JOINED"), views(li).stream().map(ListViews.View::href).toList());
    assertEquals(List.of(), views(wang));
    assertEquals(List.of(), new ListViews(TestDatabase.sql(), li).of("/console/rumour/rumours"));
  }

  @Test
  @Requirement("R105.1")
  void aSharedViewIsTheDepartmentsAndNobodyElses() {
    keep(li).keep(waiting("state=RECEIVED", true, false));
    assertEquals(List.of("李"), views(wang).stream().map(ListViews.View::owner).toList());
    assertEquals(List.of(), views(stranger));
  }

  @Test
  @Requirement("R105.2")
  void onlyTheOwnerChangesAView() {
    var id = keep(li).keep(waiting("state=RECEIVED", true, false));
    assertThrows(NotFound.class, () -> keep(wang).change(new Change(id, "我的", true)));
    assertThrows(NotFound.class, () -> keep(wang).forget(id));
    keep(li).keep(new Command(CLAIMS, "另一个", "", false, false));
    assertEquals(
        "view.name-taken",
        assertThrows(Refusal.class, () -> keep(li).change(new Change(id, "另一个", true))).code());
    keep(li).change(new Change(id, "今日待处理", false));
    assertEquals(List.of(), views(wang));
    assertTrue(views(li).stream().anyMatch(view -> view.name().equals("今日待处理") && !view.shared()));
    keep(li).forget(id);
    assertEquals(List.of("另一个"), views(li).stream().map(ListViews.View::name).toList());
  }

  @Test
  @Requirement("R105.3")
  void theRailOpensTheListWithTheFirstView() {
    var id = keep(li).keep(waiting("state=RECEIVED", true, true));
    assertEquals(Map.of(CLAIMS, CLAIMS + "?state=RECEIVED"), first(li));
    assertEquals(Map.of(), first(wang));
    keep(wang).first(id);
    assertEquals(Map.of(CLAIMS, CLAIMS + "?state=RECEIVED"), first(wang));
    assertThrows(NotFound.class, () -> keep(stranger).first(id));
    keep(li).change(new Change(id, "待处理", false));
    assertEquals(Map.of(), first(wang));
    keep(li).plain(CLAIMS);
    assertEquals(Map.of(), first(li));
    keep(li).first(id);
    keep(li).forget(id);
    assertEquals(Map.of(), first(li));
  }

  @Test
  @Requirement("R105.1")
  void thirtyViewsOfAListAreEnough() {
    for (var n = 0; n < 30; n++) {
      keep(li).keep(new Command(CLAIMS, "视图" + n, "", false, false));
    }
    assertEquals(
        "view.too-many",
        assertThrows(Refusal.class, () -> keep(li).keep(waiting("", false, false))).code());
    keep(li).keep(new Command(CLAIMS, "视图7", "state=JOINED", false, false));
    assertEquals(30, views(li).size());
  }

  @Test
  @Requirement("R105.4")
  void aResetShowsAllColumnsOfThatListAgain() {
    var kept = new KeptViews(TestDatabase.sql(), li);
    kept.keep(new KeptViews.Command("columns.rumour.claims", "4 -3"));
    kept.keep(new KeptViews.Command("columns.market.cases", "3 -2"));
    kept.keep(new KeptViews.Command("density", "compact"));
    kept.reset("rumour.claims");
    assertEquals("", kept.arrangement("rumour.claims").written());
    assertEquals("3 -2", kept.arrangement("market.cases").written());
    assertEquals(Map.of(), kept.screen(li.officer().id()));
  }
}
