package firstline.rumour.claim;

import firstline.persistence.aggregate.Aggregate;
import firstline.persistence.aggregate.OptionalId;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.text.PlainText;
import firstline.rumour.claim.ClaimStep.Verb;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One report of a rumour. Somebody looks at it: it is JOINED to a rumour that is known, ACCEPTED as
 * the first report of a new one, DECLINED for a reason, TRANSFERRED to whoever it concerns, or
 * QUARANTINED as spam; ANSWERED once the public has the answer. It holds what was said and where it
 * was seen in public, never who said it.
 */
@Entity
@Table(name = "claim")
public class Claim extends Aggregate {
  /** Longest text, in UTF-16 units. */
  public static final int TEXT = 20_000;

  /** Longest description of the public place or address. */
  public static final int SEEN = 1_000;

  /** By what way it came. Words: {@code rumour.claim.channel.<name>}. */
  public enum Channel {
    OFFICER,
    PUBLIC,
    WALK_IN,
    CALLER,
    TABLE,
    PROGRAM
  }

  /** Who joined it: an officer, or the engine, which was sure. */
  public enum Joined {
    HAND,
    AUTOMATIC
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
  @Column(name = "department_id")
  private @Nullable UUID departmentId;

  @Convert(converter = OptionalId.class)
  @Column(name = "rumour_id")
  private @Nullable UUID rumourId;

  @Enumerated(EnumType.STRING)
  @Column(name = "joined_how")
  private @Nullable Joined joinedHow;

  private @Nullable Double score;
  private int detached;

  @Enumerated(EnumType.STRING)
  @Column(name = "declined_why")
  private @Nullable DeclineReason declinedWhy;

  @Convert(converter = OptionalId.class)
  @Column(name = "transferred_by")
  private @Nullable UUID transferredBy;

  @Column(name = "transferred_from")
  private @Nullable String transferredFrom;

  @Column(name = "settled_at")
  private @Nullable Instant settledAt;

  @Convert(converter = OptionalId.class)
  @Column(name = "settled_by")
  private @Nullable UUID settledBy;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @Transient private final List<ClaimStep> steps = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected Claim() {}

  private Claim(
      String areaCode,
      Numbers.Given given,
      Channel channel,
      String text,
      String seen,
      @Nullable Actor filer,
      Instant now) {
    super(areaCode);
    this.number = given.number();
    this.receipt = given.receipt();
    this.text = PlainText.lines(text);
    this.seen = PlainText.line(seen);
    this.channel = channel;
    this.filedBy = filer == null ? null : filer.id();
    this.state = ClaimState.RECEIVED;
    this.receivedAt = now;
    if (this.text.isEmpty()) {
      throw new Refusal("claim.empty");
    }
    if (this.text.length() > TEXT) {
      throw new Refusal("claim.long", TEXT);
    }
    if (this.seen.length() > SEEN) {
      throw new Refusal("claim.seen", SEEN);
    }
    steps.add(new ClaimStep(Verb.RECEIVED, filer, now, ""));
  }

  /** Filed by an officer: seen, brought by a person at the desk or on the phone, or in a table. */
  public static Claim filed(
      String areaCode,
      Numbers.Given given,
      Channel channel,
      String text,
      String seen,
      Actor officer,
      Instant now) {
    return new Claim(areaCode, given, channel, text, seen, officer, now);
  }

  /** Reported by the public. */
  public static Claim reported(
      String areaCode, Numbers.Given given, String text, String seen, Instant now) {
    return new Claim(areaCode, given, Channel.PUBLIC, text, seen, null, now);
  }

  /** Noticed by another department. */
  public static Claim heard(
      String areaCode, Numbers.Given given, String text, String seen, Instant now) {
    return new Claim(areaCode, given, Channel.PROGRAM, text, seen, null, now);
  }

