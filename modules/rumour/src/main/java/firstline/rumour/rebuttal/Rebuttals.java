package firstline.rumour.rebuttal;

import firstline.persistence.aggregate.Aggregates;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.numbering.Numbering;
import firstline.persistence.outbox.Outbox;
import firstline.persistence.publication.PublicChange;
import firstline.persistence.review.Review;
import firstline.persistence.review.Reviews;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.rumour.rumour.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Rebuttals for writing, within the officer's scope; keeps their history. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Rebuttals {
  /** Type of the subject in the kernel's reviews, whose ids are those of versions. */
  public static final String REVIEWED = "rebuttal-version";

  private static final int MOST_STEPS = 3;

  @Inject private Aggregates aggregates;
  @Inject private Sql sql;
  @Inject private Reviews reviews;
  @Inject private Outbox outbox;
  @Inject private Clock clock;
  @Inject private Numbering numbering;
  @Inject private Event<PublicChange> publicChanges;

  /** The rebuttal at the version that the officer saw. */
  public Rebuttal at(UUID id, long version) {
    return aggregates.at(Rebuttal.class, id, version);
  }

  public Rebuttal at(UUID id) {
    return aggregates.at(Rebuttal.class, id);
  }

  public void add(Rebuttal rebuttal) {
    aggregates.add(rebuttal);
    keep(rebuttal);
  }

  /** Writes the change and the steps that made it; call it at the end of every use case. */
  public void keep(Rebuttal rebuttal) {
    keep(List.of(rebuttal));
  }

  /** The same for many, in as many batches as it takes. */
  void keep(List<Rebuttal> changed) {
    aggregates.flush();
    var lines = new ArrayList<Object[]>();
    for (var rebuttal : changed) {
      rebuttal.takeSteps().forEach(step -> lines.add(line(rebuttal, step)));
    }
    sql.batch(
        """
        insert into rebuttal_step (id, rebuttal_id, ordinal, verb, at, officer_id, officer_name,
          department_name, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        lines);
    if (changed.stream().anyMatch(Rebuttal::hasBeenPublic)) {
      publicChanges.fire(new PublicChange("rumours"));
    }
  }

  private static Object[] line(Rebuttal rebuttal, Step step) {
    return new Object[] {
      Ids.next(),
      rebuttal.id(),
      step.ordinal(),
      step.verb().name(),
      step.at(),
      step.actor().id(),
      step.actor().inHistory(),
      step.actor().departmentName(),
      step.reason()
    };
  }

  /** Submits the open version to as many reviewers as are set, none of whom wrote in it. */
  void submitForReview(Rebuttal rebuttal, Review.Lane lane) {
    var version = rebuttal.newest();
    reviews.submit(
        subject(rebuttal, version),
        version.contentHash(),
        lane,
        steps(),
        Set.copyOf(version.writers()));
  }

  /** How many have to approve, 1 to 3: setting {@code firstline.rumour.reviews}, 3 by default. */
  private static int steps() {
    return ConfigProvider.getConfig()
        .getOptionalValue("firstline.rumour.reviews", Integer.class)
        .filter(steps -> steps >= 1 && steps <= MOST_STEPS)
        .orElse(MOST_STEPS);
  }

  /** The officer at the desk approves the text with this hash. */
  void approve(Rebuttal rebuttal, String readHash, Actor reviewer) {
    var version = rebuttal.withHash(readHash);
    var review = reviews.approve(subject(rebuttal, version), readHash);
    rebuttal.follow(review, reviewer, clock.instant());
  }

  /** The officer at the desk gives the text with this hash back. */
  void giveBack(Rebuttal rebuttal, String readHash, String reason, Actor reviewer) {
    var version = rebuttal.withHash(readHash);
    var review = reviews.giveBack(subject(rebuttal, version), readHash, reason);
    rebuttal.follow(review, reviewer, clock.instant());
  }

  /** A review of the version as it was is void. */
  public void edited(Rebuttal rebuttal) {
    reviews.edited(subject(rebuttal, rebuttal.newest()));
  }

  /** Refuses unless a living review lets exactly this text out. */
  public void requirePublishable(Rebuttal rebuttal) {
    var version = rebuttal.newest();
    reviews.requirePublishable(subject(rebuttal, version), version.outgoingHash());
  }

  private static Reviews.Subject subject(Rebuttal rebuttal, RebuttalVersion version) {
    return new Reviews.Subject(REVIEWED, version.id(), rebuttal.areaCode());
  }

  /** Tells the other modules, in this transaction. */
  public void tell(String topic, Rebuttal rebuttal) {
    var shown = rebuttal.newest();
    outbox.add(
        topic,
        rebuttal.number(),
        Json.createObjectBuilder()
            .add("id", rebuttal.id().toString())
            .add("number", rebuttal.number())
            .add("area", rebuttal.areaCode())
            .add("ordinal", shown.ordinal())
            .add("kind", shown.kind().name())
            .add("hash", shown.contentHash())
            .add("at", clock.instant().toString())
            .build()
            .toString());
  }

  /** The year's next number, {@code yyyy-NNNN}. */
  public String nextNumber() {
    return nextNumbers(1).get(0);
  }

  /** The year's next numbers, in order. */
  List<String> nextNumbers(int count) {
    return numbering.next("rebuttal", "", 4, count);
  }
}
