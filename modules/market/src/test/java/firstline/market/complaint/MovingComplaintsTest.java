package firstline.market.complaint;

import static firstline.market.MarketRights.HANDLE;
import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.IDENTITY;
import static firstline.market.MarketRights.INTAKE;
import static firstline.market.MarketRights.READ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.Bureau;
import firstline.market.complaint.ComplaintQueries.Asked;
import firstline.market.term.TermQueries;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Complaints and tip-offs on a real database, and every triple of the table. */
class MovingComplaintsTest {
  private static final String SECRET = "only-for-tests-0123456789-abcdefghijklmnop";
  private static final String SENDER = "欧阳采薇 13900000017";

  /** Kind, state, action, right, next: written by hand from the law, not from the table. */
  private static final Set<String> LAWFUL =
      Set.of(
          "COMPLAINT RECEIVED REQUEST_IDENTITY market.intake IDENTITY_REQUESTED",
          "COMPLAINT RECEIVED ROUTE market.intake RECEIVED",
          "COMPLAINT RECEIVED ACCEPT market.intake ACCEPTED",
          "COMPLAINT RECEIVED REJECT market.intake REJECTED",
          "COMPLAINT IDENTITY_REQUESTED IDENTITY_GIVEN market.intake RECEIVED",
          "COMPLAINT IDENTITY_REQUESTED REJECT market.intake REJECTED",
          "COMPLAINT ACCEPTED MEDIATE market.handle MEDIATING",
          "COMPLAINT ACCEPTED TERMINATE market.handle TERMINATED",
          "COMPLAINT MEDIATING SUSPEND_TEST market.handle MEDIATING",
          "COMPLAINT MEDIATING RESUME_TEST market.handle MEDIATING",
          "COMPLAINT MEDIATING AGREE market.handle AGREED",
          "COMPLAINT MEDIATING TERMINATE market.handle TERMINATED",
          "COMPLAINT AGREED INFORM market.handle AGREED",
          "COMPLAINT TERMINATED INFORM market.handle TERMINATED",
          "TIPOFF RECEIVED TRIAGE market.intake TRIAGED",
          "TIPOFF RECEIVED MERGE market.intake MERGED",
          "TIPOFF TRIAGED ROUTE market.intake ROUTED",
          "TIPOFF ROUTED RETURN market.handle RETURNED",
          "TIPOFF RETURNED ROUTE market.intake ROUTED",
          "TIPOFF ROUTED VERIFY market.handle VERIFYING",
          "TIPOFF VERIFYING EXTEND market.head VERIFYING",
          "TIPOFF VERIFYING SUSPEND_TEST market.handle VERIFYING",
          "TIPOFF VERIFYING RESUME_TEST market.handle VERIFYING",
          "TIPOFF VERIFYING FILE market.head FILED",
          "TIPOFF VERIFYING NOT_FILE market.head NOT_FILED",
          "TIPOFF VERIFYING TRANSFER market.head TRANSFERRED",
          "TIPOFF VERIFYING REFER market.head REFERRED",
          "TIPOFF FILED ANSWER market.handle FILED",
          "TIPOFF NOT_FILED ANSWER market.handle NOT_FILED");

  private final MutableClock clock = MutableClock.at("2026-03-02T02:00:00Z");

  private UUID taken(Bureau bureau, boolean complaint, boolean tipoff, String contact) {
    return TestDatabase.inTransaction(
        sql ->
            new TakeInLetter(sql, bureau.desk(INTAKE), clock, SECRET)
                .takeIn(
                    new TakeInLetter.Command(
                        complaint,
                        tipoff,
                        bureau.county(),
                        "PHONE",
                        "康民大药房",
                        "南街 12 号",
                        "一次性口罩",
                        "一只口罩卖 25 元。",
                        contact)));
  }

