package firstline.broadcast.programme;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.TestCity;
import firstline.broadcast.signature.Canonical;
import firstline.broadcast.signature.Ed25519;
import firstline.broadcast.signature.ServerKey;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Programmes on the real database, as the application's role; every test has a city of its own. */
class BuildingProgrammesTest {
  /** 09:30 in China. */
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");

  private static final ServerKey KEY = new ServerKey("only-for-tests-0123456789-abcdefghijklmnop");

  private static final Sql SQL = TestDatabase.keptOwner();

  private final MutableClock clock = MutableClock.at(NOW);
  private final BuildProgrammes builder = builder(SQL);

  private BuildProgrammes builder(Sql sql) {
    return new BuildProgrammes(sql, KEY, clock, 60_000);
  }

  private static TestCity city(String digits) {
    return TestCity.found(SQL, digits);
  }

  private static Map<UUID, Long> revisions(TestCity city) {
    var revisions = new HashMap<UUID, Long>();
    SQL.list(
        """
            select p.audience_id, p.revision
            from programme p join audience u on u.id = p.audience_id
              join area a on a.code = u.area_code
            where starts_with(a.path, ?)
            """,
        row -> revisions.put(row.id(1), row.number(2)),
        city.code() + "/");
    return revisions;
  }

  private static byte[] body(UUID audience) {
    return SQL.one(
        "select body from programme where audience_id = ?", row -> row.bytes(1), audience);
  }

  private static JsonObject programme(UUID audience) {
    try (var reader = Json.createReader(new ByteArrayInputStream(body(audience)))) {
      return reader.readObject();
    }
  }

  private static List<String> starts(UUID audience) {
    return programme(audience).getJsonArray("plays").getValuesAs(JsonObject.class).stream()
        .map(play -> Instant.ofEpochMilli(play.getJsonNumber("start").longValue()).toString())
        .toList();
  }

  private static List<String> withdrawn(UUID audience) {
    return programme(audience).getJsonArray("withdrawn").getValuesAs(JsonString::getString);
  }

  private UUID daily(TestCity city, String area) {
    var id = city.schedule(city.code(), "ROUTINE", 0, "2026-11-25T18:30:00", "FREQ=DAILY", NOW);
    city.target(id, true, "AREA", area);
    return id;
  }

  /** A town with its villages, where each village has speakers without and with a group. */
  private static final class Town {
    final TestCity city;
    final Map<String, String> parents = new LinkedHashMap<>();
    final List<UUID> groups = List.of(UUID.randomUUID(), UUID.randomUUID());
    final Map<UUID, String> areas = new LinkedHashMap<>();
    final Map<UUID, Set<UUID>> groupsOf = new HashMap<>();

    Town(Draw draw, String digits) {
      city = city(digits);
      for (var town = 1; town <= 3; town++) {
        var code = city.area(city.code(), digits + "%03d000".formatted(town), "TOWNSHIP");
        parents.put(code, city.code());
        for (var village = 1; village <= 4; village++) {
          parents.put(
              city.area(code, digits + "%03d%03d".formatted(town, village), "VILLAGE"), code);
        }
      }
      for (var area : parents.keySet()) {
        speaker(area, Set.of());
        if (draw.chance(0.6)) {
          speaker(area, Set.of(draw.of(groups)));
        }
        if (draw.chance(0.2)) {
          speaker(area, Set.copyOf(groups));
        }
      }
    }

    private void speaker(String area, Set<UUID> mine) {
      var serial = "BP-" + area + "-" + areas.size();
      var audience = city.speaker(serial, area, mine.toArray(UUID[]::new)).audience();
      areas.put(audience, area);
      groupsOf.put(audience, mine);
    }

    boolean isWithin(String area, String other) {
      for (var up = area; up != null; up = parents.get(up)) {
        if (up.equals(other)) {
          return true;
        }
      }
      return false;
    }
  }

  private record Drawn(UUID id, Set<String> included, Set<String> left) {
    static Drawn of(Draw draw, Town town) {
      var areas = new ArrayList<>(town.parents.keySet());
      areas.add(town.city.code());
      var names = new ArrayList<>(areas);
      town.groups.forEach(group -> names.add(group.toString()));
      var included = Set.copyOf(draw.list(1, 3, one -> one.of(names)));
      var left = new HashSet<>(draw.list(0, 2, one -> one.of(names)));
      left.removeAll(included);
      var kind = draw.of("ROUTINE", "DRILL", "LIVE", "EMERGENCY");
      var id =
          town.city.schedule(
              draw.of(areas),
              kind,
              kind.equals("EMERGENCY") ? draw.between(1, 4) : 0,
              "2026-11-25T%02d:30:00".formatted(draw.between(10, 23)),
              "FREQ=DAILY",
              NOW);
      included.forEach(name -> town.city.target(id, true, kind(name), name));
      left.forEach(name -> town.city.target(id, false, kind(name), name));
      return new Drawn(id, included, left);
    }

