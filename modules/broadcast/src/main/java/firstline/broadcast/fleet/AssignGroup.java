package firstline.broadcast.fleet;

import static firstline.broadcast.BroadcastRights.FLEET;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Several speakers join a group, or leave it, all or none. */
@ApplicationScoped
public class AssignGroup {
  /** A speaker as it was seen. */
  public record Picked(UUID id, long version) {}

  /**
   * Who joins or leaves.
   *
   * @param joins false if they leave it
   */
  public record Command(@NotNull UUID group, boolean joins, @NotNull List<Picked> speakers) {}

  @Inject private Speakers speakers;
  @Inject private SpeakerGroups groups;
  @Inject private Clock clock;

  /**
   * Assigns them; one that belongs already, or not, stays as it is.
   *
   * @throws Refusal {@code speaker.none-picked}, {@code speaker.group}
   */
  @Allows(right = FLEET)
  @Requirement("R49.4")
  public void assign(@Valid Command command) {
    if (command.speakers().isEmpty()) {
      throw new Refusal("speaker.none-picked");
    }
    for (var picked : command.speakers()) {
      var speaker = speakers.at(picked.id(), picked.version());
      var belongs = new ArrayList<>(speaker.groupIds());
      if (command.joins() && !belongs.contains(command.group())) {
        belongs.add(command.group());
      } else if (command.joins() || !belongs.remove(command.group())) {
        continue;
      }
      groups.require(speaker.areaCode(), belongs);
      speaker.move(speakers.audience(speaker.areaCode(), belongs));
      speakers.keep(speaker, clock.instant());
    }
  }
}
