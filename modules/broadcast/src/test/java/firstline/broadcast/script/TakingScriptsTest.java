package firstline.broadcast.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.broadcast.verse.TextKind;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TakingScriptsTest {
  private static final Sql SQL = TestDatabase.keptOwner();
  private final TakeScript takeScript =
      new TakeScript(SQL, MutableClock.at(Instant.parse("2026-11-25T01:30:00Z")));

  @Test
  @Requirement({"R37.1", "R54.2"})
  void aScriptIsKeptOnceWithTheKindOfItsTextAndFoundByIt() {
    var city = TestCity.found(SQL, "962101");
    var rebuttal = UUID.randomUUID();
    take(city, rebuttal, TextKind.ANNOUNCEMENT);
    take(city, rebuttal, TextKind.ANNOUNCEMENT);
    take(city, UUID.randomUUID(), TextKind.JINGLE);
    var queries = new ScriptQueries(SQL, TestDesk.of(city.code() + "/", BroadcastRights.READ));
    assertEquals(List.of("JINGLE"), kinds(queries, "JINGLE"));
    assertEquals(List.of(), kinds(queries, "DOGGEREL"));
    assertEquals(List.of("ANNOUNCEMENT", "JINGLE"), kinds(queries, "").stream().sorted().toList());
  }

  private static List<String> kinds(ScriptQueries queries, String asked) {
    return queries.list(asked, Cursor.read("", "")).rows().stream()
        .map(line -> line.textKind().name())
        .toList();
  }

  private void take(TestCity city, UUID source, TextKind kind) {
    takeScript.take(
        new TakeScript.Command(
            source, "P-0001", 1, "0".repeat(64), city.code(), "zh", "出门戴口罩。", kind, 2));
  }
}
