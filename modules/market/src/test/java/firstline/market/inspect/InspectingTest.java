package firstline.market.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.casefile.Matter;
import firstline.market.dossier.Form;
import firstline.market.dossier.WriteInspectionDocuments;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.sheet.SheetFile;
import firstline.testkit.clock.MutableClock;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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

  private static String refused(Runnable work) {
    return assertThrows(Refusal.class, work::run).code();
  }

  private static JsonObject with(JsonObject visit, String name, String value) {
    return Json.createObjectBuilder(visit).add(name, value).build();
  }

  /** Its words without space, since a page breaks lines anywhere. */
  private String document(Field field, UUID id, Form form) {
    var desk = field.desk(UUID.randomUUID(), "market.read");
    var written =
        new WriteInspectionDocuments(
                new InspectionQueries(SQL, desk), new VisitQueries(SQL, desk), clock)
            .write(id, form, SheetFile.Format.PDF);
    try (var document = Loader.loadPDF(written.bytes())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s|- \\d+ -", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> terms(UUID id) {
    return SQL.list(
        "select rule || ' ' || state || ' ' || due from term where record_id = ? order by"
            + " begun_at",
        row -> row.text(1),
        id);
  }

  @Test
  @Requirement({"R88.1", "R88.3", "R90.5", "R90.6", "R90.7", "R90.9", "R90.11", "R90.12"})
  void oneWalksFromItsPlanOverACorrectionToACase() {
    var field = field("953410", 3);
    var id = field.target(1, GoodsGroup.MASKS);
    assertEquals(
        "inspection.gate.officers", refused(() -> field.head(id, InspectionAction.ASSIGN)));
    assertEquals(
        "inspection.step.CONFIRM", refused(() -> field.head(id, InspectionAction.CONFIRM)));
    field.assign(id);
    assertEquals("dossier.early", refused(() -> document(field, id, Form.ON_SITE_RECORD)));
    var shots = Shots.of(1, 2);
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
    var order = document(field, id, Form.CORRECTION_ORDER);
    assertTrue(order.contains("口罩明码标价，价签与结账一致：不符合（价签缺失）《价格法》第十三条"), order);
    assertTrue(order.contains("现责令你（单位）于2026年3月9日前改正"), order);
    var record = document(field, id, Form.ON_SITE_RECORD);
    assertTrue(record.contains("在场人员：店主") && record.contains("SHA-256："), record);
    assertFalse(record.contains("{"), record);
    clock.set(Instant.parse("2026-03-09T02:00:00Z"));
    var again = Shots.of(2, 1);
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
  @Requirement({"R90.11", "R90.12", "R101.1"})
  void whatIsFoundCanBecomeALeadThatNobodyReported() {
    var field = field("953411", 2);
    var id = field.target(1, GoodsGroup.FOOD);
    field.assign(id);
    var shots = Shots.of(3, 0);
    field.tell(UUID.randomUUID(), field.visit(id, 4, shots));
    shots.forEach(shot -> field.bring(shot.id(), shot.bytes()));
    field.head(id, InspectionAction.CONFIRM);
    var lead =
        field.run(
            sql -> field.handOver(sql).toLead(new HandOver.ToLead(id, field.version(id), "")));
    assertEquals(lead, field.queries().one(id).lead());
    assertEquals(
        List.of("TIPOFF INSPECTION false"),
        SQL.list(
            "select kind || ' ' || channel || ' ' || named from complaint where id = ?",
            row -> row.text(1),
            lead));
    assertEquals(List.of("lead.verify MET 2026-03-23"), terms(id));
    assertEquals(List.of("lead.verify OPEN 2026-03-23"), terms(lead));
  }

  @Test
  @Requirement({"R90.5", "R90.9"})
  void aReturnedRecordIsToldAnewAndNothingFoundEndsIt() {
    var field = field("953412", 2);
    var id = field.target(1, GoodsGroup.PRICE);
    field.assign(id);
    field.tell(UUID.randomUUID(), field.visit(id, 1, Shots.of(4, 1)));
    assertEquals(
        "inspection.note",
        refused(() -> field.head(id, InspectionAction.RETURN, List.of(), "", " ")));
    field.head(id, InspectionAction.RETURN);
    var shots = Shots.of(5, 1);
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
    var shots = Shots.of(6, 1);
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
        "inspection.picture-changed",
        refused(() -> field.bring(shots.get(0).id(), Shots.jpeg(999))));
    assertEquals(
        "file.not-as-named", refused(() -> field.bring(shots.get(0).id(), new byte[] {1, 2, 3})));
    assertThrows(NotFound.class, () -> field.bring(UUID.randomUUID(), Shots.jpeg(1)));
    field.bring(shots.get(0).id(), shots.get(0).bytes());
    field.bring(shots.get(0).id(), shots.get(0).bytes());
    assertEquals(2, field.missing(visit).size());
  }
}
