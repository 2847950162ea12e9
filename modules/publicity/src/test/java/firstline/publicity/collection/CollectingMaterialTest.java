package firstline.publicity.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.publicity.PublicityRights;
import firstline.publicity.catalogue.SomeMaterial;
import firstline.publicity.rendition.Cover;
import firstline.testkit.clock.MutableClock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CollectingMaterialTest {
  private static final UUID DEPARTMENT = UUID.fromString("00000000-0000-7000-8000-0000000c0001");

  private final Sql sql = TestDatabase.keptOwner();
  private final MutableClock clock = MutableClock.at(SomeMaterial.NOW);

  @BeforeEach
  void house() {
    SomeMaterial.house(sql);
  }

  @AfterEach
  void clear() {
    sql.update("delete from collection where area_code like '9948%'");
    SomeMaterial.clear(sql);
  }

  private Desk officer(String area) {
    var path = area.equals(SomeMaterial.CITY) ? area + "/" : SomeMaterial.CITY + "/" + area + "/";
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            UUID.randomUUID(),
            "designer",
            "罗晓燕",
            DEPARTMENT,
            "宣传部",
            "Publicity",
            area,
            "县",
            "zh",
            List.of(
                new OfficerOnDuty.Grant(PublicityRights.DRAFT, path),
                new OfficerOnDuty.Grant(PublicityRights.READ, path)),
            null));
    desk.begin(PublicityRights.DRAFT);
    return desk;
  }

  private KeepCollection keep(String area) {
    return new KeepCollection(sql, officer(area), clock);
  }

  private CollectionQueries seen(String area) {
    return new CollectionQueries(sql, officer(area), new Cover(sql), clock);
  }

  private UUID material(String area, String state, String title) {
    return SomeMaterial.put(sql, area, state, title, "词", null);
  }

  private static KeepCollection.Pick pick(@Nullable UUID into, String title, UUID... materials) {
    return new KeepCollection.Pick(into, title, List.of(materials));
  }

  private static void refused(String code, Runnable work) {
    assertEquals(code, assertThrows(Refusal.class, work::run).code());
  }

  @Test
  @Requirement("R74.3")
  void whatMayBeSeenIsInItOnce() {
    var mine = material(SomeMaterial.NORTH, "DRAFT", "本县草稿");
    var theirs = material(SomeMaterial.SOUTH, "DRAFT", "邻县草稿");
    var out = material(SomeMaterial.SOUTH, "PUBLISHED", "邻县已发布");
    var keep = keep(SomeMaterial.NORTH);
    var id = keep.pick(pick(null, " 返乡包 ", mine, theirs, out));
    keep.pick(pick(id, "", out, mine));
    assertEquals(
        List.of("本县草稿", "邻县已发布"),
        seen(SomeMaterial.NORTH).entries(id).stream()
            .map(CollectionQueries.Entry::title)
            .sorted()
            .toList());
    assertEquals(2, seen(SomeMaterial.NORTH).list(Cursor.START).rows().get(0).count());
    assertEquals("返乡包", seen(SomeMaterial.CITY).one(id).title(), "those above see it");
    assertThrows(NotFound.class, () -> seen(SomeMaterial.SOUTH).one(id));
    assertEquals(List.of(), seen(SomeMaterial.SOUTH).entries(id));
  }

  @Test
  @Requirement("R74.3")
  void nothingEmptyNamelessTwiceOrEndless() {
    var one = material(SomeMaterial.NORTH, "DRAFT", "标语");
    var keep = keep(SomeMaterial.NORTH);
    refused("collection.none", () -> keep.pick(pick(null, "空包")));
    refused("collection.title", () -> keep.pick(pick(null, "  ", one)));
    refused("collection.title", () -> keep.pick(pick(null, "长".repeat(101), one)));
    keep.pick(pick(null, "防火包", one));
    refused("collection.taken", () -> keep.pick(pick(null, "防火包", one)));
    var many =
        IntStream.rangeClosed(0, KeepCollection.MOST)
            .mapToObj(i -> material(SomeMaterial.NORTH, "DRAFT", "标语" + i))
            .toArray(UUID[]::new);
    refused("collection.many", () -> keep.pick(pick(null, "大包", many)));
  }

  @Test
  @Requirement("R74.4")
  void itIsKeptInOrderByEditorsOfItsArea() {
    var first = material(SomeMaterial.NORTH, "PUBLISHED", "第一");
    var second = material(SomeMaterial.NORTH, "PUBLISHED", "第二");
    var keep = keep(SomeMaterial.NORTH);
    var id = keep.pick(pick(null, "防火包", first, second));
    keep.edit(new KeepCollection.Edit(id, 1, "清明包", "四月用"));
    assertThrows(Conflict.class, () -> keep.edit(new KeepCollection.Edit(id, 1, "端午包", "")));
    refused(
        "collection.note",
        () -> keep.edit(new KeepCollection.Edit(id, 2, "清明包", "长".repeat(1_001))));
    var other = keep.pick(pick(null, "端午包", first));
    refused("collection.taken", () -> keep.edit(new KeepCollection.Edit(other, 1, "清明包", "")));
    keep.leave(new KeepCollection.Leave(id, first));
    assertEquals(1, seen(SomeMaterial.NORTH).entries(id).size());
    var stranger = keep(SomeMaterial.SOUTH);
    assertThrows(NotFound.class, () -> stranger.pick(pick(id, "", first)));
    assertThrows(NotFound.class, () -> stranger.drop(id));
    keep.drop(id);
    assertThrows(NotFound.class, () -> seen(SomeMaterial.NORTH).one(id));
  }

  @Test
  @Requirement("R118.3")
  void everyCollectionStandsOnOnePageForwardsAndBackwards() {
    for (var number = 0; number < 120; number++) {
      sql.update(
          """
          insert into collection (id, version, area_code, department_id, department_name, title,
            note, officer_name, made_at, changed_at)
          values (gen_random_uuid(), 1, ?, ?, '宣传部', ?, '', '罗', now(), ?)
          """,
          SomeMaterial.NORTH,
          DEPARTMENT,
          "集" + number,
          SomeMaterial.NOW.minusSeconds(number / 3));
    }
    var queries = seen(SomeMaterial.NORTH);
    var first = queries.list(Cursor.START);
    var second = queries.list(Cursor.read(first.after(), ""));
    var third = queries.list(Cursor.read(second.after(), ""));
    var titles =
        Stream.of(first, second, third)
            .flatMap(page -> page.rows().stream())
            .map(CollectionQueries.Line::title)
            .toList();
    assertEquals(120, titles.size());
    assertEquals(120, Set.copyOf(titles).size());
    assertEquals(
        List.of(50, 50, 20), Stream.of(first, second, third).map(p -> p.rows().size()).toList());
    assertEquals("", first.before() + third.after());
    assertEquals(second, queries.list(Cursor.read("", third.before())));
    assertEquals(120, queries.choices().size());
    assertEquals(List.of(), seen(SomeMaterial.SOUTH).list(Cursor.START).rows());
  }
}