  @Test
  @Requirement("R101.1")
  void whatTheHouseFindsItselfIsTypedByNobody() {
    for (var channel : List.of("INSPECTION", "PRICE_ALERT", "", "phone")) {
      assertEquals("complaint.channel", refused(() -> Letter.Channel.named(channel)), channel);
    }
    for (var channel : Letter.Channel.sent()) {
      assertEquals(channel, Letter.Channel.named(channel.name()));
    }
  }

  private void act(Bureau bureau, UUID id, Action action, String right, String... rest) {
    TestDatabase.inTransaction(
        sql -> {
          // An officer of the department that has it: others do not find it.
          var desk = bureau.desk(department(bureau, id), bureau.county() + "/", right);
          var use = new ActOnComplaint(sql, desk, clock);
          var command =
              new ActOnComplaint.Command(
                  id,
                  action,
                  rest.length > 0 ? rest[0] : "",
                  rest.length > 1 ? rest[1] : "",
                  "双方已电话告知");
          switch (right) {
            case HEAD -> use.decide(command);
            case HANDLE -> use.handle(command);
            default -> use.sort(command);
          }
          return true;
        });
  }

  private static UUID department(Bureau bureau, UUID id) {
    return bureau
        .sql()
        .one("select department_id from complaint where id = ?", row -> row.id(1), id);
  }

  @Test
  @Requirement("R101.8")
  void aComplaintGoesToWhomItConcernsAndKeepsItsClocks() {
    var bureau = Bureau.found(TestDatabase.sql(), "959446");
    var complaint = taken(bureau, true, false, SENDER);
    act(bureau, complaint, Action.ROUTE, INTAKE, "", "B" + bureau.county());
    assertEquals(0, seen(bureau, bureau.department()));
    assertEquals(1, seen(bureau, bureau.other()));
    act(bureau, complaint, Action.ACCEPT, INTAKE);
    assertEquals(
        "complaint.not-now.ROUTE",
        refused(() -> act(bureau, complaint, Action.ROUTE, INTAKE, "", "A" + bureau.county())));
    assertEquals(
        List.of("complaint.accept MET", "complaint.mediate OPEN"),
        bureau
            .sql()
            .list(
                "select rule || ' ' || state from term where record_id = ? order by rule",
                row -> row.text(1),
                complaint));
  }

  @Test
  @Requirement("R91.12")
  void twoDepartmentsOfficersSeeOnlyTheirsAndWhatIsSentBackReturns() {
    var bureau = Bureau.found(TestDatabase.sql(), "959445");
    var lead = taken(bureau, false, true, SENDER);
    act(bureau, lead, Action.TRIAGE, INTAKE);
    act(bureau, lead, Action.ROUTE, INTAKE, "", "B" + bureau.county());
    assertEquals(1, seen(bureau, bureau.other()));
    assertEquals(0, seen(bureau, bureau.department()));
    act(bureau, lead, Action.RETURN, HANDLE);
    assertEquals(0, seen(bureau, bureau.other()));
    assertEquals(1, seen(bureau, bureau.department()), "who took it in has it again");
    assertEquals(
        bureau.department(),
        bureau
            .sql()
            .one("select department_id from term where record_id = ?", row -> row.id(1), lead));
  }

  private int seen(Bureau bureau, UUID department) {
    return new ComplaintQueries(
            bureau.sql(), bureau.desk(department, bureau.county() + "/", HANDLE), clock)
        .list(new Asked("", "", ""), Cursor.START)
        .rows()
        .size();
  }

  private static String refused(Runnable work) {
    return assertThrows(Refusal.class, work::run).code();
  }

  private String clocks(Bureau bureau, UUID id) {
    return new TermQueries(bureau.sql(), bureau.desk(READ), clock)
        .ofRecord(id).stream()
            .map(one -> one.rule().id() + " " + one.level())
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
  }

  private ComplaintQueries queries(Bureau bureau, String right) {
    return new ComplaintQueries(bureau.sql(), bureau.desk(right), clock);
  }

