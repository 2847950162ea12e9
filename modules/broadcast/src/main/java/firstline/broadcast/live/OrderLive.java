package firstline.broadcast.live;

import static firstline.broadcast.BroadcastRights.EMERGENCY;

import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.Preemption;
import firstline.broadcast.recurrence.Recurrence;
import firstline.broadcast.schedule.PlaceNames;
import firstline.broadcast.schedule.Plan;
import firstline.broadcast.schedule.Schedules;
import firstline.broadcast.schedule.Target;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Puts a live page on the air; what is said then comes by {@link TakePiece}. */
@ApplicationScoped
public class OrderLive {
  /**
   * A live page.
   *
   * @param text that is spoken where no sound can be had
   * @param areas names or 12-digit codes, each with all below it
   * @param minutes until its end, 1 to 60
   * @param volume 0 to 100
   */
  public record Command(
      @NotNull String text, @NotEmpty List<@NotNull String> areas, int minutes, int volume) {}

  /** Minutes of the longest. */
  static final int LONGEST = 60;

  /** The stream ends first, and is heard to its end. */
  private static final Duration LEEWAY = Duration.ofSeconds(30);

  private static final Duration LATEST = Duration.ofHours(1);
  private static final int TITLE = 40;

  @Inject private Schedules schedules;
  @Inject private PlaceNames placeNames;
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  /** Id of its stream. */
  @Allows(right = EMERGENCY)
  @Requirement("R48.1")
  public UUID order(@Valid Command command) {
    var now = clock.instant();
    var officer = desk.officer();
    var areas = command.areas().stream().map(placeNames::meant).toList();
    var meant = new Command(command.text(), areas, command.minutes(), command.volume());
    var schedule = schedules.order(plan(meant, now), officer.areaCode(), officer, now);
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
        text.length() > TITLE ? text.substring(0, TITLE - 1) + "…" : text,
        Kind.LIVE,
        0,
        Plan.Tone.CHIME,
        "zh",
        text,
        new Recurrence.Text(
            now.atZone(Clocks.ZONE).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).toString(),
            "",
            "",
            List.of(),
            ""),
        slot,
        slot.compareTo(LATEST) < 0 ? slot : LATEST,
        Preemption.RESUME,
        command.volume(),
        1,
        Duration.ZERO,
        command.areas().stream().map(code -> new Target(true, Target.Kind.AREA, code)).toList(),
        null,
        List.of());
  }
}
