package firstline.broadcast.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.recurrence.ReadBack;
import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clerk says becomes a rule, and the rule becomes what was said. */
class SayingTimesTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
  private static final WorkingDays NATION = WorkingDays.nation();

  private static SaidTimes said(String days, String times, String out) {
    return new SaidTimes(days, List.of(), "", times, FIRST.toString(), "", out);
  }

  private static List<LocalDateTime> starts(Recurrence.Text text, int days) {
    return Recurrence.read(text)
        .between(
            FIRST.atStartOfDay(Clocks.ZONE).toInstant(),
            FIRST.plusDays(days).atStartOfDay(Clocks.ZONE).toInstant(),
            NATION)
        .stream()
        .map(one -> LocalDateTime.ofInstant(one.start(), Clocks.ZONE))
        .toList();
  }

  @Test
  @Requirement("R44.3")
  void eachWorkdayAtHalfPastSixAndSixNotInExamWeek() {
    var text = said("WORKDAYS", "06:30, 18:00", "2026-06-08~2026-06-12").text();
    assertEquals(
        List.of(
            "2026-06-01T06:30",
            "2026-06-01T18:00",
            "2026-06-02T06:30",
            "2026-06-02T18:00",
            "2026-06-03T06:30",
            "2026-06-03T18:00",
            "2026-06-04T06:30",
            "2026-06-04T18:00",
            "2026-06-05T06:30",
            "2026-06-05T18:00",
            "2026-06-15T06:30",
            "2026-06-15T18:00"),
        starts(text, 15).stream().map(LocalDateTime::toString).toList());
    assertEquals(
        "每个工作日 06:30、18:00；调休上班日照播，法定节假日停播；自 2026-06-01 起；2026-06-08 至" + " 2026-06-12 除外",
        ReadBack.of(Recurrence.read(text), "zh"));
    assertEquals("06:30, 18:00", SaidTimes.of(text).orElseThrow().times());
    assertEquals("2026-06-08~2026-06-12", SaidTimes.of(text).orElseThrow().out());
  }

  /** Whatever is drawn: the starts are those that matching every day by hand gives. */
  @Test
  @Requirement("R44.3")
  void theRuleGivesExactlyWhatWasSaid() {
    Seeded.cases(
        600,
        draw -> {
          var said = drawn(draw);
          var text = said.text();
          assertEquals(byHand(said, 40), starts(text, 40), said + " " + text);
          var again = SaidTimes.of(text).orElseThrow(() -> new AssertionError(said));
          assertEquals(text, again.text(), said + " " + again);
          assertEquals(said.days(), again.days());
        });
  }

  private static SaidTimes drawn(Draw draw) {
    var days = draw.of(SaidTimes.KINDS);
    var times = new TreeSet<String>();
    var most = days.equals("ONCE") ? 1 : 4;
    for (var i = draw.between(1, most); i > 0; i--) {
      times.add(LocalTime.of(draw.between(0, 23), draw.of(0, 15, 30, 45)).toString());
    }
    var out = new ArrayList<String>();
    if (!days.equals("ONCE") && draw.chance(0.4)) {
      var from = FIRST.plusDays(draw.between(0, 20));
      out.add(from + draw.of("~", " 至 ", "..") + from.plusDays(draw.between(0, 9)));
    }
    if (!days.equals("ONCE") && draw.chance(0.3)) {
      out.add(FIRST.plusDays(draw.between(30, 39)).toString());
    }
    return new SaidTimes(
        days,
        days.equals("WEEKDAYS")
            ? draw.shuffled(SaidTimes.WEEK).subList(0, draw.between(1, 6))
            : List.of(),
        days.equals("LUNAR") ? draw.of("1,15", "*3,*6,*9", "2 20") : "",
        String.join(draw.of(", ", " ", "、"), draw.shuffled(List.copyOf(times))),
        FIRST.plusDays(draw.between(0, 5)).toString(),
        days.equals("ONCE") || draw.chance(0.5)
            ? ""
            : FIRST.plusDays(draw.between(10, 39)).toString(),
        String.join(" ", out));
  }

  private static List<LocalDateTime> byHand(SaidTimes said, int days) {
    var out = new TreeSet<LocalDate>();
    for (var word : said.out().replaceAll(" 至 |\\.\\.", "~").split(" ")) {
      if (!word.isEmpty()) {
        var ends = word.split("~");
        for (var day = LocalDate.parse(ends[0]);
            !day.isAfter(LocalDate.parse(ends[ends.length - 1]));
            day = day.plusDays(1)) {
          out.add(day);
        }
      }
    }
    var from = LocalDate.parse(said.from());
    var until = said.until().isEmpty() ? LocalDate.MAX : LocalDate.parse(said.until());
    var starts = new ArrayList<LocalDateTime>();
    for (var day = FIRST; day.isBefore(FIRST.plusDays(days)); day = day.plusDays(1)) {
      var on =
          switch (said.days()) {
            case "WORKDAYS" -> NATION.day(day).working();
            case "RESTDAYS" -> !NATION.day(day).working();
            case "WEEKDAYS" -> said.weekdays().contains(day.getDayOfWeek().name().substring(0, 2));
            case "ONCE" -> day.equals(from);
            case "LUNAR" -> lunar(said.lunar(), day);
            default -> true;
          };
      if (on && !day.isBefore(from) && !day.isAfter(until) && !out.contains(day)) {
        for (var time : new TreeSet<>(SaidTimes.words(said.times()))) {
          starts.add(day.atTime(LocalTime.parse(time)));
        }
      }
    }
    return starts;
  }

  /** By the other library: the recurrence has its own way. */
  private static boolean lunar(String days, LocalDate day) {
    var calendar = new com.ibm.icu.util.ChineseCalendar();
    calendar.setTimeZone(com.ibm.icu.util.TimeZone.getTimeZone("Asia/Shanghai"));
    calendar.setTimeInMillis(day.atTime(12, 0).toInstant(ZoneOffset.ofHours(8)).toEpochMilli());
    var of = calendar.get(com.ibm.icu.util.Calendar.DAY_OF_MONTH);
    return SaidTimes.words(days).stream()
        .anyMatch(
            one ->
                one.startsWith("*")
                    ? of % 10 == Integer.parseInt(one.substring(1)) % 10
                    : of == Integer.parseInt(one));
  }

  @Test
  @Requirement("R44.3")
  void whatNoClerkSaysStaysARule() {
    for (var rule :
        List.of("FREQ=DAILY;INTERVAL=2", "FREQ=MONTHLY;BYMONTHDAY=1", "FREQ=DAILY;COUNT=3")) {
      var text = new Recurrence.Text("2026-06-01T06:30:00", rule, null, List.of(), "ALL");
      assertTrue(SaidTimes.of(text).isEmpty(), rule);
    }
    var working =
        new Recurrence.Text(
            "2026-06-01T06:30:00", "FREQ=WEEKLY;BYDAY=MO", null, List.of(), "WORKDAYS");
    assertTrue(SaidTimes.of(working).isEmpty(), "two kinds of days at once");
  }

  @ParameterizedTest
  @CsvSource({
    "WORKDAYS, 25:00, '', schedule.time",
    "WORKDAYS, '', '', schedule.time",
    "WEEKDAYS, 06:30, '', schedule.weekdays",
    "ONCE, 06:30 18:00, '', schedule.once",
    "EVERY, 06:30, 2026-06-12~2026-06-08, schedule.range",
    "EVERY, 06:30, 2026-06-31~2026-07-02, schedule.day"
  })
  @Requirement("R44.3")
  void whatIsWrongIsNamed(String days, String times, String out, String code) {
    var refusal = assertThrows(Refusal.class, () -> said(days, times, out).text());
    assertEquals(code, refusal.code());
  }
}