  @Test
  @Requirement("R82.2")
  void ofAllTriplesOnlyTheLawfulPassAndEachRefusalNamesTheArticle() {
    var passed = new HashSet<String>();
    var tried = 0;
    for (var kind : Kind.values()) {
      for (var state : State.values()) {
        for (var action : Action.values()) {
          for (var right : List.of(READ, INTAKE, HANDLE, HEAD, IDENTITY, "market.legal")) {
            tried++;
            try {
              var move = Moves.required(kind, state, action, right);
              passed.add(
                  String.join(
                      " ", kind.name(), state.name(), action.name(), right, move.next().name()));
            } catch (Refusal refusal) {
              var sentence = Bundles.words("zh", "refusal." + refusal.code(), refusal.arguments());
              assertTrue(sentence.matches(".*第.+条.*|.*条次待确认.*"), sentence);
            }
          }
        }
      }
    }
    assertEquals(LAWFUL, passed);
    assertEquals(2 * State.values().length * Action.values().length * 6, tried);
    assertTrue(
        Arrays.stream(Action.values())
            .allMatch(one -> passed.stream().anyMatch(line -> line.contains(" " + one + " "))));
  }

  @Test
  @Requirement({"R82.1", "R82.2"})
  void aComplaintIsAcceptedMediatedAndBothAreToldWithItsClocks() {
    var bureau = Bureau.found(TestDatabase.sql(), "959201");
    var id = taken(bureau, true, false, SENDER);
    assertEquals("complaint.accept SOON", clocks(bureau, id).replace("RUNNING", "SOON"));
    assertEquals(
        "complaint.not-now.ACCEPT",
        refused(() -> act(bureau, id, Action.ACCEPT, HANDLE)),
        "a mediator accepts nothing");
    act(bureau, id, Action.REQUEST_IDENTITY, INTAKE);
    assertEquals("complaint.accept STANDING", clocks(bureau, id));
    clock.move(Duration.ofDays(40));
    act(bureau, id, Action.IDENTITY_GIVEN, INTAKE);
    act(bureau, id, Action.ACCEPT, INTAKE);
    assertEquals("complaint.accept MET, complaint.mediate RUNNING", clocks(bureau, id));
    act(bureau, id, Action.MEDIATE, HANDLE);
    act(bureau, id, Action.SUSPEND_TEST, HANDLE);
    assertEquals("clock.stands", refused(() -> act(bureau, id, Action.SUSPEND_TEST, HANDLE)));
    clock.move(Duration.ofDays(5));
    act(bureau, id, Action.RESUME_TEST, HANDLE);
    act(bureau, id, Action.AGREE, HANDLE);
    act(bureau, id, Action.INFORM, HANDLE);
    assertEquals(
        "complaint.accept MET, complaint.mediate MET, complaint.inform MET", clocks(bureau, id));
    assertEquals("term.none", refused(() -> act(bureau, id, Action.INFORM, HANDLE)));
    assertEquals(State.AGREED, queries(bureau, READ).one(id).state());
    assertEquals(9, queries(bureau, READ).steps(id).size());
  }

  @Test
  @Requirement({"R82.1", "R82.2"})
  void aTipOffIsRoutedVerifiedFiledAndAnswered() {
    var bureau = Bureau.found(TestDatabase.sql(), "959202");
    var id = taken(bureau, false, true, SENDER);
    var nameless = taken(bureau, false, true, "");
    act(bureau, id, Action.TRIAGE, INTAKE);
    assertEquals(
        "complaint.target", refused(() -> act(bureau, id, Action.ROUTE, INTAKE, "", "nowhere")));
    act(bureau, id, Action.ROUTE, INTAKE, "", "B" + bureau.county());
    assertEquals("市场监管B", queries(bureau, READ).one(id).departmentName());
    act(bureau, id, Action.RETURN, HANDLE);
    act(bureau, id, Action.ROUTE, INTAKE, "", "A" + bureau.county());
    act(bureau, id, Action.VERIFY, HANDLE);
    act(bureau, id, Action.EXTEND, HEAD);
    assertEquals("clock.no-extension", refused(() -> act(bureau, id, Action.EXTEND, HEAD)));
    assertEquals("complaint.ground", refused(() -> act(bureau, id, Action.NOT_FILE, HEAD)));
    act(bureau, id, Action.FILE, HEAD);
    assertEquals("lead.verify MET, tipoff.answer SOON", clocks(bureau, id));
    act(bureau, id, Action.ANSWER, HANDLE);
    var number = queries(bureau, READ).one(id).number();
    assertEquals(
        "complaint.lead",
        refused(
            () ->
                act(
                    bureau,
                    nameless,
                    Action.MERGE,
                    INTAKE,
                    "",
                    queries(bureau, READ).one(nameless).number())),
        "not into itself");
    act(bureau, nameless, Action.MERGE, INTAKE, "", number);
    assertEquals(number, queries(bureau, READ).one(nameless).mergedInto());
    assertEquals("lead.verify CANCELLED", clocks(bureau, nameless));
  }

