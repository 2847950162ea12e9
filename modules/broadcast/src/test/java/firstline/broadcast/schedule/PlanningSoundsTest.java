package firstline.broadcast.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.broadcast.media.Sound;
import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.Preemption;
import firstline.broadcast.recurrence.Recurrence;
import firstline.broadcast.verse.TextKind;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanningSoundsTest {
  private static final Sound FIRST = new Sound("a".repeat(64), 100, Duration.ofSeconds(40));
  private static final Sound SECOND = new Sound("b".repeat(64), 200, Duration.ofSeconds(50));
  private static final Plan SPOKEN =
      new Plan(
          "防火",
          Kind.ROUTINE,
          0,
          Plan.Tone.CHIME,
          "zh",
          "请注意防火。",
          new Recurrence.Text("2026-11-25T06:30:00", "FREQ=DAILY", null, List.of(), null),
          Duration.ofMinutes(2),
          Duration.ofMinutes(2),
          Preemption.RESUME,
          70,
          1,
          Duration.ofSeconds(2),
          List.of(new Target(true, Target.Kind.AREA, "957200000000")),
          null,
          List.of());

  @Test
  @Requirement("R38.6")
  void whatIsApprovedIsBoundToTheSoundsAndTheirOrder() {
    var both = SPOKEN.with(List.of(FIRST, SECOND));
    assertNotEquals(SPOKEN.hash(), both.hash());
    assertNotEquals(both.hash(), SPOKEN.with(List.of(SECOND, FIRST)).hash());
    assertNotEquals(both.hash(), SPOKEN.with(List.of(FIRST)).hash());
    assertEquals(SPOKEN.hash(), both.with(List.of()).hash());
  }

  @Test
  @Requirement("R38.6")
  void theLengthIsThatOfTheSoundsWithTheToneAndMustFitTheSlot() {
    assertEquals(Duration.ofSeconds(6), SPOKEN.once());
    var both = SPOKEN.with(List.of(FIRST, SECOND));
    assertEquals(Duration.ofSeconds(94), both.once());
    both.checked();
    var refusal =
        assertThrows(Refusal.class, () -> SPOKEN.with(List.of(FIRST, SECOND, FIRST)).checked());
    assertEquals("schedule.slot", refusal.code());
  }

  @Test
  @Requirement("R38.6")
  void aScheduleTakesTwentySoundsAtMost() {
    var blip = new Sound("c".repeat(64), 100, Duration.ofSeconds(1));
    SPOKEN.with(Collections.nCopies(20, blip)).checked();
    var refusal =
        assertThrows(Refusal.class, () -> SPOKEN.with(Collections.nCopies(21, blip)).checked());
    assertEquals("schedule.media-most", refusal.code());
  }

  @Test
  @Requirement("R54.1")
  void whatIsApprovedIsBoundToTheKindOfItsText() {
    assertNotEquals(SPOKEN.hash(), written(TextKind.JINGLE).hash());
    assertNotEquals(written(TextKind.JINGLE).hash(), written(TextKind.DOGGEREL).hash());
    // What was approved before there were kinds keeps its hash.
    assertEquals(SPOKEN.hash(), written(TextKind.ANNOUNCEMENT).hash());
    assertEquals(TextKind.JINGLE, written(TextKind.JINGLE).heardIn(List.of()).textKind());
  }

  private static Plan written(TextKind kind) {
    return new Plan(
        SPOKEN.title(),
        SPOKEN.kind(),
        SPOKEN.level(),
        SPOKEN.tone(),
        SPOKEN.language(),
        SPOKEN.text(),
        kind,
        SPOKEN.when(),
        SPOKEN.slot(),
        SPOKEN.tolerance(),
        SPOKEN.preemption(),
        SPOKEN.volume(),
        SPOKEN.repeats(),
        SPOKEN.pause(),
        SPOKEN.targets(),
        SPOKEN.script(),
        SPOKEN.media());
  }
}