    private static String kind(String name) {
      return name.length() == 12 ? "AREA" : "GROUP";
    }

    boolean reaches(Town town, UUID audience) {
      return holds(included, town, audience) && !holds(left, town, audience);
    }

    private static boolean holds(Set<String> names, Town town, UUID audience) {
      return names.stream()
          .anyMatch(
              name ->
                  town.isWithin(town.areas.get(audience), name)
                      || town.groupsOf.get(audience).contains(group(name)));
    }

    private static UUID group(String name) {
      return name.length() == 12 ? new UUID(0, 0) : UUID.fromString(name);
    }
  }

  @Test
  @Requirement({"R32.3", "R32.4", "R32.8"})
  void exactlyTheAudiencesThatAChangeReachesGetAHigherRevision() {
    var number = new int[1];
    Seeded.cases(
        2,
        draw -> {
          var town = new Town(draw, "95411" + number[0]++);
          builder.build();
          var standing = new ArrayList<Drawn>();
          for (var round = 0; round < 14; round++) {
            var before = revisions(town.city);
            assertEquals(town.areas.keySet(), before.keySet());
            var changed = new ArrayList<Drawn>();
            if (!standing.isEmpty() && draw.chance(0.4)) {
              changed.add(standing.remove(draw.between(0, standing.size() - 1)));
              town.city.withdraw(changed.get(0).id(), clock.instant());
            } else if (draw.chance(0.9)) {
              for (var i = draw.between(1, 2); i > 0; i--) {
                changed.add(Drawn.of(draw, town));
              }
              standing.addAll(changed);
            }
            // Another node that begins now comes to the same.
            (draw.chance(0.2) ? builder(SQL) : builder).build();
            if (draw.chance(0.3)) {
              builder.build();
            }
            var after = revisions(town.city);
            for (var audience : town.areas.keySet()) {
              var reached = changed.stream().anyMatch(one -> one.reaches(town, audience));
              assertEquals(reached, after.get(audience) > before.get(audience), "round " + round);
              if (!reached) {
                assertEquals(before.get(audience), after.get(audience));
              }
            }
          }
          for (var audience : town.areas.keySet()) {
            var reaching = standing.stream().filter(one -> one.reaches(town, audience)).count();
            var items = programme(audience).getJsonArray("items").size();
            assertEquals(reaching, items);
          }
        });
  }

  @Test
  @Requirement("R32.4")
  void whereNothingChangesTheProgrammeStaysUntilHalfADayBeforeItIsStale() {
    var city = city("954121");
    var audience = city.speaker("BP-1", city.code()).audience();
    builder.build();
    var first = revisions(city).get(audience);
    assertEquals(0, builder.build());
    assertEquals(0, builder(TestDatabase.sql()).build(), "another node");
    clock.move(Duration.ofHours(36));
    builder.build();
    assertEquals(first, revisions(city).get(audience));
    clock.move(Duration.ofSeconds(1));
    builder.build();
    assertNotEquals(first, revisions(city).get(audience));
    var programme = programme(audience);
    var now = clock.instant();
    assertEquals(now.toEpochMilli(), programme.getJsonNumber("issued").longValue());
    assertEquals(
        now.plus(Duration.ofHours(48)).toEpochMilli(),
        programme.getJsonNumber("fresh").longValue());
    assertEquals(
        now.plus(Duration.ofDays(7)).toEpochMilli(), programme.getJsonNumber("until").longValue());
  }

  @Test
  @Requirement("R32.3")
  void withEachDayAnotherDayOfPlaysComesIntoTheProgramme() {
    var city = city("954122");
    var audience = city.speaker("BP-2", city.code()).audience();
    daily(city, city.code());
    builder.build();
    var first = starts(audience);
    assertEquals("2026-11-25T10:30:00Z", first.get(0));
    assertEquals("2026-12-02T10:30:00Z", first.get(first.size() - 1));
    clock.set(Instant.parse("2026-11-25T15:59:59Z"));
    builder.build();
    assertEquals(first, starts(audience), "a second before midnight in China");
    clock.move(Duration.ofSeconds(1));
    builder.build();
    var second = starts(audience);
    assertEquals("2026-11-25T10:30:00Z", second.get(0), "yesterday's may still sound");
    assertEquals("2026-12-03T10:30:00Z", second.get(second.size() - 1));
    clock.move(Duration.ofDays(1));
    builder.build();
    assertEquals("2026-11-26T10:30:00Z", starts(audience).get(0));
    assertTrue(
        Instant.parse(starts(audience).get(8)).isAfter(clock.instant().plus(BuildProgrammes.HOLDS)),
        "it does not run dry before it is over");
  }

