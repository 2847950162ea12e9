package firstline.rumour.rebuttal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.rumour.RumourRights;
import firstline.rumour.TestOffice;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReviewingOnTheDatabaseTest {
  private static final MutableClock CLOCK = MutableClock.at("2026-02-01T08:00:00Z");
  private static TestOffice office = new TestOffice(TestDatabase.sql(), "", UUID.randomUUID());

  @BeforeAll
  static void anOffice() {
    office = TestOffice.found(TestDatabase.owner(), "962000000000");
  }

  @Test
  @Requirement("R2.16")
  void theLookBeforeIsTheReviewersOwnLookAtAnotherText() {
    var writer = office.desk("李", RumourRights.READ);
    var wang = office.desk("王", RumourRights.READ);
    var sun = office.desk("孙", RumourRights.READ);
    var id = office.rebuttal("L-1", "REVIEW_1", writer);
    var first = "1".repeat(64);
    var second = "2".repeat(64);
    look(wang, id, first, "说明一");
    assertTrue(looks(wang).before(id, me(wang), first).isEmpty(), "nothing was read before");
    assertTrue(looks(wang).knows(id, me(wang), first));
    look(wang, id, second, "说明二");
    look(wang, id, second, "说明二");
    assertEquals(
        "说明一", looks(wang).before(id, me(wang), second).orElseThrow().content().explanation());
    look(sun, id, second, "说明二");
    assertTrue(looks(sun).before(id, me(sun), second).isEmpty(), "each has a look of their own");
  }

  @Test
  @Requirement("R2.15")
  void commentsStayOpenUntilAWriterResolvesThem() {
    var writer = office.desk("李", RumourRights.READ);
    var wang = office.desk("王", RumourRights.READ);
    var id = office.rebuttal("C-1", "REVIEW_1", writer);
    var other = office.rebuttal("C-2", "REVIEW_1", writer);
    var comment = comments(wang).add(id, 1, Field.EXPLANATION, "说明", 1, "请写明依据");
    comments(wang).add(id, 1, Field.FACT, "", 1, "太长");
    assertThrows(NotFound.class, () -> comments(writer).resolve(other, comment));
    comments(writer).resolve(id, comment);
    RebuttalLifeTest.refused("comment.resolved", () -> comments(writer).resolve(id, comment));
    var there = comments(wang).on(id, 1);
    assertEquals(List.of(false, true), there.stream().map(Comments.Comment::isOpen).toList());
    assertEquals("李", there.get(0).resolverName());
    assertTrue(comments(wang).on(id, 2).isEmpty(), "a later version has comments of its own");
  }

  @Test
  @Requirement("R2.18")
  void whatIsToBeLookedAtAgainIsListedAWeekBefore() {
    var writer = office.desk("李", RumourRights.READ);
    var past = published(writer, "W-1", "review_by = date '2026-01-20'");
    var near = published(writer, "W-2", "review_by = date '2026-02-08'");
    published(writer, "W-3", "review_by = date '2026-02-09'");
    published(writer, "W-4", "review_by = null");
    assertEquals(List.of(past, near), ids(writer, "REREVIEW"));
  }

  @Test
  @Requirement({"R2.7", "R2.8"})
  void whatAwaitsItsLastReviewAndWhatIsObjectedToAreListed() {
    var writer = office.desk("李", RumourRights.READ);
    var due = published(writer, "E-1", "due_at = timestamptz '2026-02-02 08:00Z'");
    published(
        writer,
        "E-2",
        "due_at = timestamptz '2026-02-02 08:00Z', completed_at = timestamptz '2026-02-01 09:00Z'");
    var objected =
        published(
            writer,
            "E-3",
            "due_at = timestamptz '2026-02-02 08:00Z', objected_at = timestamptz '2026-02-01 09:00Z',"
                + " objection = '数字有误', objector_name = '钱'");
    assertEquals(List.of(due), ids(writer, "AFTERWARDS"));
    assertEquals(List.of(objected), ids(writer, "OBJECTED"));
    var view = queries(writer).one(objected);
    assertEquals("数字有误", view.newest().objection());
    assertFalse(view.newest().isDueAfterwards());
  }

  @Test
  @Requirement("R2.17")
  void theSheetListsTheEvidenceThatStands() {
    var writer = office.desk("李", RumourRights.READ);
    var id = office.rebuttal("S-1", "REVIEW_1", writer);
    for (var withdrawn : List.of("", "来源有误")) {
      TestDatabase.sql()
          .update(
              """
              insert into rumour_evidence (id, version, rumour_id, kind, organisation, competent,
                stance, quote, added_at, added_by, adder_name, withdrawn_at, withdrawn_why)
              values (gen_random_uuid(), 1, ?, 'STATEMENT', ?, true, 'REFUTES', '没有此事', now(), ?, '李',
                case when ? <> '' then now() end, nullif(?, ''))
              """,
              id,
              "市水利局" + withdrawn,
              writer.officer().id(),
              withdrawn,
              withdrawn);
    }
    var proofs = ReviewQueries.evidence(TestDatabase.sql(), id);
    assertEquals(List.of("市水利局"), proofs.stream().map(ReviewQueries.Proof::organisation).toList());
    assertTrue(proofs.get(0).isCompetent());
  }

  /** A public rebuttal with something set on its version. */
  private static UUID published(Desk writer, String number, String set) {
    var id = office.rebuttal(number, "PUBLISHED", writer);
    try (var connection = TestDatabase.application().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("update rebuttal_version set " + set + " where id = '" + id + "'");
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    return id;
  }

  private static List<UUID> ids(Desk desk, String state) {
    return queries(desk)
        .list(new RebuttalQueries.Filter("", state, office.city()), Cursor.START)
        .rows()
        .stream()
        .sorted(java.util.Comparator.comparing(RebuttalQueries.Line::number))
        .map(RebuttalQueries.Line::id)
        .toList();
  }

  private static void look(Desk desk, UUID rebuttal, String hash, String explanation) {
    CLOCK.move(Duration.ofMinutes(1));
    looks(desk).keep(rebuttal, 1, hash, RebuttalLifeTest.content("事实", explanation));
  }

  private static UUID me(Desk desk) {
    return desk.officer().id();
  }

  private static Looks looks(Desk desk) {
    return new Looks(TestDatabase.sql(), desk, CLOCK);
  }

  private static Comments comments(Desk desk) {
    return new Comments(TestDatabase.sql(), desk, CLOCK);
  }

  private static RebuttalQueries queries(Desk desk) {
    return new RebuttalQueries(TestDatabase.sql(), desk, MutableClock.at("2026-02-01T08:00:00Z"));
  }
}
