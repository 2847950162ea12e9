package firstline.market.supervise;

import static firstline.market.MarketRights.HANDLE;
import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.READ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.Bureau;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Supervision on a real database: on top, answered by those who have it, and on record. */
class SupervisingTest {
  private final MutableClock clock = MutableClock.at("2026-03-02T02:00:00Z");

  private void as(Desk desk, Consumer<Supervise> work) {
    TestDatabase.inTransaction(
        sql -> {
          work.accept(new Supervise(sql, desk, clock));
          return true;
        });
  }

  private static UUID complaint(Bureau bureau) {
    var id = UUID.randomUUID();
    bureau
        .sql()
        .update(
            """
            insert into complaint (id, kind, number, area_code, department_id, department_name,
              channel, operator, place, goods, facts, named, state, received_at, home_id)
            values (?, 'COMPLAINT', ?, ?, ?, '市场监管A', 'PHONE', '康民大药房', '', '口罩', '退款',
              true, 'MEDIATING', now(), ?)
            """,
            id,
            "S-" + id,
            bureau.county(),
            bureau.department(),
            bureau.department());
    return id;
  }

  private List<String> open(Bureau bureau, UUID department, String right) {
    return new SupervisionQueries(
            bureau.sql(), bureau.desk(department, bureau.county() + "/", right), clock)
        .open().stream().map(one -> one.reason() + " " + one.late()).toList();
  }

  private static String refused(Runnable work) {
    return assertThrows(Refusal.class, work::run).code();
  }

  @Test
  @Requirement("R91.20")
  void itStandsOnTopUntilTheDepartmentAnswersAndStaysOnRecord() {
    var bureau = Bureau.found(TestDatabase.sql(), "959451");
    var record = complaint(bureau);
    var head = bureau.desk(HEAD);
    var begin = new Supervise.Command(record, "群众反映强烈", "2026-03-05");
    as(head, use -> use.begin(begin));
    assertEquals(List.of("群众反映强烈 false"), open(bureau, bureau.department(), HANDLE));
    assertEquals(List.of(), open(bureau, bureau.other(), HANDLE));
    assertEquals(1, open(bureau, bureau.other(), HEAD).size(), "whoever decides sees all");
    assertEquals("supervise.twice", refused(() -> as(head, use -> use.begin(begin))));
    clock.move(Duration.ofDays(5));
    assertEquals(List.of("群众反映强烈 true"), open(bureau, bureau.department(), HANDLE));

    var answer = new Supervise.Answer(record, "已退款 120 元。\n当事人满意。");
    var stranger = bureau.desk(bureau.other(), bureau.county() + "/", HANDLE);
    assertThrows(NotFound.class, () -> as(stranger, use -> use.answerLetter(answer)));
    assertThrows(
        NotFound.class,
        () -> as(bureau.desk(HANDLE), use -> use.answerCase(answer)),
        "a complaint is no case");
    assertEquals(
        "supervise.answer",
        refused(
            () ->
                as(
                    bureau.desk(HANDLE),
                    use -> use.answerLetter(new Supervise.Answer(record, " ")))));
    as(bureau.desk(HANDLE), use -> use.answerLetter(answer));
    assertEquals(List.of(), open(bureau, bureau.department(), HANDLE));
    assertEquals(
        "supervise.none", refused(() -> as(bureau.desk(HANDLE), use -> use.answerLetter(answer))));
    var line =
        new SupervisionQueries(bureau.sql(), bureau.desk(READ), clock).ofRecord(record).get(0);
    assertFalse(line.isOpen());
    assertEquals(answer.text(), line.answer());
    assertEquals(
        List.of("SUPERVISE 群众反映强烈 · 2026-03-05", "SUPERVISION_ANSWERED 已退款 120 元。 当事人满意。"),
        bureau
            .sql()
            .list(
                """
                select action || ' ' || replace(reason, e'\\n', ' ') from complaint_step
                where complaint_id = ? order by no
                """,
                row -> row.text(1),
                record));
    as(head, use -> use.begin(new Supervise.Command(record, "再次反映", "2026-04-01")));
    assertEquals(1, open(bureau, bureau.department(), HANDLE).size(), "it may be again");
  }

  @Test
  @Requirement("R91.20")
  void aDayThatIsNoneOrGoneOrFarIsRefused() {
    var bureau = Bureau.found(TestDatabase.sql(), "959452");
    var record = complaint(bureau);
    for (var day : List.of("", "1900-01-01", "2026-03-01", "9999-12-31", "2026-02-30")) {
      assertEquals(
          "supervise.day",
          refused(
              () ->
                  as(
                      bureau.desk(HEAD),
                      use -> use.begin(new Supervise.Command(record, "理由", day)))));
    }
    assertEquals(
        "supervise.reason",
        refused(
            () ->
                as(
                    bureau.desk(HEAD),
                    use -> use.begin(new Supervise.Command(record, "", "2026-03-05")))));
    assertTrue(open(bureau, bureau.department(), HANDLE).isEmpty());
  }
}
