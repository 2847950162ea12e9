package firstline.market.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phone that dies while it tells. */
class TellingWithKillsTest {
  private static final Sql SQL = TestDatabase.kept();

  @TempDir private Path files;

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-03-02T02:00:00Z"));

  private Field field(String digits, int officers) {
    return Field.found(digits, officers, clock, files);
  }

  /** What a phone's browser keeps: it is there after every kill. */
  private static final class Phone {
    private record Waiting(UUID id, JsonObject visit, List<Field.Shot> shots) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private final HashSet<UUID> told = new HashSet<>();
    private final HashSet<UUID> came = new HashSet<>();
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Tells until the kill: before the server has it, or after it has it and before that is known.
   */
  private void tell(Field field, Phone phone, Random chance, int killAt) {
    var left = killAt;
    while (!phone.waiting.isEmpty()) {
      var next = phone.waiting.get(0);
      if (phone.told.add(next.id())) {
        if (left-- == 0) {
          phone.told.remove(next.id());
          if (chance.nextBoolean()) {
            field.tell(next.id(), next.visit());
          }
          throw new Killed();
        }
        field.tell(next.id(), next.visit());
        var missing = field.missing(next.id());
        next.shots().stream()
            .map(Field.Shot::id)
            .filter(id -> !missing.contains(id))
            .forEach(phone.came::add);
      }
      for (var shot : next.shots()) {
        if (!phone.came.contains(shot.id())) {
          if (left-- == 0) {
            if (chance.nextBoolean()) {
              field.bring(shot.id(), shot.bytes());
            }
            throw new Killed();
          }
          field.bring(shot.id(), shot.bytes());
          phone.came.add(shot.id());
        }
      }
      phone.waiting.remove(0);
    }
  }

  @Test
  @Requirement({"R90.8", "R90.10"})
  void ofTwoHundredVisitsAndAThousandPicturesNoneIsLostOrDoubledByKills() {
    var field = field("953416", 2);
    var chance = new Random(20200205);
    var phone = new Phone();
    for (var i = 0; i < 200; i++) {
      var id = field.target(i, GoodsGroup.values()[i % 5]);
      field.assign(id);
      var shots = Shots.of(i, 3);
      phone.waiting.add(
          new Phone.Waiting(UUID.randomUUID(), field.visit(id, i % 3 == 0 ? 0 : 1, shots), shots));
    }
    var kills = 0;
    while (!phone.waiting.isEmpty()) {
      try {
        tell(field, phone, chance, kills < 12 ? chance.nextInt(90) : Integer.MAX_VALUE);
      } catch (Killed e) {
        kills++;
      }
    }
    assertEquals(12, kills);
    var sql = SQL;
    assertEquals(
        "200 200 1000 1000",
        sql.one(
            """
            select count(distinct v.id) || ' ' || count(distinct i.id) || ' '
              || count(distinct p.id) || ' ' || count(f.picture_id)
            from inspection i join inspection_visit v on v.inspection_id = i.id
              join inspection_picture p on p.visit_id = v.id
              left join inspection_picture_file f on f.picture_id = p.id and f.sha256 = p.sha256
            where i.area_code = ?
            """,
            row -> row.text(1),
            field.county()));
    assertEquals(
        List.of("200 SUBMITTED"),
        sql.list(
            "select count(*) || ' ' || state from inspection where area_code = ? group by state",
            row -> row.text(1),
            field.county()));
    // Two of three found something, and each has its term once.
    assertEquals(
        List.of("133 lead.verify"),
        sql.list(
            "select count(*) || ' ' || rule from term where area_code = ? group by rule",
            row -> row.text(1),
            field.county()));
  }
}
