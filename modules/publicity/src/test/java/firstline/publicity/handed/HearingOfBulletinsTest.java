package firstline.publicity.handed;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.outbox.HandOver;
import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.publicity.material.CitedRebuttals;
import firstline.publicity.material.Source;
import firstline.testkit.clock.MutableClock;
import jakarta.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The message of a bulletin comes to the designers, and ends with its correction. */
class HearingOfBulletinsTest {
  private static final Sql SQL = TestDatabase.keptOwner();
  private static final Instant NOW = Instant.parse("2026-11-26T01:30:00Z");
  private static final String CITY = "967600000000";
  private static final String WHY = "战报已更正";

  private final String number = "Z-" + UUID.randomUUID();
  private final HearOfBulletins hear =
      new HearOfBulletins(new KeepHanded(SQL, MutableClock.at(NOW)));

  private void hear(String topic, String message) {
    SQL.update(
        """
        insert into area (code, parent, level, name, path) values (?, null, 'CITY', '市', ?)
        on conflict do nothing
        """,
        CITY,
        CITY + "/");
    var payload =
        Json.createObjectBuilder()
            .add("id", UUID.randomUUID().toString())
            .add("number", number)
            .add("hash", "a".repeat(64))
            .add("area", CITY)
            .add("language", "en")
            .add("title", "t".repeat(140))
            .add("message", message)
            .add("spoken", "")
            .add("reason", WHY)
            .build()
            .toString();
    hear.on(new OutboxEvent(UUID.randomUUID(), topic, number, payload, NOW));
  }

  private List<String> handed() {
    return SQL.list(
        """
        select kind || ' ' || language || ' ' || body || ' ' || ended_why from handed_text
        where number = ?
        """,
        row -> row.text(1).strip(),
        number);
  }

  private void requireStanding() {
    new CitedRebuttals(SQL).requireStanding(new Source(Source.Kind.POLICY, number, "a".repeat(64)));
  }

  @Test
  @Requirement("R108.6")
  void itWaitsOnceAsAShortMessageAndEndsWithItsCorrection() {
    hear(HandOver.BULLETIN, "42 rebuttals");
    hear(HandOver.BULLETIN, "42 rebuttals");
    assertEquals(List.of("SMS en 42 rebuttals"), handed());
    assertDoesNotThrow(this::requireStanding);
    hear(HandOver.BULLETIN_CORRECTED, "42 rebuttals");
    assertEquals(List.of("SMS en 42 rebuttals " + WHY), handed());
    assertEquals(
        "material.source-ended",
        assertThrows(Refusal.class, this::requireStanding).code(),
        "what was drafted goes no further");
  }

  @Test
  @Requirement("R108.6")
  void aCorrectionThatIsHeardFirstEndsItAllTheSame() {
    hear(HandOver.BULLETIN_CORRECTED, "42 rebuttals");
    hear(HandOver.BULLETIN, "42 rebuttals");
    assertEquals(List.of("SMS en 42 rebuttals " + WHY), handed());
  }

  @Test
  @Requirement("R108.6")
  void withoutAMessageNothingWaits() {
    hear(HandOver.BULLETIN, " ");
    assertEquals(List.of(), handed());
  }

  @Test
  @Requirement("R108.6")
  void whatIsOutIsDue() {
    hear(HandOver.BULLETIN, "42 rebuttals");
    var out = version("PUBLISHED");
    var draft = version("DRAFT");
    hear(HandOver.BULLETIN_CORRECTED, "42 rebuttals");
    assertEquals(
        List.of(out),
        SQL.list(
            "select version_id from correction_due where version_id in (?, ?)",
            row -> row.id(1),
            out,
            draft));
  }

  /** A short message that cites the bulletin. */
  private UUID version(String state) {
    var id = UUID.randomUUID();
    SQL.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, ?, '宣传', ?)",
        id,
        id.toString(),
        CITY);
    SQL.update(
        """
        insert into material (id, version, area_code, department_id, department_name, number,
          kind, title, state, drafted_at) values (?, 1, ?, ?, '宣传', ?, 'SMS', '短信', ?, now())
        """,
        id,
        CITY,
        id,
        "M-" + id,
        state);
    SQL.update(
        "insert into variant (id, material_id, language, made_at) values (?, ?, 'en', now())",
        id,
        id);
    SQL.update(
        """
        insert into material_version (id, version, area_code, material_id, variant_id, ordinal,
          title, source, source_ref, source_hash, hash, state, writers, drafted_at)
        values (?, 1, ?, ?, ?, 1, '短信', 'POLICY', ?, repeat('a', 64), repeat('0', 64), ?, '',
          now())
        """,
        id,
        CITY,
        id,
        id,
        number,
        state);
    return id;
  }
}
