package firstline.persistence.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.audit.AuditRow.Outcome;
import firstline.persistence.database.DatabaseFailure;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.job.Progress;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.locale.ThreeLocales;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database counts its 190 days by its own clock, so the rows are written in the real past. */
class ForgettingTheRecordTest {
  private static final String SECRET = "only-for-tests-0123456789-abcdefghijklmnop";

  private final Sql sql = TestDatabase.sql();
  private final Instant now = sql.one("select now()", row -> row.instant(1));
  private final MutableClock clock = MutableClock.at(now.toString());
  private final AuditLog log = new AuditLog(sql, clock);
  private final List<String> anchors = new ArrayList<>();

  @BeforeEach
  @AfterEach
  void anEmptyRecord() {
    var owner = TestDatabase.owner();
    owner.update("alter table audit_row disable trigger user");
    owner.update("truncate audit_row, audit_cut, setting");
    owner.update("alter table audit_row enable trigger user");
  }

  @ThreeLocales
  @Requirement("R112.8")
  void whatIsPastItsTimeGoesAndTheRestIsWhole() {
    rows(500, 450, 401, 399, 200, 1);
    assertEquals(2, forget(2));
    assertEquals(1, forget(2));
    assertEquals(0, forget(2));
    assertEquals(List.of(4L, 5L, 6L), sequences());
    var verdict = verdict();
    assertTrue(verdict.whole(), verdict.why());
    assertEquals(3, verdict.rows());
    rows(0);
    assertTrue(verdict().whole());
  }

  @Test
  @Requirement("R112.8")
  void neverLessThanHalfAYearWhateverWasChosen() {
    rows(500, 191, 189, 1);
    choose("190");
    assertEquals(2, forget(500));
    // The application asks for everything; the database gives what it may.
    assertEquals(0, sql.one("select audit_forget(now(), 500)", row -> row.integer(1)).intValue());
    assertEquals(List.of(3L, 4L), sequences());
  }

  @Test
  @Requirement("R112.8")
  void theLastRowStaysHoweverOld() {
    rows(900, 800);
    assertEquals(1, forget(500));
    assertEquals(List.of(2L), sequences());
    rows(0);
    assertTrue(verdict().whole());
  }

  @Test
  @Requirement({"R112.8", "R10.3"})
  void nobodyDeletesARowByHand() {
    rows(900, 800, 1);
    for (var someone : List.of(sql, TestDatabase.owner())) {
      assertThrows(DatabaseFailure.class, () -> someone.update("delete from audit_row"));
    }
    forget(500);
    assertThrows(DatabaseFailure.class, () -> TestDatabase.owner().update("delete from audit_row"));
    assertThrows(
        DatabaseFailure.class,
        () -> sql.update("insert into audit_cut values (9, ?, now(), 1)", new byte[32]));
  }

  @Test
  @Requirement("R112.8")
  void aCutThatTookYoungerRowsIsFound() {
    rows(900, 100);
    anchor(Duration.ofDays(50));
    rows(40, 1);
    var owner = TestDatabase.owner();
    owner.update(
        "insert into audit_cut select sequence, hash, now(), 3 from audit_row where sequence = 3");
    owner.update("alter table audit_row disable trigger user");
    owner.update("delete from audit_row where sequence <= 3");
    owner.update("alter table audit_row enable trigger user");
    assertEquals("cut", verdict().why());
  }

  @Test
  @Requirement("R112.8")
  void aCutWithAnotherHashThanItsAnchorIsFound() {
    rows(900, 850);
    anchor(Duration.ofDays(840));
    rows(300, 1);
    forget(500);
    assertTrue(verdict().whole());
    TestDatabase.owner().update("update audit_cut set hash = ?", new byte[32]);
    assertEquals("cut", verdict().why());
  }

  private int forget(int most) {
    return new ForgetAudit(sql, clock).forget(most);
  }

  private void choose(String days) {
    TestDatabase.owner()
        .update("insert into setting (key, value, version) values ('retention.audit', ?, 1)", days);
  }

  private List<Long> sequences() {
    return sql.list("select sequence from audit_row order by sequence", row -> row.number(1));
  }

  private AuditChain.Verdict verdict() {
    return log.verify(Progress.unseen(), anchors, SECRET);
  }

  private void rows(int... daysAgo) {
    for (var days : daysAgo) {
      var then = MutableClock.at(now.minus(Duration.ofDays(days)).toString());
      TestDatabase.inTransaction(
          one -> {
            new AuditLog(one, then)
                .append(
                    new AuditLog.Entry(
                        "public",
                        "",
                        "",
                        "",
                        "test.Row.write",
                        "everyone",
                        "",
                        Outcome.SUCCESS,
                        ""));
            return true;
          });
    }
  }

  private void anchor(Duration ago) {
    var head =
        sql.one(
            "select sequence, hash from audit_row order by sequence desc limit 1",
            row ->
                new Anchor(
                    row.number(1),
                    now.minus(ago).truncatedTo(ChronoUnit.MICROS),
                    HexFormat.of().formatHex(row.bytes(2))));
    anchors.add(head.line(SECRET));
  }
}
