package firstline.broadcast.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.seed.Seeded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Moving the times of a schedule as the check proposes. */
class ShiftingTimesTest {
  private static final Instant FROM = Instant.parse("2026-11-24T16:00:00Z");
  private static final Instant TO = Instant.parse("2027-03-01T16:00:00Z");

  private static List<Instant> starts(Recurrence.Text text) {
    return Recurrence.read(text).between(FROM, TO, WorkingDays.nation()).stream()
        .map(one -> one.start())
        .toList();
  }

  @Test
  @Requirement("R41.5")
  void everyStartIsMovedAndNoneIsLost() {
    Seeded.cases(
        500,
        draw -> {
          var text =
              new Recurrence.Text(
                  "2026-11-25T%02d:%02d:00".formatted(draw.between(0, 23), draw.between(0, 59)),
                  draw.of(
                      "",
                      "FREQ=DAILY",
                      "FREQ=WEEKLY;BYDAY=MO,WE",
                      "FREQ=DAILY;BYHOUR=6,18",
                      "FREQ=DAILY;BYHOUR=6,18;BYMINUTE=30",
                      "FREQ=MONTHLY;BYMONTHDAY=1,15;BYMINUTE=5;BYHOUR=0,23"),
                  null,
                  List.of(),
                  draw.of("ALL", "WORKDAYS"));
          var minutes = draw.between(-300, 300) / 5 * 5;
          var moved = Shift.rule(text, minutes);
          if (moved.isPresent()) {
            var days =
                starts(text).stream().map(start -> start.plusSeconds(minutes * 60L)).toList();
            var got = starts(moved.get());
            // The start itself may have come to match its rule, or ceased to.
            var most = Math.max(days.size(), got.size());
            assertTrue(most - Math.min(days.size(), got.size()) <= 2, text + " " + minutes);
            assertEquals(
                days.subList(Math.min(2, days.size()), days.size()),
                got.subList(got.size() - Math.max(0, days.size() - 2), got.size()));
          }
        });
  }

  @Test
  @Requirement("R41.5")
  void whatWouldLeaveItsDayOrHasSeveralMinutesIsNotMoved() {
    var text = new Recurrence.Text("2026-11-25T06:30:00", "FREQ=DAILY", null, null, null);
    assertTrue(Shift.rule(text, -390).isPresent());
    assertFalse(Shift.rule(text, -395).isPresent());
    assertFalse(
        Shift.rule(
                new Recurrence.Text(
                    "2026-11-25T06:00:00", "FREQ=DAILY;BYHOUR=6;BYMINUTE=0,30", null, null, null),
                5)
            .isPresent());
    assertFalse(
        Shift.rule(
                new Recurrence.Text(
                    "2026-11-25T06:00:00", "FREQ=DAILY;BYHOUR=6,23", null, null, null),
                60)
            .isPresent());
    assertEquals(Optional.of("06:45 18:45"), Shift.times(List.of("06:30", "18:30"), 15));
    assertEquals(Optional.empty(), Shift.times(List.of("06:30", "23:50"), 15));
  }
}
