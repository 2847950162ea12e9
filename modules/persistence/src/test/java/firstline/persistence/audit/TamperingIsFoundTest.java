package firstline.persistence.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.audit.AuditRow.Outcome;
import firstline.persistence.database.DatabaseFailure;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.job.Progress;
import firstline.persistence.requirement.Requirement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TamperingIsFoundTest {
  private static final int ROWS = 1_000;
  private static final long SEED = Long.getLong("firstline.seed", 20200123L);
  private static final String SECRET = "only-for-tests-0123456789-abcdefghijklmnop";

  private final List<AuditRow> chain = chain(ROWS, "");

  @Test
  void anUntouchedChainIsWhole() {
    assertTrue(verify(chain, List.of(anchor(chain, ROWS))).whole());
  }

  @Test
  @Requirement("R10.1")
  void everyTamperingWithEveryRowIsFound() {
    var random = new Random(SEED);
    for (var at = 0; at < ROWS; at++) {
      for (var how = 0; how < 14; how++) {
        var copy = new ArrayList<>(chain);
        tamper(copy, at, how, random);
        assertFalse(
            verify(copy, List.of(anchor(chain, ROWS))).whole(),
            "row " + at + " tampered in way " + how + ", seed " + SEED);
      }
    }
  }

  @Test
  void aMiddlePartHashedAnewIsFoundWithoutAnyAnchor() {
    var random = new Random(SEED);
    for (var run = 0; run < ROWS; run++) {
      var copy = new ArrayList<>(chain);
      var from = random.nextInt(ROWS - 10);
      change(copy, from, 3);
      rehash(copy, from, from + 1 + random.nextInt(8));
      assertFalse(verify(copy, List.of()).whole(), "from " + from + ", seed " + SEED);
    }
  }

  @Test
  @Requirement("R10.2")
  void aCutTailAndAWholeRehashAreFoundAgainstTheAnchor() {
    for (var left : List.of(0, 1, 500, 999)) {
      assertEquals("truncated", verify(chain.subList(0, left), List.of(anchor(chain, ROWS))).why());
    }
    var copy = new ArrayList<>(chain);
    change(copy, 10, 3);
    rehash(copy, 10, ROWS);
    assertTrue(verify(copy, List.of()).whole(), "it fits itself");
    assertEquals("anchor", verify(copy, List.of(anchor(chain, ROWS))).why());
  }

  @Test
  void anEditedAnchorDoesNotCount() {
    var line = anchor(chain, 7).line(SECRET);
    assertTrue(Anchor.parse(line, SECRET).isPresent());
    assertTrue(Anchor.parse(line.replaceFirst("7 ", "8 "), SECRET).isEmpty());
    assertTrue(Anchor.parse(line, SECRET + "x").isEmpty());
  }

  @Test
  @Requirement("R10.3")
  void theApplicationMayOnlyInsert() {
    var at = Clock.fixed(Instant.parse("2026-02-01T00:00:00.123456789Z"), ZoneOffset.UTC);
    long before = TestDatabase.sql().one("select count(*) from audit_row", row -> row.number(1));
    for (var i = 0; i < 3; i++) {
      TestDatabase.inTransaction(
          sql -> {
            new AuditLog(sql, at).append(entry("write"));
            return true;
          });
    }
    var sql = TestDatabase.sql();
    var verdict = new AuditLog(sql, at).verify(Progress.unseen(), List.of(), SECRET);
    assertTrue(verdict.whole(), "read back as written: " + verdict);
    assertEquals(before + 3, verdict.rows());
    for (var spoilt : List.of("", "nonsense", "x 2026-02-01T00:00:00Z 00 00", "1 today 00 zz")) {
      var found = new AuditLog(sql, at).verify(Progress.unseen(), List.of(spoilt), SECRET);
      assertEquals("anchor-file", found.why(), "a spoilt anchor file is a finding: " + spoilt);
    }
    assertThrows(DatabaseFailure.class, () -> sql.update("update audit_row set detail = 'x'"));
    assertThrows(DatabaseFailure.class, () -> sql.update("delete from audit_row"));
    assertThrows(DatabaseFailure.class, () -> sql.update("truncate audit_row"));
    assertThrows(
        DatabaseFailure.class,
        () -> TestDatabase.owner().update("update audit_row set detail = 'x'"));
    assertThrows(DatabaseFailure.class, () -> TestDatabase.owner().update("truncate audit_row"));
  }

  private static void tamper(List<AuditRow> rows, int at, int how, Random random) {
    switch (how) {
      case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 -> change(rows, at, how);
      case 10 -> rows.remove(at);
      case 11 -> {
        var other = (at + 1 + random.nextInt(ROWS - 1)) % ROWS;
        var one = rows.get(at);
        rows.set(at, rows.get(other));
        rows.set(other, one);
      }
      case 12 -> rows.add(at, chain(1, "inserted").get(0));
      default -> {
        change(rows, at, 3);
        rehash(rows, at, Math.min(ROWS, at + 5));
      }
    }
  }

  /** Changes one field and leaves the hash. */
  private static void change(List<AuditRow> rows, int at, int field) {
    var r = rows.get(at);
    rows.set(
        at,
        new AuditRow(
            r.sequence(),
            field == 0 ? r.at().plusNanos(1_000) : r.at(),
            field == 1 ? r.officer() + "x" : r.officer(),
            field == 2 ? "" : r.officerName(),
            field == 3 ? "elsewhere" : r.department(),
            field == 4 ? "511500000001" : r.areaCode(),
            field == 5 ? r.useCase() + " " : r.useCase(),
            field == 6 ? "" : r.right(),
            field == 7 ? "another" : r.subject(),
            field == 8 ? Outcome.FAILED : r.outcome(),
            field == 9 ? "detail" : r.detail(),
            r.previous(),
            r.hash()));
  }

  private static void rehash(List<AuditRow> rows, int from, int to) {
    for (var i = from; i < to; i++) {
      var previous = i == 0 ? AuditRow.ZERO : rows.get(i - 1).hash();
      rows.set(i, rows.get(i).with(previous, AuditRow.ZERO).sealed());
    }
  }

  private static AuditChain.Verdict verify(List<AuditRow> rows, List<Anchor> anchors) {
    var verification = new AuditChain(anchors);
    rows.forEach(verification::add);
    return verification.verdict();
  }

  private static Anchor anchor(List<AuditRow> rows, int sequence) {
    var row = rows.get(sequence - 1);
    return new Anchor(sequence, row.at(), HexFormat.of().formatHex(row.hash()));
  }

  private static AuditLog.Entry entry(String useCase) {
    return new AuditLog.Entry(
        "o", "李敏", "宣传部", "511500000000", useCase, "r", "s", Outcome.SUCCESS, "");
  }

  private static List<AuditRow> chain(int length, String mark) {
    var rows = new ArrayList<AuditRow>();
    var previous = AuditRow.ZERO;
    for (var i = 1; i <= length; i++) {
      var row =
          new AuditRow(
                  i,
                  Instant.parse("2026-02-01T00:00:00Z").plusSeconds(i),
                  "officer" + i,
                  "李敏",
                  "宣传部",
                  "511500000000",
                  "rumour.rebuttal.PublishRebuttal.publish",
                  "rumour.publish",
                  "subject" + i + mark,
                  i % 7 == 0 ? Outcome.REFUSED : Outcome.SUCCESS,
                  "",
                  previous,
                  AuditRow.ZERO)
              .sealed();
      rows.add(row);
      previous = row.hash();
    }
    return rows;
  }
}
