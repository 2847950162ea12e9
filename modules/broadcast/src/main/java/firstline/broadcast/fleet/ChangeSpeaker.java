package firstline.broadcast.fleet;

import static firstline.broadcast.BroadcastRights.FLEET;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A speaker hangs elsewhere, is turned louder or lower, gets another keeper; or comes down. */
@ApplicationScoped
public class ChangeSpeaker {
  /**
   * As it is from now on; its groups stay.
   *
   * @param area 12-digit code
   * @param volume 0 to 100
   * @param keeper the officer of the village who looks after it; null for nobody
   */
  public record Command(
      @NotNull UUID id, long version, @NotNull String area, int volume, @Nullable UUID keeper) {}

  /** It comes down, for good. */
  public record Retire(@NotNull UUID id, long version) {}

  @Inject private Speakers speakers;
  @Inject private Clock clock;

  @Allows(right = FLEET)
  @Requirement("R31.4")
  public void change(@Valid Command command) {
    var speaker = speakers.at(command.id(), command.version());
    if (!command.area().equals(speaker.areaCode())) {
      speaker.move(speakers.audience(command.area(), groups(speaker)));
    }
    if (command.volume() != speaker.volume()) {
      speaker.turn(command.volume());
    }
    speaker.entrust(command.keeper());
    speakers.keep(speaker, clock.instant());
  }

  private static List<UUID> groups(Speaker speaker) {
    return Arrays.stream(speaker.groups().split(" "))
        .filter(id -> !id.isEmpty())
        .map(UUID::fromString)
        .toList();
  }

  @Allows(right = FLEET)
  @Requirement("R31.4")
  public void retire(@Valid Retire command) {
    var speaker = speakers.at(command.id(), command.version());
    var now = clock.instant();
    speaker.retire(now);
    speakers.keep(speaker, now);
  }
}
