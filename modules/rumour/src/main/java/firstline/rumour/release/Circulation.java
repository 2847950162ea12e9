package firstline.rumour.release;

import firstline.persistence.database.Ids;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.rumour.rumour.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one rebuttal went: all its releases, of every version. It sees to it that one text at a
 * time is out, and that nothing which carried an older one is forgotten.
 */
public final class Circulation {
  private final List<Release> releases;

  /** The releases, the oldest first. */
  Circulation(List<Release> releases) {
    this.releases = new ArrayList<>(releases);
  }

  /**
   * Orders a version: to the server's own channels, to those chosen, and to every channel that
   * carries an older text or was to carry it. An order of it that has not left yet is replaced.
   */
  @Requirement("R3.5")
  void order(ApprovedText text, Set<Channel> chosen, Instant dueAt, Actor by, Instant now) {
    if (of(text.ordinal()).anyMatch(release -> release.sentAt() != null)) {
      throw new Refusal("release.out-already");
    }
    of(text.ordinal()).forEach(release -> release.cancel("REPLACED", by, now));
    var channels = EnumSet.copyOf(Channel.AUTOMATIC);
    channels.addAll(chosen);
    releases.stream().filter(Circulation::carries).map(Release::channel).forEach(channels::add);
    channels.forEach(channel -> add(text, channel, dueAt, by, now));
  }

  private static boolean carries(Release release) {
    return release.isOut() || release.isWaiting() || release.state() == ReleaseState.CORRECTION_DUE;
  }

  private Release add(ApprovedText text, Channel channel, Instant dueAt, Actor by, Instant now) {
    var release = Release.order(new Release.Order(Ids.next(), text, channel, dueAt, by, now));
    releases.add(release);
    return release;
  }

  /** Refuses a text that was not ordered as it is, or not for this hour. */
  void requireOrdered(ApprovedText text, Instant now) {
    var web = live(Channel.WEB, text.ordinal());
    if (web.isEmpty() || web.get().state() != ReleaseState.QUEUED) {
      throw new Refusal("release.not-ordered");
    }
    if (of(text.ordinal()).anyMatch(release -> !release.hash().equals(text.hash()))) {
      throw new Refusal("review.not-the-reviewed-text");
    }
    if (now.isBefore(web.get().order().dueAt())) {
      throw new Refusal("release.not-due");
    }
  }

  /**
   * The version is public from now on: the server's channels carry it, older texts are recalled.
   */
  void out(ApprovedText text, @Nullable Actor by, Instant now) {
    requireOrdered(text, now);
    releases.stream()
        .filter(release -> release.ordinal() != text.ordinal())
        .forEach(release -> release.recall(false, by, now));
    of(text.ordinal())
        .filter(release -> release.channel().automatic())
        .forEach(release -> release.send(by, now));
  }

  /** The order could not be carried out: nothing of it has left. */
  @Requirement("R3.6")
  void failed(int ordinal, String why, Instant now) {
    of(ordinal).filter(Release::isWaiting).forEach(release -> release.fail(why, null, null, now));
  }

  /** The order is taken back before anything has left. */
  @Requirement("R3.10")
  void revoke(int ordinal, String why, Actor by, Instant now) {
    var ordered = of(ordinal).toList();
    if (ordered.isEmpty()) {
      throw new Refusal("release.not-ordered");
    }
    if (!ordered.stream().allMatch(Release::isWaiting)) {
      throw new Refusal("release.out-already");
    }
    ordered.forEach(release -> release.cancel(why, by, now));
  }

  /** The public text goes to one more channel. */
  void further(ApprovedText text, Channel channel, Actor by, Instant now) {
    requireOut(text.ordinal());
    if (live(channel, text.ordinal()).isPresent()) {
      throw new Refusal("release.ordered-already");
    }
    add(text, channel, now, by, now);
  }

  /** An officer takes a public text to a channel. */
  @Requirement("R3.8")
  void handOver(UUID id, Actor by, Instant now) {
    var release = at(id);
    requireByHand(release);
    requireOut(release.ordinal());
    release.send(by, now);
  }

