package firstline.broadcast.emergency;

import static firstline.broadcast.BroadcastRights.EMERGENCY;

import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.Preemption;
import firstline.broadcast.recurrence.Recurrence;
import firstline.broadcast.schedule.Plan;
import firstline.broadcast.schedule.Schedules;
import firstline.broadcast.schedule.Target;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts an emergency on the air. The text goes first: the speakers speak it themselves. */
@ApplicationScoped
public class OrderEmergency {
  /**
   * An emergency.
   *
   * @param level 1 red, 2 orange, 3 yellow, 4 blue
   * @param areas 12-digit codes, each with all below it
   * @param minutes until its end; it is repeated until then
   */
  public record Command(
      @Min(1) @Max(4) int level,
      @NotNull String text,
      @NotEmpty List<@NotNull String> areas,
      @Min(1) @Max(720) int minutes) {
    /** The levels that there are, the gravest first. */
    public static final List<Integer> LEVELS = List.of(1, 2, 3, 4);

    /**
     * From what was typed on a page.
     *
     * @throws Refusal {@code emergency.level}, {@code schedule.number}
     */
    public static Command typed(String level, String text, List<String> areas, String minutes) {
      if (!level.matches("[1-4]")) {
        throw new Refusal("emergency.level");
      }
      if (!minutes.matches("[0-9]{1,4}")) {
        throw new Refusal("schedule.number", minutes);
      }
      return new Command(Integer.parseInt(level), text, areas, Integer.parseInt(minutes));
    }
  }

  private static final long LONGEST = 720;
  private static final int USUAL = 30;
  private static final int LOUDEST = 100;
  private static final Duration PAUSE = Duration.ofSeconds(8);

  @Inject private Schedules schedules;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = EMERGENCY)
  @Requirement("R39.1")
  public UUID order(@Valid Command command) {
    var now = clock.instant();
    return schedules.order(plan(command, now), desk.officer().areaCode(), desk.officer(), now);
  }

  /** Minutes until the time at which an alert is over, or the usual ones. */
  public static int minutes(@Nullable Instant expires, Instant now) {
    return expires == null
        ? USUAL
        : (int) Math.max(1, Math.min(LONGEST, Duration.between(now, expires).toMinutes()));
  }

  /** What is to be heard from now on. */
  public static Plan plan(Command command, Instant now) {
    var slot = Duration.ofMinutes(command.minutes());
    var text = command.text().strip();
    KeepTemplates.requireFilled(text);
    return new Plan(
        Plan.titled(text),
        Kind.EMERGENCY,
        command.level(),
        Plan.Tone.ATTENTION,
        "zh",
        text,
        Recurrence.Text.once(now),
        slot,
        Plan.latest(slot),
        Preemption.RESTART,
        LOUDEST,
        0,
        PAUSE,
        Target.areas(command.areas()),
        null,
        List.of());
  }
}
