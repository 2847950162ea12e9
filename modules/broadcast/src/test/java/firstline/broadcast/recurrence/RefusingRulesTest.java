package firstline.broadcast.recurrence;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import firstline.testkit.locale.ThreeLocales;
import firstline.testkit.seed.Seeded;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusingRulesTest {
  private static final String START = "2026-03-02T06:30:00";

  private static Refusal refused(Recurrence.Text text) {
    return assertThrows(
        Refusal.class,
        () -> Recurrence.read(text).requireOccurs(WorkingDays.nation()),
        text::toString);
  }

  private static Refusal refused(String rule) {
    return refused(new Recurrence.Text(START, rule, null, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=YEARLY;BYWEEKNO=20                        | week-alone          | BYWEEKNO
          FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;BYMONTH=5     | parts-together      | BYWEEKNO
          FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;BYSETPOS=1    | parts-together      | BYWEEKNO
          FREQ=YEARLY;BYMONTHDAY=15                      | month-day-alone     | BYMONTHDAY
          FREQ=YEARLY;BYMONTHDAY=15;BYYEARDAY=15         | month-day-alone     | BYMONTHDAY
          FREQ=DAILY;UNTIL=20260401                      | until-date          | UNTIL=20260401
          FREQ=DAILY;UNTIL=20260301T000000Z              | until-before-start  | UNTIL=20260301T000000Z
          FREQ=DAILY;UNTIL=99991231T235959Z              | until-range         | UNTIL=99991231T235959Z
          FREQ=DAILY;UNTIL=20260231T000000Z              | value               | UNTIL
          FREQ=DAILY;UNTIL=soon                          | value               | UNTIL
          FREQ=DAILY;COUNT=3;UNTIL=20260401T000000Z      | count-and-until     | COUNT
          FREQ=SECONDLY                                  | frequency           | FREQ=SECONDLY
          FREQ=MINUTELY;INTERVAL=30                      | frequency           | FREQ=MINUTELY
          FREQ=HOURLY                                    | frequency           | FREQ=HOURLY
          FREQ=FORTNIGHTLY                               | value               | FREQ
          FREQ=DAILY;BYSETPOS=1                          | position-alone      | BYSETPOS
          FREQ=DAILY;COUNT=1000000000                    | count               | COUNT=1000000000
          FREQ=DAILY;COUNT=99999999999999999999          | count               | COUNT=99999999999999999999
          FREQ=DAILY;COUNT=100001                        | count               | COUNT=100001
          FREQ=DAILY;COUNT=0                             | value               | COUNT
          FREQ=DAILY;COUNT=-1                            | value               | COUNT
          FREQ=DAILY;INTERVAL=0                          | value               | INTERVAL
          FREQ=DAILY;INTERVAL=1001                       | value               | INTERVAL
          FREQ=DAILY;INTERVAL=99999999999                | value               | INTERVAL
          FREQ=DAILY;EASTER=1                            | part-unknown        | EASTER
          FREQ=DAILY;X-COLOUR=RED                        | part-unknown        | X-COLOUR
          RSCALE=CHINESE;FREQ=YEARLY                     | part-unknown        | RSCALE
          FREQ=DAILY;FREQ=WEEKLY                         | part-twice          | FREQ
          FREQ=WEEKLY;BYDAY=MO;BYDAY=TU                  | part-twice          | BYDAY
          FREQ=WEEKLY;BYDAY=MO,TU,MO                     | value-twice         | BYDAY
          FREQ=MONTHLY;BYDAY=1MO,+1MO                    | value-twice         | BYDAY
          FREQ=MONTHLY;BYMONTHDAY=1,+1                   | value-twice         | BYMONTHDAY
          FREQ=DAILY;BYHOUR=24                           | value               | BYHOUR
          FREQ=DAILY;BYHOUR=-1                           | value               | BYHOUR
          FREQ=DAILY;BYMINUTE=60                         | value               | BYMINUTE
          FREQ=DAILY;BYSECOND=60                         | value               | BYSECOND
          FREQ=DAILY;BYMONTH=13                          | value               | BYMONTH
          FREQ=DAILY;BYMONTH=0                           | value               | BYMONTH
          FREQ=MONTHLY;BYMONTHDAY=32                     | value               | BYMONTHDAY
          FREQ=MONTHLY;BYMONTHDAY=0                      | value               | BYMONTHDAY
          FREQ=YEARLY;BYYEARDAY=367                      | value               | BYYEARDAY
          FREQ=YEARLY;BYWEEKNO=54;BYDAY=MO               | value               | BYWEEKNO
          FREQ=MONTHLY;BYDAY=6MO                         | value               | BYDAY
          FREQ=MONTHLY;BYDAY=0MO                         | value               | BYDAY
          FREQ=YEARLY;BYDAY=54MO                         | value               | BYDAY
          FREQ=YEARLY;BYMONTH=3;BYDAY=6MO                | value               | BYDAY
          FREQ=WEEKLY;BYDAY=XX                           | value               | BYDAY
          FREQ=WEEKLY;BYDAY=MO,                          | value               | BYDAY
          FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0               | value               | BYSETPOS
          FREQ=WEEKLY;WKST=1MO                           | value               | WKST
          FREQ=WEEKLY;WKST=YY                            | value               | WKST
          FREQ=WEEKLY;BYDAY=1MO                          | weekday-number      | BYDAY=1MO
          FREQ=DAILY;BYDAY=-1FR                          | weekday-number      | BYDAY=-1FR
          FREQ=YEARLY;BYWEEKNO=3;BYDAY=1FR               | weekday-number      | BYDAY=1FR
          FREQ=YEARLY;BYYEARDAY=366;BYDAY=FR             | parts-together      | BYYEARDAY
          FREQ=WEEKLY;BYMONTHDAY=3                       | part-frequency      | BYMONTHDAY
          FREQ=MONTHLY;BYYEARDAY=3                       | part-frequency      | BYYEARDAY
          FREQ=MONTHLY;BYWEEKNO=3                        | part-frequency      | BYWEEKNO
          BYDAY=MO                                       | frequency-missing   | FREQ
          FREQ=DAILY;                                    | part-form           | ''
          FREQ                                           | part-form           | FREQ
          FREQ=DAILY;BYDAY=                              | part-form           | BYDAY=
          FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30            | never               | 2100
          FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30             | never               | 2100
          FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;BYMONTH=4 | never             | 2100
          FREQ=DAILY;INTERVAL=7;BYDAY=TU                 | never               | 2100
          FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2                | never               | 2100
          FREQ=YEARLY;INTERVAL=1000;BYMONTH=1;BYMONTHDAY=1 | never             | 2100
          FREQ=YEARLY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=30 | never            | 2100
          FREQ=MONTHLY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=30 | never           | 2100
          """)
  @Requirement("R30.2")
  void whatIsContestedContradictoryOrOutOfBoundsIsNamed(String rule, String code, String part) {
    var refusal = refused(rule);
    assertEquals("recurrence." + code, refusal.code(), rule);
    assertEquals(part, refusal.arguments().get(0), rule);
  }

  @ParameterizedTest
  @CsvSource({
    "1900-01-01T06:30:00, start-range",
    "1999-12-31T23:59:59, start-range",
    "2101-01-01T00:00:00, start-range",
    "9999-12-31T06:30:00, start-range",
    "2026-03-02, start",
    "2026-02-30T06:30:00, start",
    "2026-03-02T25:00:00, start",
    "2026-03-02T24:00:00, start",
    "2026-03-02T06:30:00+25:00, start",
    "tomorrow, start",
    "'', start"
  })
  @Requirement("R30.2")
  void aStartThatCannotBeIsNamed(String start, String code) {
    var refusal = refused(new Recurrence.Text(start, "FREQ=DAILY", null, null, null));
    assertEquals("recurrence." + code, refusal.code());
    assertEquals(start, refusal.arguments().get(0));
  }

  @ParameterizedTest
  @CsvSource({"Asia/Yibin", "GMT+25", "+08:00", "beijing", "asia/shanghai"})
  @Requirement("R30.2")
  void aZoneThatDoesNotExistIsNamed(String zone) {
    var refusal = refused(new Recurrence.Text(START, "FREQ=DAILY", zone, null, null));
    assertEquals("recurrence.zone", refusal.code());
    assertEquals(zone, refusal.arguments().get(0));
  }

  @ParameterizedTest
  @CsvSource({
    "MONDAYS, calendar",
    "LUNAR, calendar",
    "LUNAR:, lunar-day",
    "LUNAR:0, lunar-day",
    "LUNAR:31, lunar-day",
    "LUNAR:*11, lunar-day",
    "LUNAR:x, lunar-day",
    "'LUNAR:3,3', value-twice",
    "'LUNAR:13,*3', value-twice"
  })
  @Requirement("R30.2")
  void aCalendarThatDoesNotExistIsNamed(String calendar, String code) {
    var refusal = refused(new Recurrence.Text(START, "FREQ=DAILY", null, null, calendar));
    assertEquals("recurrence." + code, refusal.code());
  }

  @Test
  @Requirement("R30.2")
  void exceptionsThatCannotBeReadOrAreTooManyAreNamed() {
    var unreadable = List.of("2026-03-03", "2026-13-01");
    var refusal = refused(new Recurrence.Text(START, "FREQ=DAILY", null, unreadable, null));
    assertEquals("recurrence.exception", refusal.code());
    assertEquals("2026-13-01", refusal.arguments().get(0));
    var many = Collections.nCopies(367, "2026-03-03");
    var tooMany = refused(new Recurrence.Text(START, "FREQ=DAILY", null, many, null));
    assertEquals("recurrence.exceptions", tooMany.code());
  }

  @Test
  @Requirement("R30.2")
  void aRecurrenceOfWhichNothingIsLeftIsRefused() {
    var all = List.of("2026-03-02", "2026-03-03T06:30");
    var text = new Recurrence.Text(START, "FREQ=DAILY;COUNT=2", null, all, null);
    assertEquals("recurrence.never", refused(text).code());
    var holiday = new Recurrence.Text("2026-10-01T06:30", "", null, null, "WORKDAYS");
    assertEquals("recurrence.never", refused(holiday).code());
  }

  @Test
  @Requirement("R30.2")
  void tooManyStartsADayAreRefused() {
    var minutes = new StringBuilder("0");
    for (var minute = 1; minute < 60; minute++) {
      minutes.append(',').append(minute);
    }
    var refusal = refused("FREQ=DAILY;BYHOUR=6,7,8,9,10;BYMINUTE=" + minutes);
    assertEquals("recurrence.too-dense", refusal.code());
    assertEquals(List.of("BYHOUR, BYMINUTE, BYSECOND", 300, 288), refusal.arguments());
    var chosen = refused("FREQ=YEARLY;BYHOUR=6,7,8,9,10;BYSETPOS=1;BYMINUTE=0,10,20,30,40");
    assertEquals(List.of("BYHOUR, BYMINUTE, BYSECOND", 25, 24), chosen.arguments());
    assertEquals("recurrence.too-long", refused("FREQ=DAILY;BYHOUR=" + "1,".repeat(3_000)).code());
  }

  @ThreeLocales
  @Requirement("R30.2")
  void aRuleInSmallLettersIsTheSameRule() {
    var text = new Recurrence.Text(START, "rrule:freq=daily;interval=2;byday=fr", null, null, null);
    assertDoesNotThrow(() -> Recurrence.read(text).requireOccurs(WorkingDays.nation()));
  }

  @Test
  @Requirement("R30.2")
  void everyRefusalHasItsSentenceInBothLanguages() {
    var codes =
        List.of(
            refused("FREQ=YEARLY;BYWEEKNO=20"),
            refused("FREQ=DAILY;UNTIL=20260401"),
            refused("FREQ=DAILY;COUNT=1000000000"));
    for (var refusal : codes) {
      for (var language : List.of("zh", "en")) {
        var sentence = Bundles.words(language, "refusal." + refusal.code(), refusal.arguments());
        assertTrue(sentence.contains(refusal.arguments().get(0).toString()), sentence);
      }
    }
  }

  @Test
  @Requirement({"R30.2", "R30.8"})
  void whateverIsSentIsReadOrRefusedInTime() {
    var pieces =
        List.of(
            "FREQ=",
            "DAILY",
            "YEARLY",
            "WEEKLY",
            ";",
            ",",
            "=",
            "BYDAY=",
            "MO",
            "-1",
            "53",
            "BYWEEKNO=",
            "BYMONTHDAY=",
            "UNTIL=",
            "20260401T000000Z",
            "COUNT=",
            "9",
            "BYSETPOS=",
            "\u0130",
            "RRULE:",
            "INTERVAL=",
            "BYYEARDAY=",
            "366",
            "BYHOUR=",
            " ",
            "\n",
            "e");
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () ->
            Seeded.cases(
                20_000,
                draw -> {
                  var rule = String.join("", draw.list(1, 12, one -> one.of(pieces)));
                  var text = new Recurrence.Text(START, rule, null, null, null);
                  try {
                    Recurrence.read(text).requireOccurs(WorkingDays.nation());
                  } catch (Refusal refusal) {
                    assertTrue(Bundles.knows("zh", "refusal." + refusal.code()), refusal.code());
                    assertTrue(Bundles.knows("en", "refusal." + refusal.code()), refusal.code());
                  }
                }));
  }

  @Test
  @Requirement("R30.2")
  void theDenseRuleThatNeverMeetsItsCalendarIsRefusedInTime() {
    var minutes = "0,5,10,15,20,25,30,35,40,45,50,55";
    var hours = "0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23";
    var rule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=" + hours + ";BYMINUTE=" + minutes;
    var start = LocalDate.of(2030, 1, 1) + "T00:00";
    var chosen =
        "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1,366;BYHOUR=" + hours + ";COUNT=100000";
    for (var each : List.of(rule, chosen)) {
      var text = new Recurrence.Text(start, each, null, null, "RESTDAYS");
      var began = System.nanoTime();
      assertEquals("recurrence.never", refused(text).code());
      var millis = (System.nanoTime() - began) / 1_000_000;
      assertFalse(millis > 3_000, millis + " ms");
    }
  }
}
