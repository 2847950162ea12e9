package firstline.broadcast.calendar;

import static firstline.broadcast.BroadcastRights.READ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.seed.Seeded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is shown of a place is what its villages hear; every case on the real database. */
class PlacesHearTest {
  private static final Sql SQL = TestDatabase.keptOwner();
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final TestCity CITY = TestCity.found(SQL, "961101");
  private static final List<String> AREAS = areas();

  private final MutableClock clock = MutableClock.at(NOW);

  private static List<String> areas() {
    var areas = new ArrayList<String>();
    areas.add(CITY.code());
    for (var county = 1; county <= 2; county++) {
      var above = CITY.area(CITY.code(), "96110" + (county + 1) + "000000", "COUNTY");
      areas.add(above);
      for (var village = 1; village <= 3; village++) {
        areas.add(CITY.area(above, "96110" + (county + 1) + "00000" + village, "VILLAGE"));
      }
    }
    return areas;
  }

  private static String path(String area) {
    return SQL.one("select path from area where code = ?", row -> row.text(1), area);
  }

  private WeekQueries queries(String area) {
    var desk = TestDesk.of(path(area), READ);
    return new WeekQueries(SQL, desk, clock);
  }

  private static UUID schedule(String dtstart, String rule) {
    return CITY.schedule(CITY.code(), "ROUTINE", 0, dtstart, rule, NOW.minusSeconds(86_400L * 30));
  }

  private static void clear() {
    SQL.update(
        "delete from schedule_target t using schedule s where s.id = t.schedule_id"
            + " and s.area_code = '961101000000'");
    SQL.update("delete from schedule where area_code = '961101000000'");
  }

  @Test
  @Requirement("R44.1")
  void whoHearsIsWhoIsIncludedAndNotLeftOut() {
    Seeded.cases(
        12,
        draw -> {
          clear();
          var included = draw.shuffled(AREAS).subList(0, draw.between(1, 2));
          var out =
              draw.shuffled(AREAS).subList(0, draw.between(0, 3)).stream()
                  .filter(area -> !included.contains(area))
                  .toList();
          var schedule = schedule("2026-11-24T06:30:00", "");
          included.forEach(area -> CITY.target(schedule, true, "AREA", area));
          out.forEach(area -> CITY.target(schedule, false, "AREA", area));
          for (var asked : AREAS) {
            var hears =
                AREAS.stream()
                    .filter(area -> path(area).startsWith(path(asked)))
                    .anyMatch(
                        area ->
                            included.stream().anyMatch(one -> path(area).startsWith(path(one)))
                                && out.stream().noneMatch(one -> path(area).startsWith(path(one))));
            assertEquals(
                hears ? 1 : 0,
                queries(CITY.code()).week(asked, MONDAY, "").airings().size(),
                asked + " of " + included + " without " + out);
          }
        });
    clear();
  }

  @Test
  @Requirement("R44.10")
  void aDryRunKeepsQuietAndTheMinutesAsTheSpeakersWill() {
    clear();
    var village = AREAS.get(2);
    for (var time : List.of("06:30", "12:00", "18:00", "22:30")) {
      CITY.target(schedule("2026-11-01T" + time + ":00", "FREQ=DAILY"), true, "AREA", village);
    }
    var window = UUID.randomUUID();
    SQL.update(
        """
        insert into quiet_window (id, area_code, kind, title, dtstart, rrule, length, set_at)
        values (?, ?, 'NIGHT', '夜间', '2026-11-01T22:00:00', 'FREQ=DAILY', 480, ?)
        """,
        window,
        CITY.code(),
        NOW);
    var budget = UUID.randomUUID();
    SQL.update(
        "insert into noise_budget (id, area_code, minutes, set_at) values (?, ?, 2, ?)",
        budget,
        CITY.code(),
        NOW);
    assertEquals(
        List.of("WHOLE", "WHOLE", "OVER_BUDGET", "QUIET"), ends(village, MONDAY.plusDays(7)));
    assertEquals(
        List.of("WHOLE", "WHOLE", "WHOLE", "QUIET"),
        ends(village, LocalDate.of(2026, 11, 24)),
        "yesterday's were not left out");
    var wide = queries(CITY.code()).day(AREAS.get(1), MONDAY.plusDays(7));
    assertEquals(OptionalInt.empty(), wide.minutes(), "each village has minutes of its own");
    assertEquals(4, wide.steps().size());
    var hours =
        queries(CITY.code()).day(village, MONDAY.plusDays(7)).windows().stream()
            .map(one -> (one.until() - one.from()) / 3_600_000)
            .toList();
    assertEquals(List.of(6L, 2L), hours, "what there is of the nights within the day");
    SQL.update("update quiet_window set ended_at = ? where id = ?", NOW, window);
    SQL.update("update noise_budget set ended_at = ? where id = ?", NOW, budget);
    assertEquals(List.of("WHOLE", "WHOLE", "WHOLE", "WHOLE"), ends(village, MONDAY.plusDays(7)));
    clear();
  }

  private List<String> ends(String village, LocalDate day) {
    return queries(CITY.code()).day(village, day).steps().stream()
        .map(step -> step.end().name())
        .toList();
  }

  @Test
  @Requirement("R44.1")
  void aWeekHoldsEachPlayAtItsTimeAndTheDraftsOfOnesOwn() {
    clear();
    var village = AREAS.get(2);
    var daily = schedule("2026-11-01T06:30:00", "FREQ=DAILY");
    CITY.target(daily, true, "AREA", CITY.code());
    var draft = schedule("2026-11-01T18:00:00", "FREQ=DAILY");
    CITY.target(draft, true, "AREA", village);
    var withdrawn = schedule("2026-11-01T12:00:00", "FREQ=DAILY");
    CITY.target(withdrawn, true, "AREA", village);
    CITY.withdraw(withdrawn, Instant.parse("2026-11-24T12:00:00Z"));
    // A draft, as the fixture cannot make it: never approved.
    SQL.update("alter table schedule disable trigger user");
    SQL.update(
        "update schedule set state = 'DRAFT', approved_at = null, approval = null where id = ?",
        draft);
    SQL.update("alter table schedule enable trigger user");

    var seen = new TreeSet<String>();
    for (var one : queries(CITY.code()).week(village, MONDAY, "").airings()) {
      seen.add(one.start() + " " + one.state());
    }
    var expected = new TreeSet<String>();
    for (var day = 22; day <= 28; day++) {
      expected.add("2026-11-" + day + "T22:30:00Z APPROVED");
    }
    for (var day = 25; day <= 29; day++) {
      // What lies before now cannot be approved any more.
      expected.add("2026-11-" + day + "T10:00:00Z DRAFT");
    }
    expected.add("2026-11-23T04:00:00Z WITHDRAWN");
    expected.add("2026-11-24T04:00:00Z WITHDRAWN");
    assertEquals(expected, seen);

    var below = queries(village).week(village, MONDAY, "").airings();
    assertEquals(
        List.of(false),
        below.stream().map(Airing::mine).distinct().toList(),
        "what the city ordered is heard, and not to be opened");
    assertEquals(0, below.stream().filter(one -> one.state().equals("DRAFT")).count());
    assertThrows(NotFound.class, () -> queries(village).week(AREAS.get(6), MONDAY, ""));
    assertEquals(0, queries(CITY.code()).week(village, MONDAY, "DRILL").airings().size());
    clear();
  }
}
