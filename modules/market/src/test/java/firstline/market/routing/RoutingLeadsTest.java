package firstline.market.routing;

import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.INTAKE;
import static firstline.market.MarketRights.READ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.Bureau;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Rules of routing on a real database: drafted, tried, live, and what they propose. */
class RoutingLeadsTest {
  private final MutableClock clock = MutableClock.at("2026-03-02T02:00:00Z");

  private <T> T as(Bureau bureau, String right, Function<DraftRouting, T> work) {
    return TestDatabase.inTransaction(
        sql -> work.apply(new DraftRouting(sql, bureau.desk(right), clock)));
  }

  private static UUID lead(Bureau bureau, String number, String goods, String facts, String day) {
    var id = UUID.randomUUID();
    bureau
        .sql()
        .update(
            """
            insert into complaint (id, kind, number, area_code, department_id, department_name,
              channel, operator, place, goods, facts, named, state, received_at, home_id)
            values (?, 'TIPOFF', ?, ?, ?, '市场监管A', 'PHONE', '康民大药房', '南街', ?, ?, false,
              'TRIAGED', ?::date, ?)
            """,
            id,
            number,
            bureau.county(),
            bureau.department(),
            goods,
            facts,
            day,
            bureau.department());
    return id;
  }

  private static DraftRouting.Typed rule(String goods, String words, String department) {
    return new DraftRouting.Typed("", "", "", goods, words, department);
  }

  private static String proposed(Bureau bureau, UUID lead) {
    return lists(bureau.sql(), bureau)
        .proposal(lead)
        .map(one -> one.rule() + " " + one.departmentName())
        .orElse("-");
  }

  private static RoutingLists lists(Sql sql, Bureau bureau) {
    return new RoutingLists(sql, bureau.desk(READ));
  }

  private static String refused(Runnable work) {
    return assertThrows(Refusal.class, work::run).code();
  }

  @Test
  @Requirement({"R91.10", "R91.11"})
  void aDraftIsTriedOnTheLastMonthBeforeItProposesAnything() {
    var bureau = Bureau.found(TestDatabase.sql(), "959440");
    var a = "A" + bureau.county();
    var b = "B" + bureau.county();
    var masks = lead(bureau, "R1-1", "N95 口罩", "没有标价", "2026-02-20");
    var prices = lead(bureau, "R1-2", "白菜", "哄抬价格", "2026-02-21");
    lead(bureau, "R1-3", "口罩", "很旧", "2026-01-01");
    assertEquals("-", proposed(bureau, masks));
    var first =
        as(
            bureau,
            INTAKE,
            use ->
                use.write(
                    new DraftRouting.Command(List.of(rule("口罩 酒精", "", b), rule("", "", a)))));
    assertEquals(
        "routing.untried",
        refused(
            () ->
                as(
                    bureau,
                    HEAD,
                    use -> {
                      use.goLive(new DraftRouting.Draft(first));
                      return true;
                    })));
    live(bureau, first);
    assertEquals("1.1 市场监管B", proposed(bureau, masks));
    assertEquals("1.2 市场监管A", proposed(bureau, prices));

    var second =
        as(
            bureau,
            INTAKE,
            use ->
                use.write(
                    new DraftRouting.Command(
                        List.of(rule("", "哄抬", b), rule("n95", "", a), rule("", "", a)))));
    var trial = as(bureau, READ, use -> use.trial(second));
    assertEquals(2, trial.leads(), "the one of January is older than 30 days");
    assertEquals(2, trial.moved());
    assertEquals(
        List.of(
            new DraftRouting.Move("市场监管A", "市场监管B", 1, List.of("R1-2")),
            new DraftRouting.Move("市场监管B", "市场监管A", 1, List.of("R1-1"))),
        trial.moves());
    assertEquals("1.1 市场监管B", proposed(bureau, masks), "a trial changes nothing");
    live(bureau, second);
    assertEquals("2.2 市场监管A", proposed(bureau, masks));
    assertEquals(
        List.of("LIVE 2/2", "PAST 2/2"),
        lists(bureau.sql(), bureau).mine().stream()
            .map(one -> one.state() + " " + one.moved() + "/" + one.leads())
            .toList());
    assertThrows(NotFound.class, () -> live(bureau, first), "what was replaced stays as it was");
  }