  @Test
  @Requirement("R32.8")
  void aWithdrawnPlayIsNamedForAsLongAsASpeakerMayHoldIt() {
    var city = city("954123");
    var audience = city.speaker("BP-3", city.code()).audience();
    var schedule = daily(city, city.code());
    builder.build();
    var plays =
        programme(audience).getJsonArray("plays").getValuesAs(JsonObject.class).stream()
            .map(play -> play.getString("id"))
            .toList();
    assertEquals(8, plays.size());
    clock.move(Duration.ofHours(10));
    city.withdraw(schedule, clock.instant());
    builder.build();
    assertEquals(List.of("2026-11-25T10:30:00Z"), starts(audience), "it was over");
    assertEquals(plays.subList(1, 8), withdrawn(audience));
    for (var day = 1; day <= 7; day++) {
      clock.move(Duration.ofDays(1));
      builder.build();
      assertTrue(withdrawn(audience).contains(plays.get(day)), "day " + day);
    }
    clock.move(Duration.ofDays(3));
    builder.build();
    assertEquals(List.of(), withdrawn(audience));
  }

  @Test
  @Requirement("R32.8")
  void aPlayThatWasPlannedWhileItsScheduleWasBeingWithdrawnIsWithdrawnToo() {
    var city = city("954124");
    var audience = city.speaker("BP-4", city.code()).audience();
    var schedule = daily(city, city.code());
    city.withdraw(schedule, NOW.plusSeconds(1));
    // A build that had read the schedule before commits after its withdrawal.
    var late = city.occurrence(schedule, NOW.plus(Duration.ofDays(2)));
    builder.build();
    assertEquals(List.of(), starts(audience));
    assertEquals(List.of(Long.toString(late)), withdrawn(audience));
    assertEquals(
        NOW.plusSeconds(1),
        SQL.one("select withdrawn_at from occurrence where no = ?", row -> row.instant(1), late));
  }

  @Test
  @Requirement("R32.3")
  void aPlaceThatGetsASpeakerAgainHasMissedNothing() {
    var city = city("954125");
    var speaker = city.speaker("BP-5", city.code());
    builder.build();
    city.retire(speaker);
    builder.build();
    daily(city, city.code());
    builder.build();
    var again = city.speaker("BP-6", city.code());
    assertEquals(speaker.audience(), again.audience());
    builder.build();
    assertEquals(8, starts(again.audience()).size());
  }

  @Test
  @Requirement("R32.3")
  void aBuildThatWasNotCommittedIsDoneAgain() {
    var city = city("954126");
    var audience = city.speaker("BP-7", city.code()).audience();
    builder.build();
    daily(city, city.code());
    builder.build();
    // As after a rollback: the rows are as before, and the memory is not.
    SQL.update("update programme set content = repeat('0', 64) where audience_id = ?", audience);
    var before = revisions(city).get(audience);
    builder.build();
    assertEquals(before, revisions(city).get(audience));
    builder.forget();
    builder.build();
    assertNotEquals(before, revisions(city).get(audience));
  }

  @Test
  @Requirement({"R32.1", "R32.2"})
  void whatTravelsIsWhatTheProtocolSaysAndIsSigned() {
    var city = city("954127");
    var audience = city.speaker("BP-8", city.code()).audience();
    daily(city, city.code());
    var emergency = city.schedule(city.code(), "EMERGENCY", 1, "2026-11-25T23:00:00", "", NOW);
    city.target(emergency, true, "AREA", city.code());
    builder.build();
    var programme = programme(audience);
    assertEquals(
        Set.of(
            "version",
            "audience",
            "revision",
            "issued",
            "fresh",
            "until",
            "poll",
            "items",
            "plays",
            "quiet",
            "withdrawn",
            "signature"),
        programme.keySet());
    assertEquals(1, programme.getInt("version"));
    assertEquals(audience.toString(), programme.getString("audience"));
    assertEquals(revisions(city).get(audience), programme.getJsonNumber("revision").longValue());
    assertEquals(60_000, programme.getInt("poll"));
    for (var item : programme.getJsonArray("items").getValuesAs(JsonObject.class)) {
      assertEquals(Set.of("id", "tone", "text", "language", "media"), item.keySet());
      assertEquals("请注意防火", item.getString("text"));
    }
    var plays = programme.getJsonArray("plays").getValuesAs(JsonObject.class);
    assertEquals(9, plays.size());
    var items =
        programme.getJsonArray("items").getValuesAs(JsonObject.class).stream()
            .map(item -> item.getString("id"))
            .toList();
    for (var play : plays) {
      assertEquals(
          Set.of(
              "id",
              "item",
              "kind",
              "level",
              "rank",
              "start",
              "length",
              "end",
              "tolerance",
              "preemption",
              "volume",
              "repeats",
              "pause"),
          play.keySet());
      assertTrue(items.contains(play.getString("item")));
      assertEquals(
          300_000, play.getJsonNumber("end").longValue() - play.getJsonNumber("start").longValue());
    }
    assertEquals("EMERGENCY", plays.get(0).getString("kind"), "emergencies come first");
    assertEquals(
        plays.size(),
        plays.stream().map(play -> play.getJsonNumber("rank").longValue()).distinct().count());
    assertTrue(isSigned(programme));
    var body = body(audience);
    assertArrayEquals(body, Canonical.bytes(plain(programme)), "canonical as a whole");
    Seeded.cases(
        300,
        draw -> {
          var changed = body.clone();
          var at = draw.between(0, body.length - 1);
          changed[at] ^= (byte) (1 << draw.between(0, 7));
          try (var reader = Json.createReader(new ByteArrayInputStream(changed))) {
            assertFalse(isSigned(reader.readObject()), "byte " + at);
          } catch (jakarta.json.JsonException | IllegalArgumentException e) {
            // No JSON any more, or none that could be signed.
            assertNotEquals(body[at], changed[at]);
          }
        });
  }

