package firstline.rumour.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.rumour.RumourRights;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Releases on the real database: two nodes, two officers, and what cannot be written twice. */
class TwoWorkersTest {
  private static final Clock CLOCK = Clock.fixed(Released.NOW.plusSeconds(7_200), ZoneOffset.UTC);
  private static final String PATH = "970000000000/";

  private UUID rebuttal = UUID.randomUUID();

  @BeforeEach
  void aPublicRebuttal() {
    rebuttal = UUID.randomUUID();
    var sql = TestDatabase.owner();
    sql.update(
        """
        insert into area (code, parent, level, name, path)
        values ('970000000000', null, 'CITY', '丙市', '970000000000/') on conflict do nothing
        """);
    sql.update(
        """
        insert into department (id, version, code, name, area_code) values
          (?, 1, 'RELEASE', '宣传部', '970000000000') on conflict do nothing
        """,
        Released.HE.departmentId());
    sql.update(
        """
        insert into officer (id, version, username, name, department_id, area_code, created_at)
        values (?, 1, 'release', '何秀兰', ?, '970000000000', now()) on conflict do nothing
        """,
        Released.HE.id(),
        Released.HE.departmentId());
    sql.update(
        """
        insert into rumour (id, version, area_code, department_id, department_name, number, title,
          state, changed_at, opened_at)
        values (?, 1, '970000000000', ?, '宣传部', ?, '传言', 'REBUTTING', now(), now())
        """,
        rebuttal,
        Released.HE.departmentId(),
        "R-" + rebuttal);
    sql.update(
        """
        insert into rebuttal (id, version, area_code, department_id, department_name, number, state,
          created_at, created_by, changed_at, public_ordinal, public_at, rumour_id)
        values (?, 1, '970000000000', ?, '宣传部', ?, 'PUBLISHED', now(), ?, now(), 1, now(), ?)
        """,
        rebuttal,
        Released.HE.departmentId(),
        rebuttal.toString(),
        Released.HE.id(),
        rebuttal);
    sql.update(
        """
        insert into rebuttal_version (id, rebuttal_id, ordinal, kind, claim, fact, explanation,
          sources, verdict, language, state, writers, writer_names, content_hash, written_at)
        values (gen_random_uuid(), ?, 1, 'ORIGINAL', '传言', '事实', '说明', '[]', 'FALSE', 'zh',
          'PUBLISHED', '', '', repeat('0', 64), now())
        """,
        rebuttal);
    TestDatabase.inTransaction(
        inside -> {
          var releases = releases(inside);
          var circulation = releases.of(rebuttal);
          circulation.order(
              text(), Set.of(Channel.WECHAT), Released.NOW, Released.HE, Released.NOW);
          circulation.out(text(), Released.HE, Released.NOW);
          releases.keep(circulation);
          return true;
        });
  }

  private ApprovedText text() {
    return new ApprovedText(rebuttal, "970000000000", "2026-0007", 1, "0".repeat(64));
  }

  private static Releases releases(Sql sql) {
    return new Releases(sql, desk(PATH), CLOCK);
  }

