package firstline.rumour.release;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.rumour.api.RumourEvents;
import firstline.rumour.rebuttal.Rebuttal;
import firstline.rumour.rebuttal.RebuttalVersion;
import firstline.rumour.rebuttal.Rebuttals;
import firstline.rumour.rebuttal.VersionKind;
import firstline.rumour.rumour.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Makes an ordered version the public one: now, or when its hour has come. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class GoPublic {
  @Inject private Rebuttals rebuttals;
  @Inject private Clock clock;

  /**
   * Goes out, if a living review lets exactly this text out and exactly this text was ordered.
   * Nothing is changed when it refuses.
   */
  @Requirement({"R3.1", "R3.2", "R3.6"})
  public void now(Rebuttal rebuttal, Circulation circulation, Actor by) {
    var text = text(rebuttal);
    rebuttals.requirePublishable(rebuttal);
    circulation.requireOrdered(text, clock.instant());
    rebuttal.publish(by, clock.instant());
    circulation.out(text, by, clock.instant());
    rebuttals.keep(rebuttal);
    rebuttals.tell(
        rebuttal.newest().kind() == VersionKind.ORIGINAL
            ? RumourEvents.PUBLISHED
            : RumourEvents.CORRECTED,
        rebuttal);
  }

  /**
   * The public version.
   *
   * @throws Refusal {@code release.not-public} if nothing is
   */
  static ApprovedText current(Rebuttal rebuttal) {
    var shown = rebuttal.publicOrdinal();
    if (shown == null) {
      throw new Refusal("release.not-public");
    }
    return text(rebuttal, rebuttal.versions().get(shown - 1));
  }

  /** The newest version, by the hash that it has now. */
  static ApprovedText text(Rebuttal rebuttal) {
    return text(rebuttal, rebuttal.newest());
  }

  private static ApprovedText text(Rebuttal rebuttal, RebuttalVersion version) {
    return new ApprovedText(
        rebuttal.id(),
        rebuttal.areaCode(),
        rebuttal.number(),
        version.ordinal(),
        version.contentHash());
  }
}