  private static boolean isSigned(JsonObject programme) {
    var members = plain(programme);
    var signature = Ed25519.bytes(String.valueOf(members.remove("signature")));
    var key = Ed25519.key(Ed25519.bytes(KEY.publicKey()).orElseThrow()).orElseThrow();
    return signature.isPresent()
        && Ed25519.isSigned(key, Canonical.bytes(members), signature.get());
  }

  private static Map<String, Object> plain(JsonObject object) {
    var all = new LinkedHashMap<String, Object>();
    object.forEach((name, value) -> all.put(name, plain(value)));
    return all;
  }

  private static Object plain(JsonValue value) {
    if (value instanceof JsonObject object) {
      return plain(object);
    }
    if (value instanceof JsonArray array) {
      return array.stream().map(BuildingProgrammesTest::plain).toList();
    }
    if (value instanceof JsonString string) {
      return string.getString();
    }
    if (value instanceof JsonNumber number && number.isIntegral()) {
      return number.longValue();
    }
    throw new IllegalArgumentException("not in the protocol: " + value);
  }

  @Test
  @Requirement("R32.5")
  void whatWasApprovedInOneInstantHasAnOrderStill() {
    var city = city("954128");
    var audience = city.speaker("BP-9", city.code()).audience();
    var approved = new ArrayList<String>();
    for (var i = 0; i < 40; i++) {
      var id = city.schedule(city.code(), "ROUTINE", 0, "2026-11-26T18:30:00", "", NOW);
      city.target(id, true, "AREA", city.code());
      approved.add(
          SQL.one("select item_id from schedule where id = ?", row -> row.id(1), id).toString());
    }
    builder.build();
    assertEquals(
        approved,
        programme(audience).getJsonArray("plays").getValuesAs(JsonObject.class).stream()
            .sorted(
                java.util.Comparator.comparingLong(play -> play.getJsonNumber("rank").longValue()))
            .map(play -> play.getString("item"))
            .toList());
  }

  @Test
  @Requirement("R32.3")
  void anAreasOwnWorkingDaysCount() {
    var city = city("954120");
    var audience = city.speaker("BP-0", city.code()).audience();
    var schedule = daily(city, city.code());
    SQL.update("update schedule set calendar = 'WORKDAYS' where id = ?", schedule);
    // The 28th is a Saturday on which this city works.
    SQL.update(
        """
        insert into calendar_overlay (area_code, day, working, name)
        values (?, date '2026-11-28', true, '调休')
        """,
        city.code());
    builder.build();
    assertEquals(
        List.of(25, 26, 27, 28, 30, 1, 2),
        starts(audience).stream().map(at -> Integer.parseInt(at.substring(8, 10))).toList());
  }

  @Test
  @Requirement({"R32.3", "R32.4"})
  void twoNodesThatBuildAtOnceIssueOnce() throws Exception {
    var city = city("954129");
    var audience = city.speaker("BP-10", city.code()).audience();
    builder.build();
    daily(city, city.code());
    var last = SQL.one("select max(revision) from programme", row -> row.number(1));
    var together = new CountDownLatch(2);
    Callable<Integer> node =
        () -> {
          together.countDown();
          together.await();
          return TestDatabase.inTransaction(sql -> builder(sql).build());
        };
    var nodes = Executors.newFixedThreadPool(2);
    try {
      var issued = 0;
      for (var count : nodes.invokeAll(List.of(node, node))) {
        issued += count.get();
      }
      assertEquals(1, issued);
    } finally {
      nodes.shutdown();
    }
    assertTrue(revisions(city).get(audience) > last);
    assertEquals(8, starts(audience).size());
  }
}