  private static Desk desk(String path) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            Released.HE.id(),
            "release",
            "何秀兰",
            Released.HE.departmentId(),
            "宣传部",
            "",
            "970000000000",
            "丙市",
            "zh",
            List.of(
                new OfficerOnDuty.Grant(RumourRights.READ, path),
                new OfficerOnDuty.Grant(RumourRights.PUBLISH, path)),
            null));
    desk.begin(RumourRights.PUBLISH);
    return desk;
  }

  @Test
  @Requirement({"R3.6", "R3.7"})
  void twoNodesConfirmOnceBetweenThem() throws Exception {
    assertTrue(releases(TestDatabase.sql()).due(CLOCK.instant(), 1_000).contains(rebuttal));
    var together = new CountDownLatch(2);
    Callable<Integer> node =
        () -> {
          together.countDown();
          together.await();
          return TestDatabase.inTransaction(this::confirmWhatIsThere);
        };
    var nodes = Executors.newFixedThreadPool(2);
    try {
      var done = 0;
      for (var result : nodes.invokeAll(List.of(node, node))) {
        done += result.get();
      }
      assertEquals(3, done, "each of the server's channels once");
    } finally {
      nodes.shutdown();
    }
    int again = TestDatabase.inTransaction(this::confirmWhatIsThere);
    assertEquals(0, again);
    int confirmed =
        TestDatabase.sql()
            .one(
                """
                select count(*) from release_step s join release r on r.id = s.release_id
                where r.rebuttal_id = ? and s.verb = 'CONFIRMED'
                """,
                row -> row.integer(1),
                rebuttal);
    assertEquals(3, confirmed);
  }

  private int confirmWhatIsThere(Sql sql) {
    var releases = releases(sql);
    var found = releases.unlessBusy(rebuttal);
    if (found.isEmpty()) {
      return 0;
    }
    var due = found.get().due(CLOCK.instant());
    for (var release : due) {
      found
          .get()
          .confirm(
              release.id(),
              Receipt.seenAt("https://example.org", CLOCK.instant()),
              null,
              CLOCK.instant());
    }
    releases.keep(found.get());
    return due.size();
  }

  @Test
  @Requirement({"R3.18", "R6.1"})
  void aStrangerFindsNothingAndALateOfficerIsToldSo() {
    var article = article();
    TestDatabase.inTransaction(
        sql -> {
          var strange = new Releases(sql, desk("960000000000/"), CLOCK);
          assertThrows(NotFound.class, () -> strange.at(article.id(), article.version()));
          assertThrows(
              NotFound.class,
              () -> new ReleaseQueries(sql, desk("960000000000/")).one(article.id()));
          assertThrows(Conflict.class, () -> releases(sql).at(article.id(), article.version() + 1));
          return true;
        });
  }

  private ReleaseQueries.Line article() {
    return new ReleaseQueries(TestDatabase.sql(), desk(PATH))
        .of(rebuttal).stream()
            .filter(line -> line.channel().equals("WECHAT"))
            .findFirst()
            .orElseThrow();
  }

  @Test
  @Requirement("R3.13")
  void whatWaitsIsListedWhereItBelongs() {
    assertEquals(1, waiting("QUEUED"));
    assertEquals(0, waiting("CORRECTION_DUE"));
    step(circulation -> circulation.handOver(article().id(), Released.HE, CLOCK.instant()));
    assertEquals(0, waiting("QUEUED"));
    assertEquals(1, waiting("SENT"));
    step(circulation -> circulation.withdrawn(Released.HE, CLOCK.instant()));
    assertEquals(4, waiting("CORRECTION_DUE"), "the page, the feed, the data, and the article");
    step(
        circulation ->
            circulation.takenDown(
                article().id(),
                new Receipt("", Released.NOW, "已删除", null, null),
                Released.HE,
                CLOCK.instant()));
    assertEquals(3, waiting("CORRECTION_DUE"));
  }

  private void step(java.util.function.Consumer<Circulation> action) {
    TestDatabase.inTransaction(
        sql -> {
          var circulation = releases(sql).of(rebuttal);
          action.accept(circulation);
          releases(sql).keep(circulation);
          return true;
        });
  }

  private long waiting(String state) {
    return new ReleaseQueries(TestDatabase.sql(), desk(PATH))
        .waiting(state, "", "970000000000", Cursor.START).rows().stream()
            .filter(line -> line.rebuttalId().equals(rebuttal))
            .count();
  }

  @Test
  @Requirement("R3.18")
  void theDatabaseItselfLetsNoClockBeWrittenTwiceAndNoStepBeUndone() {
    var sql = TestDatabase.sql();
    assertThrows(
        RuntimeException.class,
        () ->
            sql.update(
                "update release set sent_at = now() where rebuttal_id = ? and channel = 'WEB'",
                rebuttal));
    assertThrows(
        RuntimeException.class,
        () ->
            sql.update(
                "update release set state = 'CONFIRMED', confirmed_at = now(), appeared_at = now()"
                    + " where rebuttal_id = ? and channel = 'FEED'",
                rebuttal));
    assertThrows(RuntimeException.class, () -> sql.update("delete from release_step"));
  }
}