  /**
   * It reports a rumour that is known.
   *
   * @param likeness the engine's score from 0 to 1, or null if nobody asked it
   * @param officer null for the engine
   * @param answered whether the public has the answer already
   */
  public void join(
      UUID rumour,
      @Nullable Double likeness,
      @Nullable Actor officer,
      boolean answered,
      Instant now) {
    requireWaiting();
    settle(ClaimState.JOINED, officer, now);
    rumourId = rumour;
    joinedHow = officer == null ? Joined.AUTOMATIC : Joined.HAND;
    score = likeness;
    steps.add(new ClaimStep(Verb.JOINED, officer, now, ""));
    if (answered) {
      state = ClaimState.ANSWERED;
      answeredAt = answeredAt == null ? now : answeredAt;
      steps.add(new ClaimStep(Verb.ANSWERED, officer, now, ""));
    }
  }

  /** It was joined to the wrong rumour; somebody must look at it again. */
  public void detach(String why, Actor officer, Instant now) {
    if (state != ClaimState.JOINED && state != ClaimState.ANSWERED || joinedHow == null) {
      throw new Refusal("claim.not-joined");
    }
    var reason = Reason.of(why);
    detached++;
    rumourId = null;
    joinedHow = null;
    score = null;
    again(Verb.DETACHED, reason, officer, now);
  }

  /** It opens a rumour of its own. */
  public void accept(UUID rumour, Actor officer, Instant now) {
    requireWaiting();
    settle(ClaimState.ACCEPTED, officer, now);
    rumourId = rumour;
    steps.add(new ClaimStep(Verb.ACCEPTED, officer, now, ""));
  }

  /** It is not pursued. */
  public void decline(DeclineReason reason, Actor officer, Instant now) {
    requireWaiting();
    settle(ClaimState.DECLINED, officer, now);
    declinedWhy = reason;
    steps.add(new ClaimStep(Verb.DECLINED, officer, now, reason.name()));
  }

  /** Spam: kept, and out of everybody's way. */
  public void quarantine(Actor officer, Instant now) {
    requireWaiting();
    settle(ClaimState.QUARANTINED, officer, now);
    steps.add(new ClaimStep(Verb.QUARANTINED, officer, now, ""));
  }

  /** What was declined or quarantined is looked at again. */
  public void reconsider(String why, Actor officer, Instant now) {
    if (state != ClaimState.DECLINED && state != ClaimState.QUARANTINED) {
      throw new Refusal("claim.not-settled");
    }
    again(Verb.RECONSIDERED, Reason.of(why), officer, now);
    declinedWhy = null;
  }

  /** Another area's matter, or another department's. */
  public void transfer(
      String toAreaCode, UUID toDepartment, String why, Actor officer, Instant now) {
    requireWaiting();
    if (toAreaCode.equals(areaCode()) && toDepartment.equals(departmentId)) {
      throw new Refusal("claim.transfer-to-itself");
    }
    var reason = Reason.of(why);
    transferredFrom = areaCode();
    transferredBy = officer.id();
    departmentId = toDepartment;
    move(toAreaCode);
    state = ClaimState.TRANSFERRED;
    steps.add(new ClaimStep(Verb.TRANSFERRED, officer, now, reason));
  }

  /** Not ours: back to where it came from. */
  public void sendBack(String why, Actor officer, Instant now) {
    var from = transferredFrom;
    if (state != ClaimState.TRANSFERRED || from == null) {
      throw new Refusal("claim.not-transferred");
    }
    again(Verb.SENT_BACK, Reason.of(why), officer, now);
    move(from);
    departmentId = null;
    transferredFrom = null;
    transferredBy = null;
  }

  private void again(Verb verb, String why, Actor officer, Instant now) {
    state = ClaimState.RECEIVED;
    settledAt = null;
    settledBy = null;
    steps.add(new ClaimStep(verb, officer, now, why));
  }

  private void settle(ClaimState to, @Nullable Actor officer, Instant now) {
    state = to;
    settledAt = now;
    settledBy = officer == null ? null : officer.id();
  }

  private void requireWaiting() {
    if (!ClaimState.WAITING.contains(state)) {
      throw new Refusal("claim.settled");
    }
  }

  /** Steps taken since it was read; for the repository, which writes them down. */
  List<ClaimStep> takeSteps() {
    var taken = List.copyOf(steps);
    steps.clear();
    return taken;
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

  public String seen() {
    return seen;
  }

  public ClaimState state() {
    return state;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public @Nullable UUID rumourId() {
    return rumourId;
  }

  public @Nullable Instant answeredAt() {
    return answeredAt;
  }

  public int timesDetached() {
    return detached;
  }
}
