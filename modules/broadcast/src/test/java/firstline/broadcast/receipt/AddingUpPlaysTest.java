package firstline.broadcast.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.broadcast.TestCity;
import firstline.broadcast.TestCity.Terminal;
import firstline.broadcast.coverage.AddUpPlays;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.indicator.Indicators;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tallies against a count of everything, whatever order receipts and additions come in. */
class AddingUpPlaysTest {
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");
  private static final Sql SQL = TestDatabase.keptOwner();
  private static int cities;

  private final MutableClock clock = MutableClock.at(NOW);

  private record Voice(Terminal terminal, Handing handing) {}

  private static final class City {
    final TestCity city = TestCity.found(SQL, "9591%02d".formatted(++cities));
    final UUID schedule;
    final List<Voice> voices;
    final List<Long> plays;

    City(Draw draw) {
      schedule = city.schedule(city.code(), "ROUTINE", 0, "2026-11-20T06:30:00", "FREQ=DAILY", NOW);
      city.target(schedule, true, "AREA", city.code());
      var villages =
          List.of(
              city.area(city.code(), city.code().substring(0, 6) + "001001", "VILLAGE"),
              city.area(city.code(), city.code().substring(0, 6) + "001002", "VILLAGE"));
      voices =
          java.util.stream.IntStream.range(0, draw.between(1, 6))
              .mapToObj(
                  i -> {
                    var one = city.speaker("AP-" + cities + "-" + i, draw.of(villages));
                    SQL.update(
                        "insert into speaker_stay (speaker_no, audience_id, since) values (?, ?, ?)",
                        one.no(),
                        one.audience(),
                        NOW.minus(Duration.ofHours(draw.between(0, 72))));
                    return new Voice(one, new Handing(one.serial()));
                  })
              .toList();
      plays =
          java.util.stream.IntStream.range(0, draw.between(1, 6))
              .mapToObj(i -> city.occurrence(schedule, NOW.minus(Duration.ofHours(13L * i + 1))))
              .toList();
    }

    /** By play and area, counted from planned plays and ends alone. */
    List<String> counted() {
      return SQL.list(
          """
          select concat_ws(' ', p.play_no, p.area_code, count(*),
            count(*) filter (where e.event = 'FINISHED'),
            count(*) filter (where e.event is not null))
          from planned_play p left join play_end e on e.play_no = p.play_no
            and e.speaker_no = p.speaker_no and e.start = p.start
          where p.schedule_id = ? group by p.play_no, p.area_code order by p.play_no, p.area_code
          """,
          row -> row.text(1),
          schedule);
    }

    List<String> tallied() {
      return SQL.list(
          """
          select concat_ws(' ', t.play_no, t.area_code, t.planned, t.finished,
            t.finished + t.pre_empted + t.skipped + t.failed + t.interrupted)
          from play_tally t join occurrence o on o.no = t.play_no
          where o.schedule_id = ? order by t.play_no, t.area_code
          """,
          row -> row.text(1),
          schedule);
    }

    long covered(String column) {
      return SQL.one(
          """
          select coalesce(sum(case ? when 'planned' then planned else finished end), 0)
          from coverage_day where area_code in (select code from area where path like ?)
          """,
          row -> row.number(1),
          column,
          city.code() + "/%");
    }
  }

  private int addUp() {
    return TestDatabase.inTransaction(
        sql -> new AddUpPlays(sql, new Indicators(sql, new Desk()), clock).addUp());
  }

  private void everything() {
    while (addUp() > 0) {}
  }

  @Test
  @Requirement({"R45.1", "R45.2"})
  void whateverComesInWheneverTheTalliesAreWhatACountOfEverythingSays() {
    Seeded.cases(
        12,
        draw -> {
          var city = new City(draw);
          var sent = new HashMap<Voice, Integer>();
          for (var step = draw.between(2, 12); step > 0; step--) {
            var voice = draw.of(city.voices);
            if (draw.chance(0.3)) {
              addUp();
            }
            var event = draw.of(PlayEvent.FINISHED, PlayEvent.SKIPPED, PlayEvent.FAILED);
            voice
                .handing()
                .played(draw.of(city.plays), PlayEvent.STARTED, NOW, 0, "")
                .played(draw.of(city.plays), event, NOW, 10, "");
            var first = sent.getOrDefault(voice, 0) + 1;
            sent.put(voice, voice.handing().size());
            ReceiptTables.keep(
                clock,
                List.of(
                    new KeepReceipts.Signed(
                        voice.terminal().no(),
                        voice.handing().batch(first, voice.handing().size()))));
          }
          everything();
          assertEquals(city.counted(), city.tallied());
          assertEquals(
              city.tallied().stream().mapToLong(line -> Long.parseLong(line.split(" ")[2])).sum(),
              city.covered("planned"));
          assertEquals(
              city.tallied().stream().mapToLong(line -> Long.parseLong(line.split(" ")[3])).sum(),
              city.covered("finished"));
          assertEquals(0, addUp(), "all is added up");
        });
  }

  @Test
  @Requirement("R45.3")
  void playsOfARebuttalsScriptReturnAsAFigureOfAreaAndDay() {
    Seeded.cases(
        1,
        draw -> {
          var city = new City(draw);
          var script = UUID.randomUUID();
          SQL.update(
              """
              insert into script (id, area_code, source_id, source, ordinal, hash, language, text,
                seconds, received_at)
              values (?, ?, ?, '2026-0001', 1, repeat('0', 64), 'zh', '谣言', 5, ?)
              """,
              script,
              city.city.code(),
              UUID.randomUUID(),
              NOW);
          SQL.update("update schedule set script_id = ? where id = ?", script, city.schedule);
          for (var voice : city.voices) {
            voice.handing().played(city.plays.get(0), PlayEvent.STARTED, NOW, 0, "");
            voice.handing().played(city.plays.get(0), PlayEvent.FINISHED, NOW, 10, "");
            ReceiptTables.keep(
                clock,
                List.of(
                    new KeepReceipts.Signed(voice.terminal().no(), voice.handing().batch(1, 2))));
          }
          everything();
          var figure =
              SQL.one(
                  "select coalesce(sum(value), -1) from indicator where key = ? and area_code like ?",
                  row -> row.number(1),
                  AddUpPlays.REBUTTALS,
                  city.city.code().substring(0, 6) + "%");
          var finished =
              city.counted().stream().mapToLong(line -> Long.parseLong(line.split(" ")[3])).sum();
          assertEquals(finished, figure);
        });
  }
}
