package firstline.rumour.release;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.rumour.rebuttal.OutgoingVersions;
import firstline.rumour.rebuttal.Rebuttals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the server does about releases: sends what was ordered for this hour, and looks whether its
 * own channels really show what was approved. One rebuttal a transaction; everything stands in the
 * database, so any node can do it, and only one does.
 */
@ApplicationScoped
public class CarryOut {
  private static final int BATCH = 100;

  /** So often the server tries by itself. With growing pauses that takes half a day. */
  static final int ATTEMPTS = 12;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(2);

  @Inject private Releases releases;
  @Inject private Rebuttals rebuttals;
  @Inject private OutgoingVersions versions;
  @Inject private GoPublic goPublic;
  @Inject private FirstReceipt firstReceipt;
  @Inject @Any private Instance<ReadBackContribution> readBacks;
  @Inject private Clock clock;

  /** The rebuttals on which there is something to do now. */
  @Allows(right = Rights.SYSTEM, reads = true)
  public List<UUID> due() {
    return releases.due(clock.instant(), BATCH);
  }

  /** Does what there is to do on one rebuttal; false if another node is at it. */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R3.6")
  public boolean carryOut(UUID rebuttalId) {
    var found = releases.unlessBusy(rebuttalId);
    if (found.isEmpty()) {
      return false;
    }
    var circulation = found.get();
    var now = clock.instant();
    for (var release : circulation.due(now)) {
      switch (release.state()) {
        case QUEUED -> send(release, circulation);
        case SENT, FAILED -> look(release, circulation, now);
        case CORRECTION_DUE -> lookForNotice(release, circulation, now);
        default -> throw new IllegalStateException(release.state().name());
      }
    }
    releases.keep(circulation);
    return true;
  }

  private void send(Release release, Circulation circulation) {
    var rebuttal = rebuttals.at(release.order().text().rebuttalId());
    try {
      goPublic.now(rebuttal, circulation, release.order().by());
    } catch (Refusal refusal) {
      circulation.failed(release.ordinal(), refusal.code(), clock.instant());
    }
  }

  @Requirement("R3.7")
  private void look(Release release, Circulation circulation, Instant now) {
    var shown = shown(release);
    if (shown.isPresent() && isApproved(release, shown.get())) {
      var receipt = Receipt.seenAt(shown.get().address(), now);
      if (circulation.confirm(release.id(), receipt, null, now)) {
        firstReceipt.of(release.order().text().rebuttalId(), release.ordinal(), null);
      }
    } else {
      release.fail("NOT_SHOWN", again(release.attempts(), now), null, now);
    }
  }

  /** True if what is shown is the version that was ordered, and its text still has that hash. */
  private boolean isApproved(Release release, ReadBackContribution.Shown shown) {
    if (shown.withdrawn() || shown.ordinal() != release.ordinal()) {
      return false;
    }
    var outgoing = versions.of(release.order().text().rebuttalId(), shown.ordinal());
    return outgoing.hash().equals(release.hash())
        && outgoing.content().fact().equals(shown.fact())
        && outgoing.content().verdict().name().equals(shown.verdict());
  }

  private void lookForNotice(Release release, Circulation circulation, Instant now) {
    var shown = shown(release);
    if (shown.isEmpty() || shown.get().withdrawn()) {
      var address = shown.map(ReadBackContribution.Shown::address).orElse("");
      circulation.takenDown(
          release.id(),
          new Receipt(address, now, address.isEmpty() ? "—" : "", null, null),
          null,
          now);
    } else {
      release.stillDue("STILL_SHOWN", now.plus(pause(release.attempts())));
    }
  }

  private Optional<ReadBackContribution.Shown> shown(Release release) {
    return readBacks.stream()
        .filter(readBack -> readBack.channels().contains(release.channel()))
        .findFirst()
        .flatMap(readBack -> readBack.shown(release.channel(), release.order().text().number()));
  }

  /** When to try again after so many failures; null when a person has to look. */
  static @Nullable Instant again(int failures, Instant now) {
    return failures + 1 >= ATTEMPTS ? null : now.plus(pause(failures));
  }

  /** Twice as long each time. */
  static Duration pause(int failures) {
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 20));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
