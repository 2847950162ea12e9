package firstline.persistence.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.bulk.OneByOne.Outcome;
import firstline.persistence.bulk.OneByOne.Pick;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.export.Address;
import firstline.persistence.export.ListExport;
import firstline.persistence.job.Progress;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A step for many records, over departments of the real database that are renamed. */
class ManyAtOnceTest {
  private static final String AREA = "967800000000";

  private Sql within = TestDatabase.owner();
  private final BulkStep rename =
      BulkStep.of("test.rename", "test.right", (id, typed) -> rename(id, typed));

  private void rename(UUID id, Map<String, String> typed) {
    var renamed =
        within.update(
            "update department set name = ? where id = ?", typed.getOrDefault("name", ""), id);
    if (renamed == 0) {
      throw new NotFound();
    }
    if (name(id).equals("坏")) {
      throw new IllegalStateException("the test's own fault");
    }
  }

  private String name(UUID id) {
    return within.one("select name from department where id = ?", row -> row.text(1), id);
  }

  /** As the server does it: each in a transaction that is kept, or taken back. */
  private OneByOne.Around transaction(boolean kept) {
    return work -> {
      try {
        TestDatabase.inTransaction(
            sql -> {
              within = sql;
              work.run();
              if (!kept) {
                throw new TakenBack();
              }
              return true;
            });
      } catch (TakenBack back) {
        // What was wanted.
      } finally {
        within = TestDatabase.owner();
      }
    };
  }

  private static final class TakenBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static List<Pick> departments(int many) {
    TestDatabase.owner()
        .update(
            """
            insert into area (code, level, name, path) values (?, 'CITY', '批量市', ?)
            on conflict do nothing
            """,
            AREA,
            AREA + "/");
    return IntStream.range(0, many).mapToObj(number -> department()).toList();
  }

  private static Pick department() {
    var id = UUID.randomUUID();
    TestDatabase.owner()
        .update(
            "insert into department (id, version, code, name, area_code) values (?, 1, ?, '局', ?)",
            id,
            id.toString(),
            AREA);
    return new Pick(id, id.toString());
  }

  @Test
  @Requirement("R117.1")
  void whatIsTriedTellsTheRefusalsAndWritesNothing() {
    var picks = departments(3);
    var stranger = new Pick(UUID.randomUUID(), "不在");
    var outcomes =
        OneByOne.run(
            rename,
            List.of(picks.get(0), stranger, picks.get(1)),
            Map.of("name", "新局"),
            Progress.unseen(),
            transaction(false));
    assertEquals(List.of(true, false, true), outcomes.stream().map(Outcome::passed).toList());
    assertEquals("not-found", code(outcomes.get(1)));
    picks.forEach(pick -> assertEquals("局", name(pick.id())));
  }

  @Test
  @Requirement("R117.2")
  void aRefusedOneAndAFailedOneStopNoOther() {
    var picks = departments(2);
    var stranger = new Pick(UUID.randomUUID(), "不在");
    var outcomes =
        OneByOne.run(
            rename,
            List.of(stranger, picks.get(0), picks.get(1)),
            Map.of("name", "新局"),
            Progress.unseen(),
            transaction(true));
    assertEquals(List.of(false, true, true), outcomes.stream().map(Outcome::passed).toList());
    picks.forEach(pick -> assertEquals("新局", name(pick.id())));
    var failed =
        OneByOne.run(rename, picks, Map.of("name", "坏"), Progress.unseen(), transaction(true));
    assertEquals("bulk.failed", code(failed.get(0)));
    picks.forEach(pick -> assertEquals("新局", name(pick.id()), "undone by itself"));
  }

  @Test
  @Requirement("R117.4")
  void whatWasDoneBeforeItWasStoppedStandsInTheReport() {
    var picks = departments(3);
    var progress = Progress.unseen();
    var cancelling =
        BulkStep.of(
            "test.stop",
            "test.right",
            (id, typed) -> {
              rename(id, Map.of("name", "停"));
              if (id.equals(picks.get(1).id())) {
                progress.cancel();
              }
            });
    var outcomes = OneByOne.run(cancelling, picks, Map.of(), progress, transaction(true));
    assertEquals(List.of(true, true, false), outcomes.stream().map(Outcome::passed).toList());
    assertEquals("job.cancelled", code(outcomes.get(2)));
    assertEquals("局", name(picks.get(2).id()));
  }

  private static String code(Outcome outcome) {
    var refusal = outcome.refusal();
    return refusal == null ? "" : refusal.code();
  }

  @Test
  @Requirement("R117.3")
  void whatIsTickedIsTakenOnceAndIsBounded() {
    var id = UUID.randomUUID();
    assertEquals(
        List.of(new Pick(id, "C-2026-0001")),
        Chosen.ticked(List.of(id + " C-2026-0001", id + " C-2026-0001")));
    assertThrows(NotFound.class, () -> Chosen.ticked(List.of("1' or '1'='1 x")));
    assertThrows(NotFound.class, () -> Chosen.ticked(List.of(id + " " + "x".repeat(81))));
    assertEquals("bulk.none", assertThrows(Refusal.class, () -> Chosen.ticked(List.of())).code());
    var many =
        IntStream.rangeClosed(0, Chosen.MOST).mapToObj(n -> UUID.randomUUID() + " " + n).toList();
    assertEquals("bulk.too-many", assertThrows(Refusal.class, () -> Chosen.ticked(many)).code());
    assertEquals(Chosen.MOST, Chosen.ticked(many.subList(1, many.size())).size());
  }

  @Test
  @Requirement("R117.3")
  void allThatTheFilterFindsIsReadFromEveryPage() {
    assertEquals(250, Chosen.found(new Numbers(250), "state=NEW").size());
    assertEquals(Chosen.MOST, Chosen.found(new Numbers(Chosen.MOST), "state=NEW").size());
    var refused =
        assertThrows(Refusal.class, () -> Chosen.found(new Numbers(Chosen.MOST + 1), "state=NEW"));
    assertEquals("bulk.too-many", refused.code());
    assertThrows(Refusal.class, () -> Chosen.found(new Numbers(5), "state=OTHER"));
  }

  /** A list of so many numbers by pages of a hundred, all of the state NEW. */
  private record Numbers(int many) implements ListExport {
    @Override
    public String list() {
      return "test.numbers";
    }

    @Override
    public List<String> columns() {
      return List.of("test.number");
    }

    @Override
    public Part rows(Address asked, String after, int size) {
      assertTrue(size > 0);
      if (!asked.parameter("state").equals("NEW")) {
        return new Part(List.of(), "");
      }
      var from = after.isEmpty() ? 0 : Integer.parseInt(after);
      var to = Math.min(many, from + 100);
      assertFalse(from > to);
      return new Part(
          IntStream.range(from, to)
              .mapToObj(number -> new Line(new UUID(1, number).toString(), List.of(number)))
              .toList(),
          to < many ? String.valueOf(to) : "");
    }
  }
}
