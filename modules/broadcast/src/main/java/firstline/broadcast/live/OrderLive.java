package firstline.broadcast.live;

import static firstline.broadcast.BroadcastRights.EMERGENCY;

import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.Preemption;
import firstline.broadcast.recurrence.Recurrence;
import firstline.broadcast.schedule.Plan;
import firstline.broadcast.schedule.Schedules;
import firstline.broadcast.schedule.Target;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Puts a live page on the air; what is said then comes by {@link TakePiece}. */
@ApplicationScoped
public class OrderLive {
  /**
   * A live page.
   *
   * @param text that is spoken where no sound can be had
   * @param areas 12-digit codes, each with all below it
   * @param minutes until its end, 1 to 60
   * @param volume 0 to 100
   */
  public record Command(
      @NotNull String text, @NotEmpty List<@NotNull String> areas, int minutes, int volume) {}

  /** Minutes of the longest. */
  static final int LONGEST = 60;

  /** The stream ends first, and is heard to its end. */
  private static final Duration LEEWAY = Duration.ofSeconds(30);

  @Inject private Schedules schedules;
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  /** Id of its stream. */
  @Allows(right = EMERGENCY)
  @Requirement("R48.1")
  public UUID order(@Valid Command command) {
    var now = clock.instant();
    var officer = desk.officer();
    var schedule = schedules.order(plan(command, now), officer.areaCode(), officer, now);
    var stream = Ids.next();
    sql.update(
        """
        insert into live_stream (id, schedule_id, area_code, officer_id, officer_name, begun_at,
          until)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        stream,
        schedule,
        officer.areaCode(),
        officer.id(),
        officer.name(),
        now,
        now.plus(Duration.ofMinutes(command.minutes())));
    return stream;
  }

  /**
   * What is to be heard from now on.
   *
   * @throws Refusal {@code live.minutes}
   */
  static Plan plan(Command command, Instant now) {
    if (command.minutes() < 1 || command.minutes() > LONGEST) {
      throw new Refusal("live.minutes", command.minutes(), LONGEST);
    }
    var slot = Duration.ofMinutes(command.minutes()).plus(LEEWAY);
    var text = command.text().strip();
    return new Plan(
        Plan.titled(text),
        Kind.LIVE,
        0,
        Plan.Tone.CHIME,
        "zh",
        text,
        Recurrence.Text.once(now),
        slot,
        Plan.latest(slot),
        Preemption.RESUME,
        command.volume(),
        1,
        Duration.ZERO,
        Target.areas(command.areas()),
        null,
        List.of());
  }
}
