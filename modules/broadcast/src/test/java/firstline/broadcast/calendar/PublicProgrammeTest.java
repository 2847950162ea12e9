package firstline.broadcast.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.TestCity;
import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.seed.Seeded;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.junit.jupiter.api.Test;

/** The public's programme, and its iCalendar read by a strict reader of our own. */
class PublicProgrammeTest {
  private static final Sql SQL = TestDatabase.keptOwner();

  /** 09:30 in China. */
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
  private static int cities;

  private final TestCity city = TestCity.found(SQL, "9621" + (10 + cities++));
  private final PublicProgramme programme = new PublicProgramme(SQL, MutableClock.at(NOW));

  private UUID schedule(String kind, String dtstart, String rule) {
    var id =
        city.schedule(
            city.code(),
            kind,
            kind.equals("EMERGENCY") ? 2 : 0,
            dtstart,
            rule,
            NOW.minus(Duration.ofHours(1)));
    city.target(id, true, "AREA", city.code());
    return id;
  }

  private Place place() {
    return programme.around(city.code()).orElseThrow().place();
  }

  private List<ICalendarReader.Event> events() {
    return ICalendarReader.read(programme.iCalendar(place(), "zh"));
  }

  @Test
  @Requirement("R44.9")
  void emergenciesStandFirstAndDraftsNowhere() {
    schedule("EMERGENCY", "2026-11-25T09:00:00", "");
    schedule("ROUTINE", "2026-11-20T18:30:00", "FREQ=DAILY");
    var gone = schedule("ROUTINE", "2026-11-20T19:30:00", "FREQ=DAILY");
    city.withdraw(gone, NOW.minusSeconds(60));
    SQL.update("update schedule set slot = 3600000 where kind = 'EMERGENCY'");
    var found = programme.programme(place(), "zh");
    assertEquals(1, found.onAir().size());
    assertEquals(
        List.of("2026-11-25", "2026-11-26", "2026-11-27"),
        found.days().stream().map(day -> day.date().toString()).toList());
    for (var day : found.days()) {
      assertEquals(
          List.of(day.date() + "T18:30"),
          day.airings().stream()
              .map(one -> LocalDateTime.ofInstant(one.start(), Clocks.ZONE).toString())
              .toList());
    }
    assertEquals(1, found.items().size());
    assertEquals("每天 18:30；自 2026-11-20 起", found.items().get(0).when());
    assertEquals(1, events().size(), "and no emergency is a date in anybody's calendar");
    assertTrue(programme.around("000000000000").isEmpty());
  }

  @Test
  @Requirement("R44.8")
  void aRuleIsOneEventAndKeepsItsName() {
    var daily = schedule("ROUTINE", "2026-11-20T18:30:00", "FREQ=DAILY;UNTIL=20270131T235959");
    var before = events().get(0);
    assertEquals(daily.toString(), before.one("UID"));
    assertEquals("20261125T183000", before.one("DTSTART;TZID=Asia/Shanghai"));
    assertEquals("FREQ=DAILY;UNTIL=20270131T155959Z", before.one("RRULE"), "in UTC");
    assertEquals("20261125T003000Z", before.one("DTSTAMP"));
    assertEquals("20261125T003000Z", before.one("LAST-MODIFIED"));
    assertEquals("PT60S", before.one("DURATION"));
    SQL.update(
        "update schedule set exdates = '2026-12-01', title = ? where id = ?",
        "明天，“A; B\\ C”,\n😀".repeat(6),
        daily);
    var after = events().get(0);
    assertEquals(before.one("UID"), after.one("UID"));
    assertEquals("20261201T183000", after.one("EXDATE;TZID=Asia/Shanghai"));
    assertEquals("明天，“A; B\\ C”,\n😀".repeat(6), after.text("SUMMARY"));
  }

