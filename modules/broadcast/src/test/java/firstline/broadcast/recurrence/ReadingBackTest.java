package firstline.broadcast.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.locale.ThreeLocales;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadingBackTest {
  private static final WorkingDays NATION = WorkingDays.nation();

  private static Recurrence recurrence(String rule, String calendar, String... exdates) {
    return Recurrence.read(
        new Recurrence.Text("2026-03-02T06:30", rule, null, List.of(exdates), calendar));
  }

  private static void says(String zh, String en, Recurrence recurrence) {
    assertEquals(zh, ReadBack.of(recurrence, "zh"));
    assertEquals(en, ReadBack.of(recurrence, "en"));
  }

  @ThreeLocales
  @Requirement("R30.7")
  void theUsualSchedulesReadAsPeopleSayThem() {
    says(
        "每个工作日 06:30；调休上班日照播，法定节假日停播；自 2026-03-02 起",
        "Every working day at 06:30; also on make-up workdays, not on public holidays; from"
            + " 2026-03-02 on",
        recurrence("FREQ=DAILY", "WORKDAYS"));
    says(
        "每逢周一、周三 06:30、18:30；自 2026-03-02 起，共 8 次",
        "Every Monday and Wednesday at 06:30 and 18:30; from 2026-03-02 on, 8 times",
        recurrence("FREQ=WEEKLY;BYDAY=WE,MO;BYHOUR=6,18;COUNT=8", null));
  }

  @Test
  @Requirement("R30.7")
  void onceReadsAsOnce() {
    says("2026-03-02 06:30 播一次", "Once, on 2026-03-02 06:30", recurrence("", null));
  }

  @Test
  @Requirement("R30.7")
  void mondayToFridayWithWorkingDaysSaysWhatIsLost() {
    says(
        "每逢周一、周二、周三、周四、周五 06:30；其中只在工作日播：法定节假日停播，规则以外的调休上班日不补播；自 2026-03-02 起",
        "Every Monday, Tuesday, Wednesday, Thursday and Friday at 06:30; of these only working"
            + " days: not on public holidays, and no make-up workday is added; from 2026-03-02 on",
        recurrence("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "WORKDAYS"));
  }

  @Test
  @Requirement("R30.7")
  void marketDaysReadAsMarketDays() {
    says(
        "逢农历三、六、九 06:30；闰月同；自 2026-03-02 起",
        "Every lunar day ending in 3, 6 and 9 at 06:30; leap months too; from 2026-03-02 on",
        recurrence("FREQ=DAILY", "LUNAR:3,6,9,13,16,19,23,26,29"));
    says(
        "农历初一、十五 06:30；闰月同；自 2026-03-02 起",
        "Every lunar day 1 and 15 at 06:30; leap months too; from 2026-03-02 on",
        recurrence("FREQ=DAILY", "LUNAR:1,15"));
  }

  @Test
  @Requirement("R30.7")
  void intervalsEndsAndExceptionsAreSaid() {
    says(
        "每 2 周的周一、周五（一周从周日算起） 06:30；自 2026-03-02 起，至 2026-06-30 06:30 止；2026-04-06、2026-04-17 06:30 除外",
        "Every 2 weeks on Monday and Friday (weeks begin on Sunday) at 06:30; from 2026-03-02 on,"
            + " until 2026-06-30 06:30; except 2026-04-06 and 2026-04-17 06:30",
        recurrence(
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;WKST=SU;UNTIL=20260629T223000Z",
            "ALL",
            "2026-04-17T06:30",
            "2026-04-06"));
    says(
        "每月的最后一个周五 06:30；自 2026-03-02 起",
        "Every month on the last Friday of the month at 06:30; from 2026-03-02 on",
        recurrence("FREQ=MONTHLY;BYDAY=-1FR", null));
    says(
        "每月的 31 日（没有这一天的月份不播） 06:30；自 2026-03-02 起",
        "Every month on the 31st (not in months without that day) at 06:30; from 2026-03-02 on",
        recurrence("FREQ=MONTHLY;BYMONTHDAY=31", null));
    says(
        "每年 3 月、9 月的 1 日，且须是周一 06:30；自 2026-03-02 起",
        "Every year in March and September on the 1st, and only on Monday at 06:30; from"
            + " 2026-03-02 on",
        recurrence("FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1;BYDAY=MO", null));
  }

  @Test
  @Requirement("R30.7")
  void manyTimesChoicesZonesAndMovesAreSaid() {
    says(
        "每天 8、9、10、11、12 时的 0、20、40 分 0 秒；自 2026-03-02 起",
        "Every day at the seconds 0 of the minutes 0, 20 and 40 of the hours 8, 9, 10, 11 and 12;"
            + " from 2026-03-02 on",
        recurrence("FREQ=DAILY;BYHOUR=8,9,10,11,12;BYMINUTE=0,20,40", null));
    says(
        "每月的周一、周二 06:30；每月只取其中第 1 次、最后一次；自 2026-03-02 起，共 4 次，停播的也算在内；2026-03-31 除外",
        "Every month on Monday and Tuesday at 06:30; of each month's starts only the 1st and the"
            + " last; from 2026-03-02 on, 4 times, counting those that do not play; except"
            + " 2026-03-31",
        recurrence("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1,-1;COUNT=4", null, "2026-03-31"));
    says(
        "每年的第 20 周的周一（一周从周一算起） 06:30；自 2026-03-02 起",
        "Every year on Monday of the 20th week (weeks begin on Monday) at 06:30; from 2026-03-02"
            + " on",
        recurrence("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", null));
    var berlin = new Recurrence.Text("2026-03-02T06:30", "FREQ=DAILY", "Europe/Berlin", null, null);
    says(
        "每天 06:30；自 2026-03-02 起；2026-03-04 06:30 的一次改在 2026-03-04 07:00；时区 Europe/Berlin",
        "Every day at 06:30; from 2026-03-02 on; the one of 2026-03-04 06:30 is at 2026-03-04"
            + " 07:00 instead; time zone Europe/Berlin",
        Recurrence.read(berlin)
            .moving(
                Map.of(
                    Instant.parse("2026-03-04T05:30:00Z"), Instant.parse("2026-03-04T06:00:00Z"))));
  }

  @Test
  @Requirement("R30.7")
  void differentRecurrencesNeverReadTheSame() {
    var seen = new HashMap<String, Recurrence>();
    var alike = new AtomicInteger();
    var different = new AtomicInteger();
    Seeded.cases(
        3_000,
        draw -> {
          var rule = DrawnRule.of(draw);
          var other = changed(draw, rule);
          var calendar = draw.of("ALL", "ALL", "WORKDAYS", "RESTDAYS", "LUNAR:1,15", "LUNAR:*3");
          var first = read(rule, calendar, null);
          var second =
              draw.chance(0.8)
                  ? read(other, calendar, null)
                  : read(rule, draw.of("ALL", "WORKDAYS", "LUNAR:*3,5", "RESTDAYS"), exdate(rule));
          for (var each : List.of(first, second)) {
            for (var language : List.of("zh", "en")) {
              var sentence = ReadBack.of(each, language);
              assertFalse(sentence.contains("???") || sentence.contains("{"), sentence);
              var earlier = seen.putIfAbsent(sentence, each);
              if (earlier != null) {
                assertEquals(starts(earlier), starts(each), sentence);
                alike.incrementAndGet();
              }
            }
          }
          if (!starts(first).equals(starts(second))) {
            different.incrementAndGet();
          }
        });
    assertTrue(different.get() > 1_500, () -> "only " + different + " changes change anything");
    assertTrue(alike.get() > 150, () -> "only " + alike + " sentences are alike");
  }

  private static Recurrence read(DrawnRule rule, String calendar, String exdate) {
    return Recurrence.read(
        new Recurrence.Text(
            rule.start().toString(),
            rule.text(),
            null,
            exdate == null ? List.of() : List.of(exdate),
            calendar));
  }

  private static String exdate(DrawnRule rule) {
    return rule.start().toLocalDate().plusDays(7).toString();
  }

  /** The starts of some years, from before the recurrence begins. */
  private static List<Instant> starts(Recurrence recurrence) {
    var to = LocalDateTime.of(2058, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    var starts = new ArrayList<Instant>();
    var occurrences = recurrence.from(Instant.MIN, NATION);
    while (starts.size() < 400 && occurrences.hasNext()) {
      var start = occurrences.next().start();
      if (start.isAfter(to)) {
        break;
      }
      starts.add(start);
    }
    return starts;
  }

  /** The rule with one thing changed, as a slip of the pen would. */
  private static DrawnRule changed(Draw draw, DrawnRule rule) {
    while (true) {
      var other = change(draw, rule);
      try {
        other.recurrence();
        return other;
      } catch (Refusal refusal) {
        // The slip made it no rule; another one is drawn.
      }
    }
  }

  private static DrawnRule change(Draw draw, DrawnRule rule) {
    var start = rule.start();
    var interval = rule.interval();
    var weekStart = rule.weekStart();
    var count = rule.count();
    var until = rule.until();
    Map<String, List<Integer>> by = new LinkedHashMap<>(rule.by());
    var weekdays = new ArrayList<>(rule.weekdays());
    switch (draw.between(0, 7)) {
      case 0 -> start = start.plusDays(draw.between(1, 8));
      case 1 -> start = start.plusMinutes(draw.of(15, 60, 1));
      case 2 -> interval = draw.between(1, 5);
      case 3 -> weekStart = DayOfWeek.of(draw.between(1, 7));
      case 4 -> count = until.equals(DrawnRule.EVER) ? draw.between(1, 40) : 0;
      case 5 -> until = count == 0 ? start.plusMinutes(draw.between(0, 200_000)) : until;
      case 6 -> {
        var part =
            draw.of(
                List.of("BYMONTH", "BYMONTHDAY", "BYHOUR", "BYSETPOS", "BYYEARDAY", "BYWEEKNO"));
        var numbers = new TreeSet<>(by.getOrDefault(part, List.of()));
        numbers.add(draw.between(1, 12) * draw.of(1, part.matches("BYMONTH|BYHOUR") ? 1 : -1));
        by.put(part, draw.chance(0.2) ? List.of(1) : List.copyOf(numbers));
      }
      default -> {
        if (weekdays.isEmpty() || draw.chance(0.5)) {
          weekdays.add(List.of(draw.of(0, 0, 1, -1), draw.between(1, 7)));
        } else {
          weekdays.remove(0);
        }
      }
    }
    return new DrawnRule(start, rule.frequency(), interval, weekStart, count, until, by, weekdays);
  }
}
