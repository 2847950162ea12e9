package firstline.broadcast.heard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestCity.Terminal;
import firstline.broadcast.TestDesk;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Plays of speakers and villages against planned_play, of which every figure is made. */
class WhatWasHeardTest {
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");
  private static final Instant FROM = NOW.minus(Duration.ofDays(6));
  private static final Instant TO = NOW.plus(Duration.ofDays(1));
  private static final Sql SQL = TestDatabase.keptOwner();
  private static int cities;

  private final HeardQueries queries = queries("");

  private static HeardQueries queries(String path) {
    var desk = TestDesk.of(path, BroadcastRights.READ);
    return new HeardQueries(SQL, desk, MutableClock.at(NOW));
  }

  private static final class City {
    final TestCity city = TestCity.found(SQL, "9401%02d".formatted(++cities));
    final List<String> places = new ArrayList<>(List.of(city.code()));
    final List<UUID> groups = List.of(UUID.randomUUID(), UUID.randomUUID());
    final List<Terminal> speakers = new ArrayList<>();

    City(Draw draw) {
      var digits = city.code().substring(0, 6);
      for (var town = 1; town <= 2; town++) {
        var code = city.area(city.code(), "%s%03d000".formatted(digits, town), "TOWNSHIP");
        places.add(code);
        for (var village = 1; village <= 2; village++) {
          places.add(city.area(code, "%s%03d%03d".formatted(digits, town, village), "VILLAGE"));
        }
      }
      for (var i = draw.between(1, 6); i > 0; i--) {
        speakers.add(speaker(draw, "WH-" + cities + "-" + i));
      }
      for (var i = draw.between(1, 4); i > 0; i--) {
        schedule(draw);
      }
    }

    private UUID audience(Draw draw) {
      return draw.chance(0.5)
          ? city.audience(draw.of(places))
          : city.audience(draw.of(places), draw.of(groups));
    }

    private Terminal speaker(Draw draw, String serial) {
      var speaker =
          draw.chance(0.5)
              ? city.speaker(serial, draw.of(places))
              : city.speaker(serial, draw.of(places), draw.of(groups));
      var moved = NOW.minus(Duration.ofHours(draw.between(0, 100)));
      if (draw.chance(0.4)) {
        SQL.update(
            "insert into speaker_stay (speaker_no, audience_id, since, until) values (?, ?, ?, ?)",
            speaker.no(),
            audience(draw),
            moved.minus(Duration.ofDays(9)),
            moved);
      }
      SQL.update(
          "insert into speaker_stay (speaker_no, audience_id, since) values (?, ?, ?)",
          speaker.no(),
          speaker.audience(),
          moved);
      return speaker;
    }

    private void schedule(Draw draw) {
      var kind = draw.of("ROUTINE", "ROUTINE", "DRILL");
      var schedule = city.schedule(city.code(), kind, 0, "2026-11-19T06:30:00", "FREQ=DAILY", NOW);
      var targets = new TreeSet<String>();
      for (var i = draw.between(1, 4); i > 0; i--) {
        var target = draw.chance(0.7) ? draw.of(places) : draw.of(groups).toString();
        if (targets.add(target)) {
          city.target(
              schedule, draw.chance(0.75), target.length() == 12 ? "AREA" : "GROUP", target);
        }
      }
      for (var i = draw.between(1, 5); i > 0; i--) {
        play(draw, schedule, NOW.plus(Duration.ofHours(13L * (2 - i))));
      }
    }

    private void play(Draw draw, UUID schedule, Instant start) {
      var no = city.occurrence(schedule, start);
      if (draw.chance(0.2)) {
        SQL.update(
            "update occurrence set withdrawn_at = ? where no = ?",
            start.plusSeconds(draw.of(-60, 0, 60)),
            no);
      }
      for (var speaker : speakers) {
        if (draw.chance(0.2)) {
          SQL.update(
              "insert into play_over_budget (audience_id, play_no) values (?, ?)"
                  + " on conflict do nothing",
              speaker.audience(),
              no);
        }
        if (draw.chance(0.5) && start.isBefore(NOW)) {
          SQL.update(
              """
              insert into play_end (start, play_no, speaker_no, event, at, heard, reason)
              values (?, ?, ?, ?, ?, 9000, '')
              """,
              start,
              no,
              speaker.no(),
              draw.of("FINISHED", "SKIPPED", "INTERRUPTED"),
              start.plusSeconds(9));
        }
      }
    }

    List<String> planned(String column, Object value) {
      return SQL.list(
          """
          select p.play_no || ' ' || k.serial || ' ' || coalesce(e.event, 'UNKNOWN')
          from planned_play p join speaker k on k.no = p.speaker_no
            left join play_end e on e.start = p.start and e.play_no = p.play_no
              and e.speaker_no = p.speaker_no
          where case ? when 'speaker' then k.id::text else p.area_code end = ?
            and p.start >= ? and p.start < ? order by 1
          """,
          row -> row.text(1),
          column,
          value.toString(),
          FROM,
          TO);
    }
  }

