package firstline.rumour.rebuttal;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.review.Review;
import firstline.persistence.review.Review.Lane;
import firstline.persistence.review.Review.Reviewer;
import firstline.rumour.rumour.Actor;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A rebuttal and its reviews, moved together as the use cases move them. */
final class Walk {
  final Rebuttal rebuttal;
  private final int steps;
  private final Map<UUID, Review> reviews = new HashMap<>();

  Walk(Rebuttal rebuttal, int steps) {
    this.rebuttal = rebuttal;
    this.steps = steps;
  }

  Review submit(Lane lane, String why, Actor writer, Instant now) {
    rebuttal.submit(lane, why, writer, now);
    var version = rebuttal.newest();
    var review =
        Review.submit(
            UUID.randomUUID(),
            version.contentHash(),
            lane,
            steps,
            Set.copyOf(version.writers()),
            now);
    reviews.put(version.id(), review);
    return review;
  }

  void submit(Actor writer, Instant now) {
    submit(Lane.NORMAL, "", writer, now);
  }

  void edit(Content content, Actor writer, Instant now) {
    var before = rebuttal.newest();
    rebuttal.edit(content, writer, now);
    var review = reviews.get(before.id());
    if (review != null) {
      review.edited();
    }
  }

  void approve(Actor reviewer, String hash, Instant now) {
    var review = living(hash);
    review.approve(as(reviewer), hash, now);
    rebuttal.follow(review, reviewer, now);
  }

  void approve(Actor reviewer, Instant now) {
    approve(reviewer, rebuttal.newest().contentHash(), now);
  }

  void giveBack(Actor reviewer, String hash, String reason, Instant now) {
    var review = living(hash);
    review.giveBack(as(reviewer), hash, reason, now);
    rebuttal.follow(review, reviewer, now);
  }

  void giveBack(Actor reviewer, String reason, Instant now) {
    giveBack(reviewer, rebuttal.newest().contentHash(), reason, now);
  }

  void publish(Actor publisher, Instant now) {
    review(rebuttal.newest()).requirePublishable(rebuttal.newest().outgoingHash());
    rebuttal.publish(publisher, now);
  }

  /** The living review of the version with the hash. */
  private Review living(String hash) {
    var version = rebuttal.withHash(hash);
    if (!version.awaitsReview()) {
      throw new Refusal("rebuttal.not-in-review");
    }
    return review(version);
  }

  Review review(RebuttalVersion version) {
    var review = reviews.get(version.id());
    if (review == null
        || review.state() == Review.State.VOID
        || review.state() == Review.State.RETURNED) {
      throw new Refusal("review.not-submitted");
    }
    return review;
  }

  private static Reviewer as(Actor actor) {
    return new Reviewer(actor.id(), actor.name(), actor.departmentName());
  }
}
