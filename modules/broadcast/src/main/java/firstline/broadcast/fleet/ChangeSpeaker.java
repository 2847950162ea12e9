package firstline.broadcast.fleet;

import static firstline.broadcast.BroadcastRights.FLEET;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A speaker hangs elsewhere, joins groups, is turned louder, gets a keeper; or comes down. */
@ApplicationScoped
public class ChangeSpeaker {
  /**
   * As it is from now on.
   *
   * @param area 12-digit code
   * @param place where in it
   * @param volume 0 to 100
   * @param keeper the officer of the village who looks after it; null for nobody
   * @param groups to which it belongs
   */
  public record Command(
      @NotNull UUID id,
      long version,
      @NotNull String area,
      @NotNull String place,
      @NotNull @Size(max = 60) String model,
      @NotNull Channel channel,
      int volume,
      @Nullable UUID keeper,
      @NotNull List<UUID> groups) {}

  /** It comes down, for good. */
  public record Retire(@NotNull UUID id, long version) {}

  @Inject private Speakers speakers;
  @Inject private SpeakerGroups groups;
  @Inject private Clock clock;

  @Allows(right = FLEET)
  @Requirement({"R31.4", "R49.4"})
  public void change(@Valid Command command) {
    var speaker = speakers.at(command.id(), command.version());
    if (!command.area().equals(speaker.areaCode())
        || !Set.copyOf(command.groups()).equals(Set.copyOf(speaker.groupIds()))) {
      groups.require(command.area(), command.groups());
      speaker.move(speakers.audience(command.area(), command.groups()));
    }
    speaker.describe(command.place(), command.model(), command.channel());
    if (command.volume() != speaker.volume()) {
      speaker.turn(command.volume());
    }
    speaker.entrust(command.keeper());
    speakers.keep(speaker, clock.instant());
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
