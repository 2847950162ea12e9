package firstline.rumour.report;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.setting.Keys;
import firstline.persistence.setting.Settings;
import firstline.persistence.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * In front of the public's form. With script, the browser works a second for each report; without
 * it, its reader waits some seconds and may report a few times an hour. A challenge is good for one
 * report. Whoever was told to wait is not asked about in the database again until then: a flood
 * from one address costs a look into memory.
 */
@ApplicationScoped
class ReportDoor {
  /** A solved challenge is good for this long. */
  static final Duration WORKED = Duration.ofMinutes(10);

  /** A form without script is good for this long: some people write slowly. */
  static final Duration WAITED = Duration.ofHours(2);

  private static final int WITHOUT_WORK = 3;
  private static final Duration WITHOUT_WORK_WITHIN = Duration.ofHours(1);
  private static final int ADDRESSES = 20_000;

  /** Who must wait, and until when; forgotten when the server stops. */
  private final Map<String, Instant> waiting = new ConcurrentHashMap<>();

  @Inject private Throttle throttle;
  @Inject private Clock clock;

  /** Zero bits to find: 18 takes a phone about a second. */
  @Inject
  @ConfigProperty(name = "firstline.report.work-bits", defaultValue = "18")
  private int bits;

  /** Seconds between form and report for whoever has no script. */
  @Inject
  @ConfigProperty(name = "firstline.report.wait-seconds", defaultValue = "20")
  private int wait;

  private final byte[] key;

  ReportDoor() {
    this(Keys.derive(Settings.current().secret(), "rumour report challenge"));
  }

  private ReportDoor(byte[] key) {
    this.key = key;
  }

  /** For tests without a server. */
  static ReportDoor of(Throttle throttle, Clock clock, int bits, int wait) {
    var door = new ReportDoor(new byte[32]);
    door.throttle = throttle;
    door.clock = clock;
    door.bits = bits;
    door.wait = wait;
    return door;
  }

  /** A new challenge, as it travels. */
  String challenge() {
    return Challenge.fresh(clock.instant(), bits).signed(key);
  }

  int seconds() {
    return wait;
  }

  /**
   * Lets a report in.
   *
   * @throws Refusal {@code throttled}, {@code report.challenge} if the form is too old, was used or
   *     never served, {@code report.too-soon}
   */
  @Requirement({"R8.15", "R8.16"})
  void enter(String address, String signed, String number) {
    refuseWhoWaits("worked " + address);
    var now = clock.instant();
    var challenge = Challenge.read(signed, key).orElseThrow(() -> new Refusal("report.challenge"));
    var age = Duration.between(challenge.issued(), now);
    // An easier one than is asked for now would be an old form's: it counts as no work.
    var worked =
        challenge.bits() >= bits && age.compareTo(WORKED) <= 0 && challenge.solvedBy(number);
    if (!worked) {
      refuseWhoWaits("waited " + address);
      if (age.isNegative() || age.compareTo(WAITED) > 0) {
        throw new Refusal("report.challenge");
      }
      if (age.toSeconds() < wait) {
        throw new Refusal("report.too-soon", wait - age.toSeconds());
      }
    }
    if (!throttle.take("report " + challenge.mark(), 1, WAITED).granted()) {
      throw new Refusal("report.challenge");
    }
    if (!worked) {
      var take = throttle.take("report without work " + address, WITHOUT_WORK, WITHOUT_WORK_WITHIN);
      if (!take.granted()) {
        wait("waited " + address, take.seconds());
        throw new Refusal("throttled", take.seconds());
      }
    }
  }

  /** Remembers that the address was told to wait. */
  @Requirement("R8.17")
  void shut(String address, long seconds) {
    wait("worked " + address, seconds);
  }

  private void wait(String who, long seconds) {
    if (waiting.size() >= ADDRESSES) {
      waiting.values().removeIf(until -> until.isBefore(clock.instant()));
    }
    if (waiting.size() < ADDRESSES) {
      waiting.put(who, clock.instant().plusSeconds(seconds));
    }
  }

  private void refuseWhoWaits(String who) {
    var until = waiting.get(who);
    if (until == null) {
      return;
    }
    var left = Duration.between(clock.instant(), until).toSeconds();
    if (left > 0) {
      throw new Refusal("throttled", left);
    }
    waiting.remove(who, until);
  }
}
