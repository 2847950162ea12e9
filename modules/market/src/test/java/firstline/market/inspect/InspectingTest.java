package firstline.market.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.casefile.Matter;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pharmacies are inspected for the price of masks. */
class InspectingTest {
  private static final Sql SQL = TestDatabase.kept();

  @TempDir private Path files;

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-03-02T02:00:00Z"));

  private Field field(String digits, int officers) {
    return Field.found(digits, officers, clock, files);
  }

  private static byte[] jpeg(int number) {
    var picture = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (var i = 0; i < 16; i++) {
      picture.setRGB(i, i, new Color(number & 0xFF, number >> 8 & 0xFF, i * 15).getRGB());
      picture.setRGB(i, number % 16, Color.WHITE.getRGB());
    }
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static List<Field.Shot> shots(int number, int photos) {
    var shots = new ArrayList<Field.Shot>();
    for (var i = 0; i < photos; i++) {
      shots.add(new Field.Shot(UUID.randomUUID(), "PHOTO", jpeg(number * 31 + i)));
    }
    shots.add(new Field.Shot(UUID.randomUUID(), "PARTY", jpeg(1)));
    shots.add(new Field.Shot(UUID.randomUUID(), "OFFICER", jpeg(2)));
    return shots;
  }

  private static String refused(Runnable work) {
    return assertThrows(Refusal.class, work::run).code();
  }

  private static JsonObject with(JsonObject visit, String name, String value) {
    return Json.createObjectBuilder(visit).add(name, value).build();
  }

  private List<String> terms(UUID id) {
    return SQL.list(
        "select rule || ' ' || state || ' ' || due from term where record_id = ? order by"
            + " begun_at",
        row -> row.text(1),
        id);
  }

  @Test
  @Requirement({"R90.5", "R90.6", "R90.7", "R90.9", "R90.11", "R90.12"})
  void oneWalksFromItsPlanOverACorrectionToACase() {
    var field = field("953410", 3);
    var id = field.target(1, GoodsGroup.MASKS);
    assertEquals(
        "inspection.gate.officers", refused(() -> field.head(id, InspectionAction.ASSIGN)));
    assertEquals(
        "inspection.step.CONFIRM", refused(() -> field.head(id, InspectionAction.CONFIRM)));
    field.assign(id);
    var shots = shots(1, 2);
    var visit = UUID.randomUUID();
    var told = field.visit(id, 7, shots);
    assertEquals(
        "inspection.signature", refused(() -> field.tell(visit, with(told, "present", ""))));
    field.tell(visit, told);
    assertEquals(InspectionState.SUBMITTED, field.state(id));
    assertEquals(List.of("lead.verify OPEN 2026-03-23"), terms(id));
    assertEquals(
        "inspection.gate.pictures", refused(() -> field.head(id, InspectionAction.CONFIRM)));
    shots.forEach(shot -> field.bring(shot.id(), shot.bytes()));
    assertEquals(List.of(), field.missing(visit));
    field.head(id, InspectionAction.CONFIRM);
    assertEquals(
        "inspection.gate.findings", refused(() -> field.head(id, InspectionAction.FIND_NOTHING)));
    for (var day : List.of("2026-03-02", "1900-01-01", "9999-12-31", "soon", "")) {
      assertEquals(
          "inspection.due",
          refused(() -> field.head(id, InspectionAction.ORDER_CORRECTION, List.of(), day, "补齐价签")));
    }
    field.head(id, InspectionAction.ORDER_CORRECTION, List.of(), "2026-03-09", "补齐价签");
    assertTrue(field.queries().one(id).orderNumber().matches("川市监责改〔2026〕\\d{4}号"));
    assertEquals(List.of("lead.verify MET 2026-03-23"), terms(id));
    clock.set(Instant.parse("2026-03-09T02:00:00Z"));
    var again = shots(2, 1);
    field.tell(UUID.randomUUID(), field.visit(id, 7, again));
    assertEquals(InspectionState.RECHECK, field.state(id));
    again.forEach(shot -> field.bring(shot.id(), shot.bytes()));
    assertEquals(
        "inspection.gate.findings", refused(() -> field.head(id, InspectionAction.FIND_CORRECTED)));
    var filed =
        field.run(
            sql ->
                field
                    .handOver(sql)
                    .toCase(
                        new HandOver.ToCase(
                            id, field.version(id), Matter.PRICE_MARKING, "口罩未标价", false, false)));
    var view = field.queries().one(id);
    assertEquals(InspectionState.CASE, view.line().state());
    assertEquals(filed, view.caseId());
    var source =
        SQL.one(
            "select source || ' ' || facts from market_case where id = ?",
            row -> row.text(1),
            filed);
    assertTrue(source.startsWith(view.line().number() + " 不符合：口罩明码标价"), source);
    assertEquals(2, field.visits().visits(id).size());
    assertEquals("TO_CASE", field.queries().events(id).get(0).action());
    assertEquals(
        "inspection.step.TO_LEAD",
        refused(
            () ->
                field.run(
                    sql ->
                        field
                            .handOver(sql)
                            .toLead(new HandOver.ToLead(id, field.version(id), "")))));
  }

  @Test
  @Requirement({"R90.11", "R90.12"})
  void whatIsFoundCanBecomeALeadThatNobodyReported() {
    var field = field("953411", 2);
    var id = field.target(1, GoodsGroup.FOOD);
    field.assign(id);
    var shots = shots(3, 0);
    field.tell(UUID.randomUUID(), field.visit(id, 4, shots));
    shots.forEach(shot -> field.bring(shot.id(), shot.bytes()));
    field.head(id, InspectionAction.CONFIRM);
    var lead =
        field.run(
            sql -> field.handOver(sql).toLead(new HandOver.ToLead(id, field.version(id), "")));
    assertEquals(lead, field.queries().one(id).lead());
    assertEquals(
        List.of("TIPOFF false"),
        SQL.list(
            "select kind || ' ' || named from complaint where id = ?", row -> row.text(1), lead));
    assertEquals(List.of("lead.verify MET 2026-03-23"), terms(id));
    assertEquals(List.of("lead.verify OPEN 2026-03-23"), terms(lead));
  }

  @Test
  @Requirement({"R90.5", "R90.9"})
  void aReturnedRecordIsToldAnewAndNothingFoundEndsIt() {
    var field = field("953412", 2);
    var id = field.target(1, GoodsGroup.PRICE);
    field.assign(id);
    field.tell(UUID.randomUUID(), field.visit(id, 1, shots(4, 1)));
    assertEquals(
        "inspection.note",
        refused(() -> field.head(id, InspectionAction.RETURN, List.of(), "", " ")));
    field.head(id, InspectionAction.RETURN);
    var shots = shots(5, 1);
    field.tell(UUID.randomUUID(), field.visit(id, 0, shots));
    assertEquals(List.of("lead.verify CANCELLED 2026-03-23"), terms(id));
    shots.forEach(shot -> field.bring(shot.id(), shot.bytes()));
    field.head(id, InspectionAction.CONFIRM);
    assertEquals(
        "inspection.gate.no-findings",
        refused(
            () ->
                field.head(id, InspectionAction.ORDER_CORRECTION, List.of(), "2026-03-09", "改正")));
    field.head(id, InspectionAction.FIND_NOTHING);
    var follow =
        field.run(
            sql ->
                new PlanInspection(sql, field.clerk(), clock)
                    .followUp(new PlanInspection.FollowUp(id, GoodsGroup.PRICE, "回头看")));
    assertEquals(id, field.queries().one(follow).before());
    assertEquals(
        "inspection.open",
        refused(
            () ->
                field.run(
                    sql ->
                        new PlanInspection(sql, field.clerk(), clock)
                            .followUp(
                                new PlanInspection.FollowUp(follow, GoodsGroup.PRICE, "回头看")))));
    assertEquals(
        List.of(follow, id),
        field
            .queries()
            .list(new InspectionQueries.Filter("", "", "康民", false), Cursor.START)
            .rows()
            .stream()
            .map(InspectionQueries.Line::id)
            .toList());
  }

  @Test
  @Requirement({"R90.7", "R90.8"})
  void badVisitsAreRefusedAndToldAgainTheyAreOne() {
    var field = field("953413", 3);
    var id = field.target(1, GoodsGroup.MASKS);
    field.assign(id);
    var shots = shots(6, 1);
    var visit = UUID.randomUUID();
    var told = field.visit(id, 0, shots);
    assertEquals("inspection.told", refused(() -> field.tell(visit, with(told, "answers", "x"))));
    assertEquals(
        "inspection.told", refused(() -> field.tell(visit, with(told, "inspection", "x"))));
    var lacking =
        Json.createObjectBuilder(told)
            .add("answers", Json.createArrayBuilder(told.getJsonArray("answers")).remove(2))
            .build();
    var open = assertThrows(Refusal.class, () -> field.tell(visit, lacking));
    assertEquals("inspection.answers 3", open.code() + " " + open.arguments().get(0));
    var future =
        Json.createObjectBuilder(told)
            .add("left", clock.instant().plusSeconds(3_600).toEpochMilli())
            .build();
    assertEquals("inspection.when", refused(() -> field.tell(visit, future)));
    var twice =
        Json.createObjectBuilder(told)
            .add(
                "pictures",
                Json.createArrayBuilder(told.getJsonArray("pictures"))
                    .add(told.getJsonArray("pictures").get(0)))
            .build();
    assertEquals("inspection.pictures", refused(() -> field.tell(visit, twice)));
    field.tell(visit, told);
    field.tell(visit, told);
    assertEquals(1, field.visits().visits(id).size());
    assertEquals(
        "inspection.told-otherwise", refused(() -> field.tell(visit, with(told, "note", "改了"))));
    assertEquals("inspection.step.SUBMIT", refused(() -> field.tell(UUID.randomUUID(), told)));
    assertEquals(
        "inspection.picture-changed", refused(() -> field.bring(shots.get(0).id(), jpeg(999))));
    assertEquals(
        "file.not-as-named", refused(() -> field.bring(shots.get(0).id(), new byte[] {1, 2, 3})));
    assertThrows(NotFound.class, () -> field.bring(UUID.randomUUID(), jpeg(1)));
    field.bring(shots.get(0).id(), shots.get(0).bytes());
    field.bring(shots.get(0).id(), shots.get(0).bytes());
    assertEquals(2, field.missing(visit).size());
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

  /** What a phone's browser keeps: it is there after every kill. */
  private static final class Phone {
    private record Waiting(UUID id, JsonObject visit, List<Field.Shot> shots) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private final HashSet<UUID> told = new HashSet<>();
    private final HashSet<UUID> came = new HashSet<>();
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Tells until the kill: before the server has it, or after it has it and before that is known.
   */
  private void tell(Field field, Phone phone, Random chance, int killAt) {
    var left = killAt;
    while (!phone.waiting.isEmpty()) {
      var next = phone.waiting.get(0);
      if (phone.told.add(next.id())) {
        if (left-- == 0) {
          phone.told.remove(next.id());
          if (chance.nextBoolean()) {
            field.tell(next.id(), next.visit());
          }
          throw new Killed();
        }
        field.tell(next.id(), next.visit());
        var missing = field.missing(next.id());
        next.shots().stream()
            .map(Field.Shot::id)
            .filter(id -> !missing.contains(id))
            .forEach(phone.came::add);
      }
      for (var shot : next.shots()) {
        if (!phone.came.contains(shot.id())) {
          if (left-- == 0) {
            if (chance.nextBoolean()) {
              field.bring(shot.id(), shot.bytes());
            }
            throw new Killed();
          }
          field.bring(shot.id(), shot.bytes());
          phone.came.add(shot.id());
        }
      }
      phone.waiting.remove(0);
    }
  }

  @Test
  @Requirement({"R90.8", "R90.10"})
  void ofTwoHundredVisitsAndAThousandPicturesNoneIsLostOrDoubledByKills() {
    var field = field("953416", 2);
    var chance = new Random(20200205);
    var phone = new Phone();
    for (var i = 0; i < 200; i++) {
      var id = field.target(i, GoodsGroup.values()[i % 5]);
      field.assign(id);
      var shots = shots(i, 3);
      phone.waiting.add(
          new Phone.Waiting(UUID.randomUUID(), field.visit(id, i % 3 == 0 ? 0 : 1, shots), shots));
    }
    var kills = 0;
    while (!phone.waiting.isEmpty()) {
      try {
        tell(field, phone, chance, kills < 12 ? chance.nextInt(90) : Integer.MAX_VALUE);
      } catch (Killed e) {
        kills++;
      }
    }
    assertEquals(12, kills);
    var sql = SQL;
    assertEquals(
        "200 200 1000 1000",
        sql.one(
            """
            select count(distinct v.id) || ' ' || count(distinct i.id) || ' '
              || count(distinct p.id) || ' ' || count(f.picture_id)
            from inspection i join inspection_visit v on v.inspection_id = i.id
              join inspection_picture p on p.visit_id = v.id
              left join inspection_picture_file f on f.picture_id = p.id and f.sha256 = p.sha256
            where i.area_code = ?
            """,
            row -> row.text(1),
            field.county()));
    assertEquals(
        List.of("200 SUBMITTED"),
        sql.list(
            "select count(*) || ' ' || state from inspection where area_code = ? group by state",
            row -> row.text(1),
            field.county()));
    // Two of three found something, and each has its term once.
    assertEquals(
        List.of("133 lead.verify"),
        sql.list(
            "select count(*) || ' ' || rule from term where area_code = ? group by rule",
            row -> row.text(1),
            field.county()));
  }
}
