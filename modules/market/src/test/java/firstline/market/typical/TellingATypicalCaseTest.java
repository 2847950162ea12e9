package firstline.market.typical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.Bureau;
import firstline.market.MarketRights;
import firstline.persistence.database.Ids;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.publication.TypicalCaseContribution.TypicalCase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.screen.Step;
import firstline.testkit.clock.MutableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A decision about a natural person is told to the public. */
class TellingATypicalCaseTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-26T01:30:00Z"));
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final Bureau bureau =
      TestDatabase.inTransaction(
          sql -> Bureau.found(sql, "97" + (1000 + new Random().nextInt(8999))));

  private UUID decided(LocalDate until) {
    var id = Ids.next();
    var operator = Ids.next();
    TestDatabase.inTransaction(
        sql -> {
          sql.update(
              """
              insert into operator (id, area_code, name, person, premises, made_at)
              values (?, ?, '欧阳万三', true, '南街1号', now())
              """,
              operator,
              bureau.county());
          sql.update(
              """
              insert into market_case (id, area_code, department_id, department_name, number,
                operator_id, matter, title, simple, grave, state, version, filed_at, filed_name,
                decision_number)
              values (?, ?, ?, '市监', ?, ?, 'GOUGING', '哄抬口罩价格', false, false, 'CLOSED', 1,
                now(), '甲', ?)
              """,
              id,
              bureau.county(),
              bureau.department(),
              "案" + mark + id,
              operator,
              "罚" + mark + id);
          return sql.update(
              """
              insert into case_publication (case_id, published_on, until, officer_name)
              values (?, ?, ?, '丁')
              """,
              id,
              TODAY.minusDays(9),
              until);
        });
    return id;
  }

  private void write(UUID id, String title, String body) {
    TestDatabase.inTransaction(
        sql -> {
          new TypicalCases(sql, bureau.desk(MarketRights.CASE, MarketRights.READ), clock)
              .write(new TypicalCases.Write(id, title, body));
          return true;
        });
  }

  private String refused(UUID id, String title, String body) {
    return assertThrows(Refusal.class, () -> write(id, title, body)).code();
  }

  private List<TypicalCase> shown() {
    return TestDatabase.inTransaction(
        sql ->
            new PublicCases(sql, clock)
                .typicalCases().stream()
                    .filter(one -> one.number().startsWith("罚" + mark))
                    .toList());
  }

  private void publish(UUID id) {
    TestDatabase.inTransaction(
        sql ->
            sql.update(
                """
                update typical_case set published_at = ?, published_name = '戊' where case_id = ?
                """,
                clock.instant(),
                id));
  }

  @Test
  @Requirement("R94.6")
  void whoItWasIsNeverNamed() {
    var id = decided(TODAY.plusDays(30));
    assertEquals("typical.person", refused(id, "药店被罚", "经查，欧阳万三抬高价格。"));
    for (var number :
        List.of("13900000017", "0831-8221234", "511502198001011234", "51150219800101123X")) {
      assertEquals("typical.number", refused(id, "药店被罚", "电话" + number + "。"), number);
    }
    assertEquals("typical.title", refused(id, " ", "某某"));
    assertEquals("typical.body", refused(id, "药店被罚", ""));
    write(id, "药店被罚", "某某抬高价格，罚款 30000 元，文号 2026-0088。");
    assertEquals(List.of(), shown(), "only once somebody else has published it");
  }

  private List<String> steps(UUID id) {
    return TestDatabase.inTransaction(
        sql ->
            new TypicalCases(sql, bureau.desk(MarketRights.READ), clock)
                .steps(id).stream().map(Step::step).sorted().toList());
  }

  @Test
  @Requirement({"R94.7", "R126.3"})
  void itIsShownAsLongAsItsDecisionIs() {
    var id = decided(TODAY.plusDays(1));
    write(id, "药店被罚", "某某抬高价格。");
    publish(id);
    assertEquals("药店被罚", shown().get(0).title());
    assertEquals("typical.public", refused(id, "药店再次被罚", "某某抬高价格。"));
    assertEquals(List.of("MADE", "PUBLISHED"), steps(id));
    clock.set(Instant.parse("2026-11-28T01:30:00Z"));
    assertEquals(List.of(), shown());
  }

  @Test
  @Requirement("R94.6")
  void aDecisionThatIsNotShownIsNotTold() {
    var id = decided(TODAY.minusDays(1));
    assertThrows(NotFound.class, () -> write(id, "药店被罚", "某某抬高价格。"));
    var other = decided(TODAY.plusDays(1));
    var stranger = bureau.desk(bureau.department(), "990000000000/", MarketRights.READ);
    assertTrue(
        TestDatabase.inTransaction(sql -> new TypicalCases(sql, stranger, clock).of(other))
            .isEmpty());
  }

  @Test
  @Requirement("R118.3")
  void everyTypicalCaseStandsOnOnePage() {
    for (var number = 0; number < 60; number++) {
      clock.set(Instant.parse("2026-11-26T01:30:00Z").plusSeconds(number / 2));
      write(decided(TODAY.plusDays(9)), "案例" + number, "事实和教训。");
    }
    var pages =
        TestDatabase.inTransaction(
            sql -> {
              var told = new TypicalCases(sql, bureau.desk(MarketRights.READ), clock);
              var first = told.list(Cursor.START);
              var second = told.list(Cursor.read(first.after(), ""));
              assertEquals(first, told.list(Cursor.read("", second.before())));
              assertEquals(60, told.waiting());
              return List.of(first, second);
            });
    assertEquals(List.of(50, 10), pages.stream().map(page -> page.rows().size()).toList());
    assertEquals(
        60,
        pages.stream()
            .flatMap(page -> page.rows().stream())
            .map(TypicalCases.View::id)
            .distinct()
            .count());
  }
}
