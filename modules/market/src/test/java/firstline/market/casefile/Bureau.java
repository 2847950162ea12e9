package firstline.market.casefile;

import firstline.market.operator.Operators;
import firstline.market.term.TermQueries;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.testkit.clock.MutableClock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** A county's market authority with two officers, straight into the tables. */
public record Bureau(String county, UUID department, List<UUID> officers, MutableClock clock) {
  public static Bureau found(String digits, MutableClock clock) {
    return found(digits, 2, clock);
  }

  /** The same with so many officers. */
  public static Bureau found(String digits, int count, MutableClock clock) {
    var sql = TestDatabase.sql();
    var county = digits + "000000";
    var department = UUID.randomUUID();
    sql.update(
        "insert into area (code, parent, level, name, path) values (?, null, 'COUNTY', '县', ?)",
        county,
        county + "/");
    sql.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, ?, '市监', ?)",
        department,
        "M" + digits,
        county);
    var officers = Stream.generate(UUID::randomUUID).limit(count).toList();
    for (var officer : officers) {
      sql.update(
          """
          insert into officer (id, version, username, name, department_id, area_code, created_at)
          values (?, 1, ?, '执法员', ?, ?, now())
          """,
          officer,
          "m" + officer,
          department,
          county);
      sql.update(
          """
          insert into officer_role (officer_id, role_id, area_code)
          values (?, '00000000-0000-7000-8000-000000000402', ?)
          """,
          officer,
          county);
    }
    return new Bureau(county, department, officers, clock);
  }

  /** Somebody who runs what needs the right. */
  public Desk desk(UUID officer, String right) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            officer,
            "m",
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

  public <T> T run(Function<Sql, T> work) {
    return TestDatabase.inTransaction(work);
  }

  public UUID file(String code, String source, Matter matter) {
    return file(code, source, matter, false);
  }

  public UUID file(String code, String source, Matter matter, boolean person) {
    return run(
        sql ->
            new FileCase(sql, desk(UUID.randomUUID(), "market.intake"), clock)
                .file(
                    new FileCase.Command(
                        county,
                        new Operators.Party("康民大药房", person, code, "南街1号", ""),
                        source,
                        matter,
                        "口罩未明码标价",
                        "群众反映口罩无价签",
                        person,
                        false)));
  }

  /** Takes a step as the first officer, or as somebody else by another right. */
  public boolean move(UUID id, CaseAction action, MoveCase.Input input) {
    var mine = action.right().equals("market.case");
    return run(
        sql -> {
          var desk = desk(mine ? officers.get(0) : UUID.randomUUID(), action.right());
          var step =
              new MoveCase.Command(
                  id,
                  sql.one("select version from market_case where id = ?", row -> row.number(1), id),
                  action,
                  input);
          var move = new MoveCase(sql, desk, clock);
          switch (action.right()) {
            case "market.head" -> move.byHead(step);
            case "market.legal" -> move.byReviewer(step);
            default -> move.byOfficer(step);
          }
          return true;
        });
  }

  public boolean move(UUID id, CaseAction action) {
    return move(id, action, MoveCase.Input.note("依法"));
  }

  public void assign(UUID id) {
    move(id, CaseAction.ASSIGN, new MoveCase.Input(officers, null, false, "", false, null, ""));
  }

  public void evidence(UUID id) {
    run(
        sql -> {
          new TakeEvidence(sql, desk(officers.get(0), "market.case"), null, clock)
              .take(
                  new TakeEvidence.Command(
                      id, TakeEvidence.Kind.RECORD, "现场笔录", "南街1号，当场制作", null, ""));
          return true;
        });
  }

  public void conclude(UUID id, long fine) {
    move(id, CaseAction.CONCLUDE, proposal(Outcome.PENALTY, fine, false));
  }

  public MoveCase.Input proposal(Outcome outcome, long fine, boolean told) {
    return new MoveCase.Input(
        List.of(),
        new MoveCase.Proposal(outcome, new Penalty(false, fine, 0, 0), "口罩未标价", "《价格法》第四十二条", null),
        told,
        "",
        false,
        null,
        "");
  }

  public boolean serve(UUID id, String day) {
    return move(
        id,
        CaseAction.SERVE,
        new MoveCase.Input(List.of(), null, false, "", false, LocalDate.parse(day), ""));
  }

  public boolean pay(UUID id, long amount, String day) {
    return run(
        sql -> {
          new RecordPayment(sql, desk(officers.get(0), "market.case"), clock)
              .pay(
                  new RecordPayment.Command(
                      id, RecordPayment.Kind.FINE, amount, LocalDate.parse(day), "川财 0001"));
          return true;
        });
  }

  public CaseQueries queries() {
    return new CaseQueries(TestDatabase.sql(), desk(officers.get(1), "market.read"), clock);
  }

  public TermQueries terms() {
    return new TermQueries(TestDatabase.sql(), desk(officers.get(1), "market.read"), clock);
  }

  public OperatorCases operators() {
    return new OperatorCases(TestDatabase.sql(), desk(officers.get(1), "market.read"));
  }

  public CaseState state(UUID id) {
    return queries().one(id).line().state();
  }
}