  private static List<String> counted(List<HeardPlay> plays) {
    return plays.stream()
        .filter(play -> play.plan().equals("PLANNED"))
        .map(
            play ->
                play.play()
                    + " "
                    + play.serial()
                    + " "
                    + play.end().replaceAll("LATER|RUNNING", "UNKNOWN"))
        .sorted()
        .toList();
  }

  @Test
  @Requirement("R49.2")
  void whatIsToldOfASpeakerOrAVillageIsWhatPlannedPlaySays() {
    Seeded.cases(
        10,
        draw -> {
          var city = new City(draw);
          for (var speaker : city.speakers) {
            assertEquals(
                city.planned("speaker", speaker.id()),
                counted(queries.bySpeaker(speaker.id(), FROM, TO)));
          }
          for (var place : city.places) {
            var all = new ArrayList<>(queries.byVillage(place, FROM, TO, "", 0));
            all.addAll(queries.byVillage(place, FROM, TO, "DRILL", 0));
            assertEquals(city.planned("area", place), counted(all), place);
          }
        });
  }

  @Test
  @Requirement("R49.2")
  void eachPlayTellsWhyItWasNotHeard() {
    var city = TestCity.found(SQL, "940201");
    var speaker = city.speaker("WH-why", city.code());
    SQL.update(
        "insert into speaker_stay (speaker_no, audience_id, since) values (?, ?, ?)",
        speaker.no(),
        speaker.audience(),
        FROM);
    var schedule = city.schedule(city.code(), "ROUTINE", 0, "2026-11-24T06:30:00", "", NOW);
    city.target(schedule, true, "AREA", city.code());
    var later = city.occurrence(schedule, NOW.plusSeconds(60));
    var running = city.occurrence(schedule, NOW.minusSeconds(60));
    var lost = city.occurrence(schedule, NOW.minusSeconds(3_600));
    var late = city.occurrence(schedule, NOW.minusSeconds(7_200));
    var withdrawn = city.occurrence(schedule, NOW.minusSeconds(9_000));
    var budget = city.occurrence(schedule, NOW.minusSeconds(9_900));
    SQL.update("update occurrence set withdrawn_at = start where no = ?", withdrawn);
    SQL.update("insert into play_over_budget values (?, ?)", speaker.audience(), budget);
    SQL.update(
        """
        insert into play_end (start, play_no, speaker_no, event, at, heard, reason)
        values (?, ?, ?, 'SKIPPED', ?, 0, 'LATE')
        """,
        NOW.minusSeconds(7_200),
        late,
        speaker.no(),
        NOW);
    var plays = queries.bySpeaker(speaker.id(), FROM, TO);
    assertEquals(
        List.of(later, running, lost, late, withdrawn, budget),
        plays.stream().map(HeardPlay::play).toList());
    assertEquals(
        List.of("LATER", "RUNNING", "UNKNOWN", "SKIPPED", "WITHDRAWN", "OVER_BUDGET"),
        plays.stream().map(HeardPlay::outcome).toList());
    assertEquals(
        List.of(
            "",
            "",
            "broadcast.why.UNKNOWN",
            "broadcast.reason.LATE",
            "broadcast.why.WITHDRAWN",
            "broadcast.why.OVER_BUDGET"),
        plays.stream().map(HeardPlay::why).toList());
    assertFalse(plays.get(2).isSilentAbout());
    SQL.update(
        """
        insert into speaker_live (speaker_no, count, seen_at, revision, trusted, state, flags,
          volume, free, firmware) values (?, 1, ?, 1, true, 'IDLE', '', 70, 1, '1')
        """,
        speaker.no(),
        NOW);
    assertTrue(queries.bySpeaker(speaker.id(), FROM, TO).get(2).isSilentAbout());
  }

  @Test
  @Requirement("R49.2")
  void aStrangerSeesNoneOfIt() {
    var city = TestCity.found(SQL, "940301");
    var speaker = city.speaker("WH-stranger", city.code());
    SQL.update(
        "insert into speaker_stay (speaker_no, audience_id, since) values (?, ?, ?)",
        speaker.no(),
        speaker.audience(),
        FROM);
    var schedule = city.schedule(city.code(), "ROUTINE", 0, "2026-11-24T06:30:00", "", NOW);
    city.target(schedule, true, "AREA", city.code());
    city.occurrence(schedule, NOW.minusSeconds(60));
    var stranger = queries("940302000000/");
    assertEquals(1, queries.bySpeaker(speaker.id(), FROM, TO).size());
    assertEquals(List.of(), stranger.bySpeaker(speaker.id(), FROM, TO));
    assertEquals(List.of(), stranger.byVillage(city.code(), FROM, TO, "", 0));
  }
}