  @Test
  @Requirement("R44.8")
  void theCalendarHasTheStartsOfTheProgrammeAndNoOthers() {
    Seeded.cases(
        20,
        draw -> {
          SQL.update(
              "delete from schedule_target t using schedule s where s.id = t.schedule_id"
                  + " and s.area_code = ?",
              city.code());
          SQL.update("delete from schedule where area_code = ?", city.code());
          var from = LocalDate.of(2026, 11, 25);
          var expected = new ArrayList<LocalDateTime>();
          for (var i = draw.between(1, 4); i > 0; i--) {
            var rule =
                draw.of(
                    "FREQ=DAILY",
                    "FREQ=DAILY;INTERVAL=3",
                    "FREQ=DAILY;COUNT=20",
                    "FREQ=DAILY;BYHOUR=6,18;BYMINUTE=0,30;BYSETPOS=2,3",
                    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR",
                    "FREQ=WEEKLY",
                    "FREQ=MONTHLY;BYDAY=-1FR",
                    "FREQ=MONTHLY;BYMONTHDAY=31",
                    "FREQ=YEARLY",
                    "FREQ=DAILY;UNTIL=20261224T120000Z",
                    "");
            var calendar = draw.of("ALL", "ALL", "WORKDAYS", "RESTDAYS", "LUNAR:*3");
            var first = from.minusDays(draw.between(-10, 40));
            var id = schedule("ROUTINE", first + "T06:30:00", rule);
            var out = from.plusDays(draw.between(0, 30));
            SQL.update(
                "update schedule set calendar = ?, exdates = ? where id = ?",
                calendar,
                out + "\n" + out.plusDays(7) + "T06:30:00",
                id);
            firstline.broadcast.recurrence.Recurrence.read(
                    new firstline.broadcast.recurrence.Recurrence.Text(
                        first + "T06:30:00",
                        rule,
                        null,
                        List.of(out.toString(), out.plusDays(7) + "T06:30:00"),
                        calendar))
                .between(
                    NOW.minus(Duration.ofMinutes(61)),
                    from.plusDays(ProgrammeCalendar.DAYS).atStartOfDay(Clocks.ZONE).toInstant(),
                    WorkingDays.nation())
                .forEach(one -> expected.add(LocalDateTime.ofInstant(one.start(), Clocks.ZONE)));
          }
          expected.sort(null);
          var end = from.plusDays(ProgrammeCalendar.DAYS).atStartOfDay();
          var found = new ArrayList<LocalDateTime>();
          events().forEach(event -> found.addAll(expanded(event, end)));
          found.sort(null);
          assertEquals(expected, found);
        });
  }

  /** By the library alone, as any calendar would. */
  private static List<LocalDateTime> expanded(ICalendarReader.Event event, LocalDateTime end) {
    var start = event.one("DTSTART;TZID=Asia/Shanghai");
    if (!event.has("RRULE")) {
      return List.of(LocalDateTime.parse(start, LOCAL));
    }
    var out = new TreeSet<String>();
    if (event.has("EXDATE;TZID=Asia/Shanghai")) {
      out.addAll(List.of(event.one("EXDATE;TZID=Asia/Shanghai").split(",")));
    }
    try {
      var zone = java.util.TimeZone.getTimeZone("Asia/Shanghai");
      var first = DateTime.parse(zone, start);
      var rule = new RecurrenceRule(event.one("RRULE"), RecurrenceRule.RfcMode.RFC5545_STRICT);
      var found = new ArrayList<LocalDateTime>();
      for (var all = rule.iterator(first); all.hasNext(); ) {
        var local = LocalDateTime.ofInstant(Instant.ofEpochMilli(all.nextMillis()), Clocks.ZONE);
        if (!local.isBefore(end)) {
          break;
        }
        if (!out.contains(LOCAL.format(local))) {
          found.add(local);
        }
      }
      return found;
    } catch (InvalidRecurrenceRuleException e) {
      throw new AssertionError(event.one("RRULE"), e);
    }
  }

  @Test
  @Requirement("R44.8")
  void whatAScheduleHandedOverIsNotInItsCalendar() {
    var original = schedule("ROUTINE", "2026-11-20T18:30:00", "FREQ=DAILY");
    var single = schedule("ROUTINE", "2026-11-28T19:00:00", "");
    var following = schedule("ROUTINE", "2026-11-20T20:00:00", "FREQ=DAILY");
    cut(original, single, true, "2026-11-28T10:30:00Z", "2026-11-25T01:30:00Z");
    cut(original, following, false, "2026-12-05T10:30:00Z", "2026-12-05T12:00:00Z");
    var events = events();
    var one =
        events.stream().filter(e -> e.one("UID").equals(original.toString())).findFirst().get();
    assertEquals("FREQ=DAILY;UNTIL=20261205T102959Z", one.one("RRULE"));
    assertEquals("20261128T183000", one.one("EXDATE;TZID=Asia/Shanghai"));
    var next =
        events.stream().filter(e -> e.one("UID").equals(following.toString())).findFirst().get();
    assertEquals("20261205T200000", next.one("DTSTART;TZID=Asia/Shanghai"));
    assertEquals(3, events.size());
  }

  private static void cut(
      UUID original, UUID successor, boolean single, String start, String since) {
    SQL.update(
        """
        insert into schedule_replacement (successor_id, original_id, version, scope, start)
        values (?, ?, 1, 'FOLLOWING', ?)
        """,
        successor,
        original,
        Instant.parse(start));
    SQL.update(
        """
        insert into schedule_cut (successor_id, original_id, single, start, since, at)
        values (?, ?, ?, ?, ?, ?)
        """,
        successor,
        original,
        single,
        Instant.parse(start),
        Instant.parse(since),
        NOW);
  }

  @Test
  @Requirement("R44.8")
  void linesAreFoldedBetweenCharacters() {
    schedule("ROUTINE", "2026-11-25T18:30:00", "FREQ=DAILY");
    var text = new String(programme.iCalendar(place(), "en"), StandardCharsets.UTF_8);
    assertFalse(text.contains("\uFFFD"));
    assertTrue(text.endsWith("END:VCALENDAR\r\n"));
  }
}
