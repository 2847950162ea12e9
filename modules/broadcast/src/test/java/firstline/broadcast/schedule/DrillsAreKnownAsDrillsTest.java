package firstline.broadcast.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.TestDesk;
import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.Preemption;
import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A drill is audible as a drill, and nothing turns it into the real thing. */
class DrillsAreKnownAsDrillsTest {
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");

  private static Plan plan(Kind kind, Plan.Tone tone, String language, String text) {
    return new Plan(
        "防汛",
        kind,
        0,
        tone,
        language,
        text,
        new Recurrence.Text("2026-11-26T09:30:00", "", null, List.of(), null),
        Duration.ofMinutes(2),
        Duration.ofMinutes(2),
        Preemption.RESUME,
        70,
        1,
        Duration.ofSeconds(2),
        List.of(new Target(true, Target.Kind.AREA, "957300000000")),
        null,
        List.of());
  }

  private static String code(Plan plan) {
    return assertThrows(Refusal.class, plan::checked).code();
  }

  @Test
  @Requirement("R36.6")
  void aDrillSoundsAsOneInBothLanguages() {
    for (var language : List.of("zh", "en")) {
      for (var tone : Plan.Tone.values()) {
        var typed = plan(Kind.DRILL, tone, language, "请向高处转移。");
        assertThrows(Refusal.class, typed::checked);
        var audible = typed.audible();
        audible.checked();
        assertEquals(Plan.Tone.DRILL, audible.tone());
        assertTrue(audible.text().matches("(演练|Exercise).*请向高处转移。"), audible.text());
        assertEquals(audible, audible.audible(), "once is enough");
        assertEquals("请向高处转移。", audible.bare(), "a script is still read word for word");
        assertNotEquals(typed.hash(), audible.hash(), "the reviewer approves what is heard");
      }
    }
    assertEquals("schedule.drill-text", code(plan(Kind.DRILL, Plan.Tone.DRILL, "zh", "请向高处转移。")));
    assertEquals(
        "schedule.drill-tone",
        code(plan(Kind.DRILL, Plan.Tone.CHIME, "zh", "演练，演练，以下内容是演练。请向高处转移。")));
  }

  @Test
  @Requirement("R36.6")
  void nothingRealSoundsAsADrill() {
    var real = plan(Kind.ROUTINE, Plan.Tone.CHIME, "zh", "请注意防火。");
    real.checked();
    assertSame(real, real.audible());
    assertEquals("schedule.drill-tone", code(plan(Kind.ROUTINE, Plan.Tone.DRILL, "zh", "请注意防火。")));
  }

  @Test
  @Requirement("R36.6")
  void aCopyOfADrillIsADrill() {
    var drill = plan(Kind.DRILL, Plan.Tone.DRILL, "zh", "请向高处转移。").audible();
    var copy = drill.heardIn(List.of(new Target(true, Target.Kind.AREA, "957300000001")));
    copy.checked();
    assertEquals(Kind.DRILL, copy.kind());
    assertEquals(Plan.Tone.DRILL, copy.tone());
    assertEquals(drill.text(), copy.text());
  }

  @Test
  @Requirement("R36.6")
  void noEditMakesADrillReal() throws ReflectiveOperationException {
    var drill = drafted();
    for (var kind : List.of(Kind.ROUTINE, Kind.LIVE, Kind.EMERGENCY)) {
      var real = plan(kind, Plan.Tone.CHIME, "zh", "请向高处转移。");
      assertEquals(
          "schedule.drill-kind",
          assertThrows(Refusal.class, () -> drill.edit(real, TestDesk.anybody(), NOW)).code());
      assertEquals(
          "schedule.drill-kind",
          assertThrows(Refusal.class, () -> drill.requireKind(real)).code(),
          "nor does a successor");
    }
    drill.edit(plan(Kind.DRILL, Plan.Tone.DRILL, "zh", "请转移。").audible(), TestDesk.anybody(), NOW);
    assertEquals("防汛", drill.title());
  }

  /** As the database gives it. */
  private static Schedule drafted() throws ReflectiveOperationException {
    var schedule = new Schedule();
    for (var field : Map.of("kind", Kind.DRILL, "number", "B-0001").entrySet()) {
      var of = Schedule.class.getDeclaredField(field.getKey());
      of.setAccessible(true);
      of.set(schedule, field.getValue());
    }
    return schedule;
  }
}
