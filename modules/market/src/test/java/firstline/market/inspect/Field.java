package firstline.market.inspect;

import firstline.market.casefile.Bureau;
import firstline.market.casefile.CasesOfTests;
import firstline.market.complaint.MakeLead;
import firstline.market.operator.Operators;
import firstline.market.term.Terms;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.digest.Sha256;
import firstline.persistence.file.FileStore;
import firstline.persistence.file.KeepFile;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.testkit.clock.MutableClock;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A county whose officers inspect, straight into the tables; each test has its own. */
record Field(
    String county,
    UUID department,
    List<UUID> officers,
    MutableClock clock,
    Path files,
    Connection connection) {
  private static final Sql SQL = TestDatabase.kept();

  static Field found(String digits, int officers, MutableClock clock, Path files) {
    var bureau = Bureau.found(digits, officers, clock);
    return new Field(
        bureau.county(), bureau.department(), bureau.officers(), clock, files, opened());
  }

  /** One for all of a test: a connection of its own for each of thousands is slow. */
  private static Connection opened() {
    try {
      var connection = TestDatabase.application().getConnection();
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Desk desk(UUID officer, String right) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            officer,
            "i",
            "执法员",
            department,
            "市监",
            "Market",
            county,
            "县",
            "zh",
            List.of(new OfficerOnDuty.Grant(right, county + "/")),
            null));
    desk.begin(right);
    return desk;
  }

  Desk clerk() {
    return desk(UUID.randomUUID(), "market.intake");
  }

  <T> T run(Function<Sql, T> work) {
    return TestDatabase.inTransaction(connection, work);
  }

  Operators.Party shop(int number) {
    return new Operators.Party("康民" + number + "店", true, "", "南街" + number + "号", "");
  }

  UUID target(int number, GoodsGroup group) {
    return run(
        sql ->
            new PlanInspection(sql, clerk(), clock)
                .target(new PlanInspection.Target(county, shop(number), group, "口罩专项检查")));
  }

  UUID register(int number, GoodsGroup group, Risk risk) {
    return run(
        sql ->
            new RegisterOperator(sql, clerk(), clock)
                .register(new RegisterOperator.Command(county, shop(number), group, risk)));
  }

  long version(UUID id) {
    return SQL.one("select version from inspection where id = ?", row -> row.number(1), id);
  }

  boolean head(UUID id, InspectionAction action, List<UUID> named, String due, String note) {
    return run(
        sql -> {
          new MoveInspection(sql, desk(UUID.randomUUID(), "market.head"), clock)
              .byHead(new MoveInspection.Command(id, version(id), action, named, due, note));
          return true;
        });
  }

  boolean head(UUID id, InspectionAction action) {
    return head(id, action, List.of(), "", "依法办理");
  }

  boolean assign(UUID id) {
    return head(id, InspectionAction.ASSIGN, officers.subList(0, 2), "", "");
  }

  InspectionQueries queries() {
    return new InspectionQueries(SQL, desk(officers.get(0), "market.read"));
  }

  VisitQueries visits() {
    return new VisitQueries(SQL, desk(officers.get(0), "market.read"));
  }

  InspectionState state(UUID id) {
    return queries().one(id).line().state();
  }

  /** A visit as a phone tells it; found is the item that is answered with no, 0 if none. */
  JsonObject visit(UUID inspection, int found, List<Shot> shots) {
    var checklist = queries().one(inspection).checklist();
    var answers = Json.createArrayBuilder();
    for (var item : visits().items(checklist)) {
      answers.add(
          Json.createObjectBuilder()
              .add("place", item.place())
              .add("answer", item.place() == found ? "NO" : "YES")
              .add("note", item.place() == found ? "价签缺失" : ""));
    }
    var pictures = Json.createArrayBuilder();
    for (var shot : shots) {
      pictures.add(
          Json.createObjectBuilder()
              .add("id", shot.id().toString())
              .add("kind", shot.kind())
              .add("sha256", Sha256.hex(shot.bytes()))
              .add("taken", clock.instant().minusSeconds(60).toEpochMilli())
              .add("latitude", 28.75)
              .add("longitude", 104.64));
    }
    return Json.createObjectBuilder()
        .add("inspection", inspection.toString())
        .add("arrived", clock.instant().minusSeconds(600).toEpochMilli())
        .add("left", clock.instant().toEpochMilli())
        .add("present", "店主")
        .add("unsigned", "")
        .add("note", "已出示执法证")
        .add("answers", answers)
        .add("pictures", pictures)
        .build();
  }

  /** A picture on a phone. */
  record Shot(UUID id, String kind, byte[] bytes) {}

  boolean tell(UUID id, JsonObject visit) {
    return run(
        sql -> {
          new RecordVisit(sql, desk(officers.get(0), "market.inspect"), clock)
              .record(new RecordVisit.Command(Visit.read(id, visit)));
          return true;
        });
  }

  List<UUID> missing(UUID visit) {
    return new RecordVisit(SQL, desk(officers.get(0), "market.inspect"), clock).missing(visit);
  }

  boolean bring(UUID picture, byte[] bytes) {
    return run(
        sql -> {
          var desk = desk(officers.get(0), "market.inspect");
          new KeepPicture(new KeepFile(sql, desk, clock, new FileStore(files)), sql, desk, clock)
              .keep(new KeepPicture.Command(picture, new ByteArrayInputStream(bytes)));
          return true;
        });
  }

  HandOver handOver(Sql sql) {
    var desk = clerk();
    return new HandOver(
        sql,
        new Inspections(sql, desk, clock),
        CasesOfTests.fileCase(sql, desk, clock),
        new MakeLead(sql, desk, clock),
        new Terms(sql, desk, clock));
  }
}
