package firstline.broadcast.fleet;

import static firstline.broadcast.BroadcastRights.FLEET;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Puts a speaker on the list and gives it its one-time code. */
@ApplicationScoped
public class RegisterSpeaker {
  /**
   * A speaker.
   *
   * @param area 12-digit code
   * @param place where in it, such as 村委会楼顶
   * @param volume 0 to 100
   */
  public record Command(
      @NotNull String serial,
      @NotNull String area,
      @NotNull String place,
      @NotNull @Size(max = 60) String model,
      @NotNull Channel channel,
      int volume,
      @NotNull List<UUID> groups) {}

  /** The speaker, and the code that is shown once. */
  public record Registered(UUID id, String serial, String code) {}

  @Inject private Speakers speakers;
  @Inject private Sql sql;
  @Inject private Clock clock;

  @Allows(right = FLEET)
  @Requirement("R31.1")
  public Registered register(@Valid Command command) {
    var now = clock.instant();
    var speaker =
        new Speaker(
            command.serial(),
            command.place(),
            command.model(),
            command.channel(),
            command.volume(),
            speakers.audience(command.area(), command.groups()),
            now);
    speakers.add(speaker);
    return new Registered(speaker.id(), speaker.serial(), code(speaker.id()));
  }

  /** A speaker that has not used its code in a day gets another. */
  @Allows(right = FLEET)
  @Requirement("R31.1")
  public Registered again(UUID id, long version) {
    var speaker = speakers.at(id, version);
    return new Registered(speaker.id(), speaker.serial(), code(speaker.id()));
  }

  private String code(UUID speaker) {
    var code = EnrolCode.fresh();
    sql.update("delete from enrol_code where speaker_id = ? and used_at is null", speaker);
    sql.update(
        "insert into enrol_code (hash, speaker_id, expires_at) values (?, ?, ?)",
        EnrolCode.hash(code),
        speaker,
        clock.instant().plus(EnrolCode.VALID));
    return code;
  }
}
