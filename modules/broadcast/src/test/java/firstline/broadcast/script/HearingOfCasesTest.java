package firstline.broadcast.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.broadcast.TestCity;
import firstline.broadcast.TestSchedules;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.outbox.HandOver;
import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.testkit.clock.MutableClock;
import jakarta.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A typical case becomes public and is taken off, in whatever order that is heard. */
class HearingOfCasesTest {
  private static final Sql SQL = TestDatabase.keptOwner();
  private static final Instant NOW = Instant.parse("2026-11-26T01:30:00Z");

  private final MutableClock clock = MutableClock.at(NOW);
  private final HearOfCases hear =
      new HearOfCases(
          new TakeScript(SQL, clock),
          new RecallScripts(SQL, TestSchedules.of(SQL, new Desk(), clock), clock));

  private void hear(String topic, UUID id, String area) {
    var payload =
        Json.createObjectBuilder()
            .add("id", id.toString())
            .add("number", "川市监罚〔2026〕0001号")
            .add("hash", "b".repeat(64))
            .add("area", area)
            .add("title", "借传言涨价受罚")
            .add("text", "借传言涨价受罚。货源充足。")
            .add("reason", "公示期满")
            .build()
            .toString();
    hear.on(new OutboxEvent(UUID.randomUUID(), topic, "1", payload, NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"967504 true", "967505 false"})
  @Requirement("R37.2")
  void whatHasEndedIsReadByNobody(String given) {
    var city = TestCity.found(SQL, given.substring(0, 6));
    var overtaken = given.endsWith("true");
    var id = UUID.randomUUID();
    hear(overtaken ? HandOver.TYPICAL_CASE_ENDED : HandOver.TYPICAL_CASE, id, city.code());
    hear(overtaken ? HandOver.TYPICAL_CASE : HandOver.TYPICAL_CASE_ENDED, id, city.code());
    assertEquals(
        List.of("公示期满"),
        SQL.list("select recalled_why from script where source_id = ?", row -> row.text(1), id));
  }
}
