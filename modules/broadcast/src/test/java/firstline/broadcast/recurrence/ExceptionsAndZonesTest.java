package firstline.broadcast.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.locale.ThreeLocales;
import firstline.testkit.seed.Seeded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExceptionsAndZonesTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Instant EVER = Instant.parse("2110-01-01T00:00:00Z");

  private static Recurrence recurrence(
      String start, String rule, String zone, List<String> exdates) {
    return Recurrence.read(new Recurrence.Text(start, rule, zone, exdates, null));
  }

  private static List<String> starts(Recurrence recurrence) {
    return recurrence.between(Instant.MIN, EVER, WorkingDays.nation()).stream()
        .map(one -> one.start().atZone(recurrence.zone()).toOffsetDateTime().toString())
        .toList();
  }

  @ThreeLocales
  @Requirement("R30.5")
  void aDayLeavesOutAllItsStartsAndATimeOne() {
    var exdates =
        List.of("2026-03-03", "20260304T063000", "2026-03-05T10:00:00Z", "2026-03-06T09:00:00");
    assertEquals(
        List.of(
            "2026-03-02T06:30+08:00",
            "2026-03-02T18:00+08:00",
            "2026-03-04T18:00+08:00",
            "2026-03-05T06:30+08:00",
            "2026-03-06T06:30+08:00",
            "2026-03-06T18:00+08:00"),
        // The product of hours and minutes is cut to two times by BYSETPOS.
        starts(
            recurrence(
                "2026-03-02T06:30",
                "FREQ=DAILY;BYHOUR=6,18;BYMINUTE=0,30;BYSETPOS=2,3;UNTIL=20260306T235959",
                null,
                exdates)));
  }

  @Test
  @Requirement("R30.5")
  void aMovedOccurrenceIsElsewhereUnderItsOldName() {
    var plain = recurrence("2026-03-02T06:30", "FREQ=DAILY;COUNT=4", null, List.of());
    var third = instant("2026-03-04T06:30");
    var moved =
        plain.moving(
            Map.of(
                third,
                instant("2026-03-09T20:00"),
                instant("2026-03-05T06:30"),
                instant("2026-03-02T05:00"),
                // The rule does not give this one.
                instant("2026-03-04T07:00"),
                instant("2026-03-04T08:00")));
    assertEquals(
        List.of(
            "2026-03-02T05:00+08:00",
            "2026-03-02T06:30+08:00",
            "2026-03-03T06:30+08:00",
            "2026-03-09T20:00+08:00"),
        starts(moved));
    var late = moved.between(instant("2026-03-08T00:00"), EVER, WorkingDays.nation());
    assertEquals(List.of(third), late.stream().map(Occurrence::original).toList());
  }

  @Test
  @Requirement("R30.5")
  void movesAndExceptionsTouchNothingElse() {
    Seeded.cases(
        1_000,
        draw -> {
          var rule = DrawnRule.of(draw);
          var end = rule.start().toLocalDate().plusDays(600);
          var expected = new TreeSet<Instant>();
          rule.starts(end).forEach(at -> expected.add(at.atZone(CHINA).toInstant()));
          var moves = new HashMap<Instant, Instant>();
          for (var original : List.copyOf(expected)) {
            if (draw.chance(0.2) && moves.size() < 20) {
              moves.put(original, original.plusSeconds(60L * draw.between(-9_000, 9_000)));
            }
          }
          expected.removeAll(moves.keySet());
          expected.addAll(moves.values());
          var from = rule.start().plusDays(draw.between(0, 300)).atZone(CHINA).toInstant();
          var to = end.minusDays(30).atStartOfDay(CHINA).toInstant();
          assertEquals(
              expected.stream().filter(at -> !at.isBefore(from) && at.isBefore(to)).toList(),
              rule.recurrence().moving(moves).between(from, to, WorkingDays.nation()).stream()
                  .map(Occurrence::start)
                  .toList(),
              rule::text);
        });
  }

  @Test
  @Requirement("R30.6")
  void aTimeThatSummerSkipsIsReadWithTheOffsetBefore() {
    // The example of RFC 5545, 3.3.5: 2:30 on 11 March 2007 in New York is 3:30 of summer time.
    assertEquals(
        List.of("2007-03-10T02:30-05:00", "2007-03-11T03:30-04:00", "2007-03-12T02:30-04:00"),
        starts(
            recurrence("2007-03-10T02:30", "FREQ=DAILY;COUNT=3", "America/New_York", List.of())));
  }

  @Test
  @Requirement("R30.6")
  void aTimeThatComesTwiceIsTheFirst() {
    // As there: 1:30 on 4 November 2007 in New York is still summer time.
    assertEquals(
        List.of("2007-11-03T01:30-04:00", "2007-11-04T01:30-04:00", "2007-11-05T01:30-05:00"),
        starts(
            recurrence("2007-11-03T01:30", "FREQ=DAILY;COUNT=3", "America/New_York", List.of())));
    assertEquals(
        List.of("2007-11-04T01:30-04:00"),
        starts(
            recurrence(
                "2007-11-04T01:30",
                "FREQ=DAILY;UNTIL=20071104T060500Z",
                "America/New_York",
                List.of())),
        "the end lies in the second passing of the hour");
  }

  @Test
  @Requirement("R30.6")
  void inEveryZoneTheStartsAreTheInstantsOfTheirLocalTimesOnceAndInOrder() {
    var zones =
        List.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "America/Santiago",
            "Africa/Casablanca",
            "Asia/Tehran");
    Seeded.cases(
        1_500,
        draw -> {
          var zone = ZoneId.of(draw.of(zones));
          var start =
              LocalDate.of(draw.of(2007, 2011, 2020), draw.between(1, 12), 1)
                  .atTime(draw.between(0, 23), draw.of(0, 15, 30));
          var hours = new TreeSet<>(draw.list(1, 8, one -> one.between(0, 23)));
          var minutes = new TreeSet<>(draw.list(1, 3, one -> one.of(0, 15, 30, 45)));
          var rule = "FREQ=DAILY;BYHOUR=" + text(hours) + ";BYMINUTE=" + text(minutes);
          var from = start.plusDays(draw.between(0, 200)).atZone(zone).toInstant();
          var to = from.plusSeconds(86_400L * 200);
          var expected = new TreeSet<Instant>();
          for (var day = start.toLocalDate();
              day.isBefore(start.toLocalDate().plusDays(410));
              day = day.plusDays(1)) {
            for (var hour : hours) {
              for (var minute : minutes) {
                var local = day.atTime(hour, minute);
                var at = local.atZone(zone).toInstant();
                if (!local.isBefore(start) && !at.isBefore(from) && at.isBefore(to)) {
                  expected.add(at);
                }
              }
            }
          }
          assertEquals(
              List.copyOf(expected),
              recurrence(start.toString(), rule, zone.getId(), List.of())
                  .between(from, to, WorkingDays.nation())
                  .stream()
                  .map(Occurrence::start)
                  .toList(),
              () -> zone + " " + start + " " + rule);
        });
  }

  private static String text(TreeSet<Integer> numbers) {
    return String.join(",", numbers.stream().map(number -> "" + number).toList());
  }

  private static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(CHINA).toInstant();
  }
}
