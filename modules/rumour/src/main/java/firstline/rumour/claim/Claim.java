package firstline.rumour.claim;

import firstline.persistence.aggregate.Aggregate;
import firstline.persistence.aggregate.OptionalId;
import firstline.persistence.refusal.Refusal;
import firstline.rumour.text.PlainText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One report of a rumour. It is RECEIVED, and then once and for good JOINED to the rebuttal that
 * answers it, or DECLINED for a reason. It holds what was said and where it was seen in public,
 * never who said it.
 */
@Entity
@Table(name = "claim")
public class Claim extends Aggregate {
  /** Longest text, in UTF-16 units. */
  public static final int TEXT = 20_000;

  /** Longest description of the public place or address. */
  public static final int SEEN = 1_000;

  /** Who brought it: an officer, or somebody of the public whom nobody asked for a name. */
  public enum Channel {
    OFFICER,
    PUBLIC
  }

  private String number;
  private String receipt;
  private String text;
  private String seen;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Enumerated(EnumType.STRING)
  private ClaimState state;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Convert(converter = OptionalId.class)
  @Column(name = "filed_by")
  private @Nullable UUID filedBy;

  @Convert(converter = OptionalId.class)
  @Column(name = "rebuttal_id")
  private @Nullable UUID rebuttalId;

  @Enumerated(EnumType.STRING)
  @Column(name = "declined_why")
  private @Nullable DeclineReason declinedWhy;

  @Column(name = "settled_at")
  private @Nullable Instant settledAt;

  @Convert(converter = OptionalId.class)
  @Column(name = "settled_by")
  private @Nullable UUID settledBy;

  @SuppressWarnings("NullAway.Init")
  protected Claim() {}

  private Claim(
      String areaCode,
      Numbers.Given given,
      String text,
      String seen,
      @Nullable UUID filedBy,
      Instant now) {
    super(areaCode);
    this.number = given.number();
    this.receipt = given.receipt();
    this.text = PlainText.lines(text);
    this.seen = PlainText.line(seen);
    this.channel = filedBy == null ? Channel.PUBLIC : Channel.OFFICER;
    this.filedBy = filedBy;
    this.state = ClaimState.RECEIVED;
    this.receivedAt = now;
    if (this.text.isEmpty()) {
      throw new Refusal("claim.empty");
    }
    if (this.text.length() > TEXT) {
      throw new Refusal("claim.long", TEXT);
    }
  }

  /** Filed by an officer. */
  public static Claim filed(
      String areaCode, Numbers.Given given, String text, String seen, UUID officer, Instant now) {
    return new Claim(areaCode, given, text, seen, officer, now);
  }

  /** Reported by the public. */
  public static Claim reported(
      String areaCode, Numbers.Given given, String text, String seen, Instant now) {
    return new Claim(areaCode, given, text, seen, null, now);
  }

  /** The rebuttal answers it. */
  public void join(UUID rebuttal, UUID officer, Instant now) {
    settle(ClaimState.JOINED, officer, now);
    rebuttalId = rebuttal;
  }

  /** It is not pursued. */
  public void decline(DeclineReason reason, UUID officer, Instant now) {
    settle(ClaimState.DECLINED, officer, now);
    declinedWhy = reason;
  }

  private void settle(ClaimState to, UUID officer, Instant now) {
    if (state != ClaimState.RECEIVED) {
      throw new Refusal("claim.settled");
    }
    state = to;
    settledAt = now;
    settledBy = officer;
  }

  public String number() {
    return number;
  }

  public String receipt() {
    return receipt;
  }

  public String text() {
    return text;
  }

  public ClaimState state() {
    return state;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public @Nullable UUID rebuttalId() {
    return rebuttalId;
  }
}