  private void live(Bureau bureau, UUID draft) {
    as(
        bureau,
        INTAKE,
        use -> {
          use.tryOut(new DraftRouting.Draft(draft));
          return true;
        });
    as(
        bureau,
        HEAD,
        use -> {
          use.goLive(new DraftRouting.Draft(draft));
          return true;
        });
  }

  @Test
  @Requirement("R101.8")
  void aRuleOfComplaintsFitsNoTipOffInTheDryRunAsInTheProposal() {
    var bureau = Bureau.found(TestDatabase.sql(), "959443");
    var tipoff = lead(bureau, "R3-1", "口罩", "没有标价", "2026-02-20");
    var complaint = lead(bureau, "R3-2", "口罩", "不肯退款", "2026-02-21");
    bureau
        .sql()
        .update(
            "update complaint set kind = 'COMPLAINT', state = 'RECEIVED' where id = ?", complaint);
    var a = "A" + bureau.county();
    var b = "B" + bureau.county();
    var rules =
        List.of(
            new DraftRouting.Typed("", "COMPLAINT", "", "口罩", "", a),
            new DraftRouting.Typed("", "TIPOFF", "PHONE", "", "", b));
    var draft = as(bureau, INTAKE, use -> use.write(new DraftRouting.Command(rules)));
    var trial = as(bureau, READ, use -> use.trial(draft));
    assertEquals(
        List.of("市场监管A [R3-2]", "市场监管B [R3-1]"),
        trial.moves().stream().map(one -> one.to() + " " + one.examples()).sorted().toList());
    live(bureau, draft);
    assertEquals("1.1 市场监管A", proposed(bureau, complaint));
    assertEquals("1.2 市场监管B", proposed(bureau, tipoff));
    assertEquals(
        "complaint.kind",
        refused(
            () ->
                as(
                    bureau,
                    INTAKE,
                    use ->
                        use.write(
                            new DraftRouting.Command(
                                List.of(new DraftRouting.Typed("", "BOTH", "", "", "", a)))))));
  }

  @Test
  @Requirement("R91.12")
  void aDepartmentThatSentItBackIsNotProposedAgain() {
    var bureau = Bureau.found(TestDatabase.sql(), "959441");
    var lead = lead(bureau, "R2-1", "口罩", "没有标价", "2026-02-20");
    live(
        bureau,
        as(
            bureau,
            INTAKE,
            use ->
                use.write(
                    new DraftRouting.Command(
                        List.of(
                            rule("口罩", "", "B" + bureau.county()),
                            rule("", "", "A" + bureau.county()))))));
    assertEquals("1.1 市场监管B", proposed(bureau, lead));
    bureau.sql().update("update complaint set returned_by = ? where id = ?", bureau.other(), lead);
    assertEquals("1.2 市场监管A", proposed(bureau, lead));
  }

  @Test
  @Requirement("R91.11")
  void whatIsTypedWrongIsNamedByItsPlace() {
    var bureau = Bureau.found(TestDatabase.sql(), "959442");
    var good = rule("口罩", "", "A" + bureau.county());
    for (var wrong :
        List.of(
            new DraftRouting.Typed("110000000000", "", "", "", "", "A" + bureau.county()),
            rule("", "字".repeat(201), "A" + bureau.county()),
            rule("", "", "nobody"))) {
      var refusal =
          assertThrows(
              Refusal.class,
              () ->
                  as(
                      bureau,
                      INTAKE,
                      use -> use.write(new DraftRouting.Command(List.of(good, wrong)))));
      assertEquals(2, refusal.arguments().get(0));
      assertTrue(refusal.code().startsWith("routing."), refusal.code());
    }
    assertEquals(
        "routing.none",
        refused(() -> as(bureau, INTAKE, use -> use.write(new DraftRouting.Command(List.of())))));
  }
}