  @Test
  @Requirement({"R82.1", "R82.3"})
  void aLetterWithBothBecomesTwoRecordsAndTheReporterStaysSealed() {
    var bureau = Bureau.found(TestDatabase.sql(), "959203");
    taken(bureau, true, true, SENDER);
    var lines = queries(bureau, READ).list(new Asked("", "", ""), Cursor.START).rows();
    assertEquals(2, lines.size());
    assertFalse(lines.toString().contains("欧阳") || lines.toString().contains("139000"));
    assertEquals(
        List.of(), queries(bureau, READ).list(new Asked("", "", "欧阳"), Cursor.START).rows());
    var tipoff = lines.stream().filter(one -> one.kind() == Kind.TIPOFF).findFirst().orElseThrow();
    var complaint =
        lines.stream().filter(one -> one.kind() == Kind.COMPLAINT).findFirst().orElseThrow();
    var opening = new Identities(bureau.sql(), bureau.desk(IDENTITY), clock, SECRET);
    assertEquals(
        "complaint.reason", refused(() -> opening.open(new Identities.Open(tipoff.id(), " "))));
    assertEquals(
        SENDER + " · " + complaint.number(),
        opening.open(new Identities.Open(tipoff.id(), "核实奖励")));
    var steps = queries(bureau, READ).steps(tipoff.id());
    assertEquals("OPEN_IDENTITY", steps.get(0).action());
    assertEquals("核实奖励", steps.get(0).reason());
    long plain =
        TestDatabase.owner()
            .one(
                """
                select count(*) from complaint_identity
                where position(convert_to('欧阳', 'UTF8') in sealed) > 0
                """,
                row -> row.number(1));
    assertEquals(0, plain);
  }

  @Test
  @Requirement("R82.4")
  void lettersNearOneAreFoundForThirtyDays() {
    var bureau = Bureau.found(TestDatabase.sql(), "959204");
    var id = taken(bureau, false, true, "");
    var queries = queries(bureau, INTAKE);
    assertEquals(id, queries.near(" 康民大药房", "别处", "酒精").get(0).id());
    assertEquals(id, queries.near("另一家", "南街 12 号", "一次性口罩").get(0).id());
    assertEquals(List.of(), queries.near("另一家", "别处", "一次性口罩"));
    clock.move(Duration.ofDays(31));
    assertEquals(List.of(), queries.near("康民大药房", "", ""));
  }

  @Test
  @Requirement("R82.1")
  void badInputIsRefusedAndLeavesNothing() {
    var bureau = Bureau.found(TestDatabase.sql(), "959205");
    assertEquals("complaint.kind", refused(() -> taken(bureau, false, false, SENDER)));
    assertEquals("complaint.named", refused(() -> taken(bureau, true, false, " ")));
    assertEquals("complaint.contact", refused(() -> taken(bureau, true, false, "名".repeat(201))));
    assertEquals(List.of(), queries(bureau, READ).list(new Asked("", "", ""), Cursor.START).rows());
  }
}
