package firstline.broadcast.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.TestCity;
import firstline.broadcast.fleet.EnrolCode;
import firstline.broadcast.fleet.Knowing;
import firstline.broadcast.programme.Building;
import firstline.broadcast.signature.Ed25519;
import firstline.broadcast.signature.ServerKey;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundingTheFleetTest {
  private static final Instant NOW = Instant.parse("2026-10-25T01:30:00Z");
  private static final Instant UNTIL = Instant.parse("2026-11-26T01:30:00Z");

  @TempDir Path home;

  /** The fleet is nobody else's: what the test founds is undone. */
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void undone(Consumer<Sql> work) {
    assertThrows(
        Undone.class,
        () ->
            TestDatabase.inTransaction(
                sql -> {
                  work.accept(sql);
                  throw new Undone();
                }));
  }

  private List<FleetFolder.Member> founded(Sql sql) {
    var city = TestCity.found(sql, "958301");
    city.area(city.code(), "958301001001", "VILLAGE");
    city.area(city.code(), "958301001002", "VILLAGE");
    int villages =
        sql.one("select count(*) from area where level = 'VILLAGE'", row -> row.integer(1));
    var lines = new ArrayList<String>();
    for (var i = 0; i <= villages; i++) {
      lines.add("FF-" + i + ',' + Ed25519.text(TestCity.raw(TestCity.keys())));
    }
    lines.add("FF-none,no-key");
    try {
      Files.write(home.resolve(FleetFolder.KEYS), lines, StandardCharsets.UTF_8);
      FleetFolder.clear(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EnrolFleet(sql, MutableClock.at(NOW)).enrol(FleetFolder.keys(home), UNTIL);
  }

  @Test
  @Requirement("R43.1")
  void eachVillageHasASpeakerThatIsEnrolledByItsOwnKey() {
    undone(
        sql -> {
          var members = founded(sql);
          assertEquals(
              List.of("FF-0", "FF-1"),
              members.stream().limit(2).map(FleetFolder.Member::serial).toList());
          assertEquals(
              2,
              (int)
                  sql.one(
                      """
                      select count(distinct s.area_code) from speaker s
                        join speaker_stay y on y.speaker_no = s.no and y.since = ?
                      where s.serial like 'FF-%' and s.state = 'ENROLLED'
                        and s.area_code like '958301%'
                      """,
                      row -> row.integer(1), NOW));
          byte[] kept =
              sql.one("select public_key from speaker where serial = 'FF-1'", row -> row.bytes(1));
          assertEquals(Ed25519.text(FleetFolder.keys(home).get(1).publicKey()), Ed25519.text(kept));
          assertEquals(
              "FF-0",
              sql.one(
                  """
                  select s.serial from enrol_code c join speaker s on s.id = c.speaker_id
                  where c.hash = ? and c.expires_at = ? and c.used_at is null
                  """,
                  row -> row.text(1),
                  EnrolCode.hash(members.get(0).code()),
                  UNTIL));
        });
  }

  @Test
  @Requirement("R43.1")
  void theCodesAreForTheOwnersEyesAlone() throws IOException {
    FleetFolder.writeCodes(
        home, List.of(new FleetFolder.Member("FF-1", new java.util.UUID(0, 1), "K7QP-2MXD")));
    var file = home.resolve("codes.csv");
    assertEquals("FF-1,K7QP-2MXD\n", Files.readString(file, StandardCharsets.UTF_8));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  @Requirement("R43.2")
  void besideEachSpeakerLieItsAssignmentAndTheProgrammesOfItsAudience() {
    undone(
        sql -> {
          var members = founded(sql);
          var key = new ServerKey("only-for-tests-0123456789-abcdefghijklmnop");
          var folder = new FleetFolder(sql, Knowing.assignments(sql, key));
          try {
            folder.writeAssignments(home, members);
            Building.builder(sql, key, MutableClock.at(NOW), 60_000).build();
            folder.writeProgrammes(home, members);
            var lines =
                Files.readAllLines(home.resolve("past").resolve("FF-1"), StandardCharsets.UTF_8);
            assertEquals(2, lines.size());
            assertTrue(lines.get(0).contains("\"serial\":\"FF-1\""), lines.get(0));
            assertTrue(
                lines.get(1).contains("\"audience\":\"" + members.get(1).audience() + "\""),
                lines.get(1));
            assertTrue(lines.get(1).contains("\"signature\":"), lines.get(1));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
