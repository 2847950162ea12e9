package firstline.broadcast.schedule;

import static firstline.broadcast.BroadcastRights.DRAFT;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Drafts what is to take over plays of an approved schedule, which stays as it was approved until
 * then.
 */
@ApplicationScoped
public class ReplaceSchedule {
  /**
   * An edit.
   *
   * @param original the schedule at the version that was seen
   * @param start of the play, or the first of the plays, that is edited; null with {@link
   *     Scope#ALL}
   */
  public record Command(
      @NotNull UUID original,
      long version,
      @NotNull Scope scope,
      @Nullable Instant start,
      @NotNull Plan plan) {}

  @Inject private Schedules schedules;
  @Inject private Replacements replacements;
  @Inject private Desk desk;
  @Inject private Clock clock;

  /** The id of the draft. */
  @Allows(right = DRAFT)
  @Requirement("R44.4")
  public UUID replace(@Valid Command command) {
    var original = schedules.at(command.original(), command.version());
    original.requireKind(command.plan());
    var now = clock.instant();
    var edit = new Replacements.Edit(command.scope(), command.start());
    replacements.check(original.id(), edit, command.plan().when(), now);
    var successor = schedules.add(command.plan(), original.areaCode(), desk.officer(), now);
    replacements.begin(successor, original.id(), command.version(), edit);
    return successor;
  }
}