  /**
   * A release has its receipt; what that channel carried before is corrected by it.
   *
   * @return true if it is the first receipt of this version on any channel
   */
  boolean confirm(UUID id, Receipt receipt, @Nullable Actor actor, Instant now) {
    var release = at(id);
    var first = of(release.ordinal()).allMatch(other -> other.confirmedAt() == null);
    release.confirm(receipt, actor, now);
    releases.stream()
        .filter(older -> older.channel() == release.channel())
        .filter(older -> older.ordinal() < release.ordinal())
        .filter(older -> older.state() == ReleaseState.CORRECTION_DUE && !older.isWithdrawal())
        .forEach(older -> older.corrected(receipt, actor, now));
    return first;
  }

  /**
   * The correction of an older text has been seen on its channel: that is the receipt of the new
   * text there, too.
   *
   * @param text the public one
   * @return true if it is the first receipt of the public version
   */
  @Requirement("R3.11")
  boolean corrected(UUID id, Receipt receipt, ApprovedText text, Actor actor, Instant now) {
    var due = at(id);
    requireByHand(due);
    if (due.isWithdrawal() || due.state() != ReleaseState.CORRECTION_DUE) {
      due.corrected(receipt, actor, now);
      return false;
    }
    requireOut(text.ordinal());
    var next =
        live(due.channel(), text.ordinal())
            .orElseGet(() -> add(text, due.channel(), now, actor, now));
    if (next.isWaiting()) {
      if (next.state() == ReleaseState.FAILED) {
        next.retry(actor, now);
      }
      next.send(actor, now);
    }
    return confirm(next.id(), receipt, actor, now);
  }

  /** An older text is no longer on its channel; what was ordered in its place is not needed. */
  @Requirement("R3.11")
  void takenDown(UUID id, Receipt receipt, @Nullable Actor actor, Instant now) {
    var due = at(id);
    due.takenDown(receipt, actor, now);
    releases.stream()
        .filter(newer -> newer.channel() == due.channel() && newer.ordinal() > due.ordinal())
        .filter(Release::isWaiting)
        .forEach(newer -> newer.cancel("TAKEN_DOWN", actor, now));
  }

  /** The rebuttal is withdrawn: every channel that carries it is followed until it does not. */
  @Requirement("R3.12")
  void withdrawn(Actor by, Instant now) {
    releases.forEach(release -> release.recall(true, by, now));
  }

  void fail(UUID id, String why, Actor by, Instant now) {
    requireByHand(at(id));
    at(id).fail(why, null, by, now);
  }

  /** Tries again; a page that never left takes its whole order with it. */
  void retry(UUID id, Actor by, Instant now) {
    var release = at(id);
    var leads = release.channel() == Channel.WEB && release.isWaiting();
    release.retry(by, now);
    if (leads) {
      of(release.ordinal())
          .filter(other -> other.state() == ReleaseState.FAILED && other.isWaiting())
          .forEach(other -> other.retry(by, now));
    }
  }

  void cancel(UUID id, String why, Actor by, Instant now) {
    requireByHand(at(id));
    at(id).cancel(why, by, now);
  }

  private void requireOut(int ordinal) {
    if (live(Channel.WEB, ordinal).filter(Release::isOut).isEmpty()) {
      throw new Refusal("release.not-public");
    }
  }

  private static void requireByHand(Release release) {
    if (release.channel().automatic()) {
      throw new Refusal("release.automatic");
    }
  }

  /**
   * The release.
   *
   * @throws NotFound if it is of another rebuttal
   */
  Release at(UUID id) {
    return releases.stream()
        .filter(release -> release.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** The one of the version on the channel that was not cancelled. */
  private Optional<Release> live(Channel channel, int ordinal) {
    return of(ordinal).filter(release -> release.channel() == channel).findFirst();
  }

  private Stream<Release> of(int ordinal) {
    // A copy: what is added meanwhile is not walked through.
    return List.copyOf(releases).stream()
        .filter(release -> release.ordinal() == ordinal)
        .filter(release -> release.state() != ReleaseState.CANCELLED);
  }

  /** What the server is to look at now. */
  List<Release> due(Instant now) {
    return releases.stream()
        .filter(
            release -> {
              var next = release.nextAt();
              return next != null && !next.isAfter(now);
            })
        .toList();
  }

  List<Release> releases() {
    return List.copyOf(releases);
  }
}
