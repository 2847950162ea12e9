package firstline.broadcast.fleet;

import firstline.persistence.aggregate.Aggregate;
import firstline.persistence.aggregate.OptionalId;
import firstline.persistence.refusal.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A loudspeaker terminal under its serial number.
 *
 * <p>NEW → ENROLLED by the key that it shows first, for good → RETIRED. A speaker that lost its key
 * is another speaker: it is retired and registered anew.
 */
@Entity
@Table(name = "speaker")
public class Speaker extends Aggregate {
  private static final Pattern SERIAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final int PLACE = 100;
  private static final int LOUDEST = 100;

  private String serial;
  private String place;
  private String model;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private int volume;

  @Convert(converter = OptionalId.class)
  @Column(name = "keeper_id")
  private @Nullable UUID keeperId;

  private String groups;

  @Column(name = "audience_id")
  private UUID audienceId;

  private int assignment = 1;

  @Enumerated(EnumType.STRING)
  private SpeakerState state = SpeakerState.NEW;

  @Column(name = "public_key")
  private byte @Nullable [] publicKey;

  @Column(name = "registered_at")
  private Instant registeredAt;

  @Column(name = "enrolled_at")
  private @Nullable Instant enrolledAt;

  @Column(name = "retired_at")
  private @Nullable Instant retiredAt;

  @SuppressWarnings("NullAway.Init")
  protected Speaker() {}

  /**
   * Registers it.
   *
   * @param serial as printed on it: 1 to 40 letters, digits, dots, dashes and low lines of ASCII
   * @param place where it hangs, 1 to 100 characters
   * @param volume 0 to 100
   */
  public Speaker(
      String serial,
      String place,
      String model,
      Channel channel,
      int volume,
      Audience audience,
      Instant now) {
    super(audience.areaCode());
    if (!SERIAL.matcher(serial).matches()) {
      throw new Refusal("speaker.serial", serial);
    }
    this.serial = serial;
    this.place = located(place);
    this.model = model;
    this.channel = channel;
    this.volume = checked(volume);
    this.groups = audience.groups();
    this.audienceId = audience.id();
    this.registeredAt = now;
  }

  private static String located(String place) {
    if (place.isBlank() || place.length() > PLACE) {
      throw new Refusal("speaker.place", PLACE);
    }
    return place.strip();
  }

  private static int checked(int volume) {
    if (volume < 0 || volume > LOUDEST) {
      throw new Refusal("speaker.volume", volume);
    }
    return volume;
  }

  /**
   * The key by which it is known from now on.
   *
   * @throws Refusal {@code speaker.key} if it is known by another, {@code speaker.retired}
   */
  public void enrol(byte[] key, Instant now) {
    requireInUse();
    if (publicKey != null) {
      if (!Arrays.equals(publicKey, key)) {
        throw new Refusal("speaker.key", serial);
      }
      return;
    }
    this.publicKey = key.clone();
    this.state = SpeakerState.ENROLLED;
    this.enrolledAt = now;
  }

  /** It hangs elsewhere, or belongs to other groups. */
  public void move(Audience to) {
    requireInUse();
    move(to.areaCode());
    this.groups = to.groups();
    this.audienceId = to.id();
    this.assignment++;
  }

  public void turn(int to) {
    requireInUse();
    this.volume = checked(to);
    this.assignment++;
  }

  /** What people call it and how it is built; the speaker itself need not know. */
  public void describe(String where, String type, Channel by) {
    requireInUse();
    this.place = located(where);
    this.model = type;
    this.channel = by;
  }

  public void entrust(@Nullable UUID keeper) {
    requireInUse();
    this.keeperId = keeper;
  }

  public void retire(Instant now) {
    requireInUse();
    this.state = SpeakerState.RETIRED;
    this.assignment++;
    this.retiredAt = now;
  }

  private void requireInUse() {
    if (state == SpeakerState.RETIRED) {
      throw new Refusal("speaker.retired", serial);
    }
  }

  public String serial() {
    return serial;
  }

  public String place() {
    return place;
  }

  public String model() {
    return model;
  }

  public Channel channel() {
    return channel;
  }

  public int volume() {
    return volume;
  }

  public @Nullable UUID keeperId() {
    return keeperId;
  }

  public SpeakerState state() {
    return state;
  }

  public UUID audienceId() {
    return audienceId;
  }

  public String groups() {
    return groups;
  }

  /** The groups to which it belongs. */
  public List<UUID> groupIds() {
    return Arrays.stream(groups.split(" "))
        .filter(id -> !id.isEmpty())
        .map(UUID::fromString)
        .toList();
  }

  public int assignment() {
    return assignment;
  }

  public @Nullable Instant enrolledAt() {
    return enrolledAt;
  }

  public @Nullable Instant retiredAt() {
    return retiredAt;
  }
}
