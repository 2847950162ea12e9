package firstline.market.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shops are drawn from the register, and the lists that ask them are changed. */
class DrawingInspectionsTest {
  private static final Sql SQL = TestDatabase.kept();

  @TempDir private Path files;

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-03-02T02:00:00Z"));

  private Field field(String digits, int officers) {
    return Field.found(digits, officers, clock, files);
  }

  private static String refused(Runnable work) {
    return assertThrows(Refusal.class, work::run).code();
  }

  @Test
  @Requirement({"R90.4", "R90.6"})
  void aDrawIsKeptAndRepeatedAndItsPairGoes() {
    var field = field("953414", 4);
    for (var i = 0; i < 20; i++) {
      field.register(i, GoodsGroup.MASKS, i < 10 ? Risk.HIGH : Risk.LOW);
    }
    var barred = field.register(0, GoodsGroup.MASKS, Risk.HIGH);
    field.run(
        sql -> {
          new RegisterOperator(sql, field.clerk(), clock)
              .bar(new RegisterOperator.Bar(barred, field.officers().get(0), "近亲属经营"));
          return true;
        });
    var shares = Map.of(GoodsGroup.MASKS, Map.of(Risk.HIGH, 100, Risk.LOW, 20));
    var command = new DrawInspections.Command(field.county(), "口罩抽查", shares, 30);
    var draw =
        field.run(
            sql -> new DrawInspections(sql, field.clerk(), clock, () -> 20200205L).draw(command));
    var picks = field.queries().ofDraw(draw);
    assertEquals(12, picks.size());
    assertTrue(picks.stream().allMatch(one -> one.kind() == InspectionKind.DOUBLE_RANDOM));
    var repeated =
        new DrawInspections(SQL, field.desk(UUID.randomUUID(), "market.read"), clock, () -> 0L)
            .repeat(draw);
    assertEquals(new DrawInspections.Repeated(true, true, 12), repeated);
    var one =
        picks.stream()
            .filter(pick -> field.queries().one(pick.id()).operator().equals(barred))
            .findFirst()
            .orElseThrow();
    var drawn =
        field.queries().qualified(one.id()).stream()
            .filter(InspectionQueries.Person::drawn)
            .map(InspectionQueries.Person::id)
            .toList();
    assertEquals(2, drawn.size());
    assertFalse(drawn.contains(field.officers().get(0)));
    var others = new ArrayList<>(field.officers());
    others.removeAll(drawn);
    assertEquals(
        "inspection.drawn",
        refused(() -> field.head(one.id(), InspectionAction.ASSIGN, others, "", "")));
    assertEquals(
        "inspection.gate.barred",
        refused(() -> field.head(one.id(), InspectionAction.ASSIGN, others, "", "抽中人员隔离")));
    field.head(one.id(), InspectionAction.ASSIGN, drawn, "", "");
    assertEquals(InspectionState.ASSIGNED, field.state(one.id()));
    // Those of ten days ago are spared; eight of low risk are left, of whom a fifth are two.
    clock.set(clock.instant().plusSeconds(10 * 86_400));
    var next =
        field.run(sql -> new DrawInspections(sql, field.clerk(), clock, () -> 7L).draw(command));
    var both = new HashSet<>(picks.stream().map(InspectionQueries.Line::operatorName).toList());
    var later = field.queries().ofDraw(next);
    assertEquals(2, later.size());
    assertTrue(later.stream().noneMatch(pick -> both.contains(pick.operatorName())));
    // Somebody who reaches the database and changes whom it drew is found out.
    TestDatabase.owner()
        .update(
            "update inspection_draw set list = replace(list, 'share MASKS-LOW 20', 'share MASKS-LOW"
                + " 30') where id = ?",
            next);
    assertEquals(
        new DrawInspections.Repeated(false, false, 2),
        new DrawInspections(SQL, field.desk(UUID.randomUUID(), "market.read"), clock, () -> 0L)
            .repeat(next));
  }

  @Test
  @Requirement({"R90.4", "R90.6"})
  void whereNoPairMayGoNothingIsDrawn() {
    var field = field("953415", 2);
    var shop = field.register(1, GoodsGroup.FOOD, Risk.HIGH);
    field.run(
        sql -> {
          new RegisterOperator(sql, field.clerk(), clock)
              .bar(new RegisterOperator.Bar(shop, field.officers().get(1), "曾任职"));
          return true;
        });
    var command =
        new DrawInspections.Command(
            field.county(), "抽查", Map.of(GoodsGroup.FOOD, Map.of(Risk.HIGH, 50)), 0);
    var refusal =
        assertThrows(
            Refusal.class,
            () ->
                field.run(
                    sql -> new DrawInspections(sql, field.clerk(), clock, () -> 1L).draw(command)));
    assertEquals("draw.pair 康民1店", refusal.code() + " " + refusal.arguments().get(0));
    var draws =
        SQL.list(
            "select number from inspection_draw where area_code = ?",
            row -> row.text(1),
            field.county());
    assertEquals(List.of(), draws);
  }

  @Test
  @Requirement("R90.13")
  void aChangedChecklistIsForThoseThatArePlannedLater() {
    var field = field("953417", 2);
    var before = field.target(1, GoodsGroup.WILDLIFE);
    var old = field.queries().one(before);
    var desk = field.desk(UUID.randomUUID(), "market.head");
    var seen = old.checklistVersion();
    for (var bad : List.of("", "only one part", "a | b | c |", "x | y | z | " + "w".repeat(201))) {
      assertTrue(
          refused(
                  () ->
                      field.run(
                          sql ->
                              new ChangeChecklist(sql, desk, clock)
                                  .change(
                                      new ChangeChecklist.Command(GoodsGroup.WILDLIFE, seen, bad))))
              .startsWith("checklist.line"));
    }
    var text = "未见野味 | No game was seen | 《野生动物保护法》第二十七条 | Wildlife Protection Law, art. 27";
    var next =
        field.run(
            sql ->
                new ChangeChecklist(sql, desk, clock)
                    .change(new ChangeChecklist.Command(GoodsGroup.WILDLIFE, seen, text)));
    assertEquals(seen + 1, (int) next);
    assertThrows(
        Conflict.class,
        () ->
            field.run(
                sql ->
                    new ChangeChecklist(sql, desk, clock)
                        .change(new ChangeChecklist.Command(GoodsGroup.WILDLIFE, seen, text))));
    var after = field.queries().one(field.target(2, GoodsGroup.WILDLIFE));
    assertEquals(seen + 1, after.checklistVersion());
    assertEquals(1, field.visits().items(after.checklist()).size());
    assertEquals(seen, field.queries().one(before).checklistVersion());
    assertEquals(6, field.visits().items(old.checklist()).size());
  }
}
