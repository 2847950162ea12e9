package firstline.rumour.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.requirement.Requirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ThePublicSiteTest {
  private static final Instant START = Instant.parse("2024-12-31T16:00:00Z");
  private static SomethingPublic something;
  private static UUID corrected;
  private static UUID withdrawn;

  private final PublishedList list = new PublishedList(TestDatabase.sql());
  private final PublishedQueries queries = new PublishedQueries(TestDatabase.sql());
  private final Corrections corrections = new Corrections(TestDatabase.sql());

  @BeforeAll
  static void publish() {
    something = new SomethingPublic(TestDatabase.owner(), "97");
    for (var i = 0; i < 45; i++) {
      // From New Year's midnight in China on, one a month and more.
      something.publish(
          "2025-" + (7000 + i),
          i % 3 == 0 ? something.county : something.city,
          i % 5 == 0 ? "TRUE" : "FALSE",
          "第" + i + "条事实100%",
          "有人说水库" + (i % 9 == 0 ? "决堤" : "放水"),
          START.plusSeconds(i * 700_000L));
    }
    corrected =
        something.publish(
            "2025-7100",
            something.city,
            "FALSE",
            "桥没有封",
            "桥封了",
            Instant.parse("2026-03-01T00:00:00Z"));
    something.correct(
        corrected,
        2,
        "VERDICT",
        "封了一半",
        "PARTLY_FALSE",
        "桥封了一半",
        Instant.parse("2026-03-02T00:00:00Z"));
    something.draft(corrected, 3);
    withdrawn =
        something.publish(
            "2025-7101",
            something.city,
            "FALSE",
            "说错了的事实",
            "传言",
            Instant.parse("2026-03-03T00:00:00Z"));
    something.withdraw(withdrawn, "依据不足，撤回", Instant.parse("2026-03-04T00:00:00Z"));
  }

  @Test
  @Requirement("R8.1")
  void theListIsNarrowedAndTurnedPageByPage() {
    assertEquals(46, all(filter("", something.city, 0, 0, "")).size());
    assertEquals(15, all(filter("", something.county, 0, 0, "")).size());
    assertEquals(9, all(filter("TRUE", something.city, 0, 0, "")).size());
    assertEquals(45, all(filter("", something.city, 2025, 0, "")).size());
    assertEquals(4, all(filter("", something.city, 2025, 1, "")).size());
    assertEquals(1, all(filter("", something.city, 2026, 3, "")).size());
    assertEquals(5, all(filter("", something.city, 0, 0, "决堤")).size());
    assertEquals(9, all(filter("", something.city, 0, 0, "4")).size());
    assertEquals(45, all(filter("", something.city, 0, 0, "100%")).size());
    assertEquals(0, all(filter("", something.city, 0, 0, "1_0")).size());
    assertEquals(0, all(filter("", something.city, 0, 0, "说错了")).size());
    assertTrue(list.years().contains(2025) && list.years().contains(2026));
  }

  /** Every line, forth; and the first page again, back. */
  private List<PublishedList.Line> all(PublishedList.Filter filter) {
    var page = list.list(filter, Cursor.START);
    var first = page.rows();
    var all = new ArrayList<>(first);
    while (!page.after().isEmpty()) {
      page = list.list(filter, Cursor.read(page.after(), ""));
      all.addAll(page.rows());
    }
    while (!page.before().isEmpty()) {
      page = list.list(filter, Cursor.read("", page.before()));
    }
    assertEquals(first, page.rows());
    assertEquals(all.size(), list.count(filter));
    assertEquals(all.size(), all.stream().map(PublishedList.Line::id).distinct().count());
    return all;
  }

  private static PublishedList.Filter filter(
      String verdict, String area, int year, int month, String words) {
    return new PublishedList.Filter(verdict, area, year, month, words);
  }

  @Test
  @Requirement({"R8.3", "R8.4"})
  void aSupersededVersionStaysReadableAndSaysSo() {
    var newest = queries.one("2025-7100").orElseThrow();
    assertEquals("桥封了一半", newest.fact());
    assertTrue(newest.isCorrected());
    assertFalse(newest.superseded());
    assertEquals(
        List.of(2, 1),
        newest.history().stream().map(PublishedQueries.Correction::ordinal).toList(),
        "what is only being written is not among them");
    var old = queries.version("2025-7100", 1).orElseThrow();
    assertTrue(old.superseded());
    assertEquals("桥没有封", old.fact());
    assertEquals(Instant.parse("2026-03-01T00:00:00Z"), old.versionAt());
    assertTrue(queries.version("2025-7100", 3).isEmpty(), "a draft is nobody's to read");
    assertTrue(queries.version("2025-7101", 1).orElseThrow().isWithdrawn());
  }

  @Test
  @Requirement("R8.4")
  void whatToDoAndWhereItHoldsIsOnThePage() {
    TestDatabase.owner()
        .update(
            """
            update rebuttal_version set advice = '烧开再喝', scope_place = '翠屏区',
              valid_until = '2026-12-31'
            where rebuttal_id = (select id from rebuttal where number = '2025-7100')
            """);
    var guidance = queries.one("2025-7100").orElseThrow().guidance();
    assertEquals("烧开再喝", guidance.advice());
    assertEquals("翠屏区", guidance.place());
    assertTrue(guidance.isTimed());
  }

  @Test
  @Requirement("R8.5")
  void everyCorrectionAndWithdrawalIsListedWithWhatChanged() {
    var page = corrections.list(Cursor.START);
    var all = new ArrayList<>(page.rows());
    var first = page.rows();
    while (!page.after().isEmpty()) {
      page = corrections.list(Cursor.read(page.after(), ""));
      all.addAll(page.rows());
    }
    while (!page.before().isEmpty()) {
      page = corrections.list(Cursor.read("", page.before()));
    }
    assertEquals(first, page.rows());
    var verdict =
        all.stream()
            .filter(change -> change.number().equals("2025-7100"))
            .findFirst()
            .orElseThrow();
    assertEquals("VERDICT", verdict.kind());
    assertEquals("封了一半", verdict.note());
    assertEquals("桥没有封", verdict.factBefore());
    assertEquals("FALSE", verdict.verdictBefore());
    assertEquals("PARTLY_FALSE", verdict.verdict());
    var gone =
        all.stream().filter(change -> change.id().equals(withdrawn)).findFirst().orElseThrow();
    assertEquals("WITHDRAWN", gone.kind());
    assertEquals("依据不足，撤回", gone.note());
    assertEquals("", gone.fact(), "what was withdrawn is not said again");
    assertNull(gone.factBefore());
  }
}
