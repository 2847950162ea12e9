package firstline.rumour.rebuttal;

import static firstline.rumour.RumourRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Review;
import firstline.persistence.review.Review.Reviewer;
import firstline.persistence.review.Reviewers;
import firstline.persistence.review.Reviews;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.RumourRights;
import firstline.rumour.rebuttal.RebuttalQueries.Version;
import firstline.rumour.rebuttal.RebuttalQueries.View;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a reviewer needs beside the text: who decided, who may, what changed, what was said. */
@ApplicationScoped
public class ReviewQueries {
  private static final int NAMED = 5;

  /**
   * The review of a record.
   *
   * @param histories every review of each version, by the version's id
   * @param waiting who may give the next approval, some of them
   * @param look the officer's own last look at another text, if there was one
   * @param knows true if the officer has opened exactly this text
   * @param comments on the newest version
   */
  public record Panel(
      Map<UUID, List<Review>> histories,
      List<Reviewer> waiting,
      Looks.@Nullable Look look,
      boolean knows,
      List<Comments.Comment> comments) {
    /** The version's last review, void ones left out. */
    Optional<Review> last(Version version) {
      return histories.getOrDefault(version.id(), List.of()).stream()
          .filter(review -> review.state() != Review.State.VOID)
          .reduce((earlier, later) -> later);
    }

    public long openComments() {
      return comments.stream().filter(Comments.Comment::isOpen).count();
    }
  }

  /** A piece of evidence as the review sheet lists it. */
  public record Proof(
      String kind,
      String organisation,
      boolean isCompetent,
      String stance,
      String quote,
      String url,
      @Nullable LocalDate dated) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Reviews reviews;
  @Inject private Reviewers reviewers;
  @Inject private Looks looks;
  @Inject private Comments comments;

  /** What belongs to the record, which has been found in scope. */
  @Allows(right = READ, reads = true)
  @Requirement({"R2.6", "R2.7", "R2.15", "R2.16"})
  public Panel of(View view) {
    var newest = view.newest();
    var me = desk.officer().id();
    var waiting =
        newest.awaitsReview()
            ? reviewers.mayReview(RumourRights.REVIEW, view.areaCode(), barred(newest), NAMED)
            : List.<Reviewer>of();
    return new Panel(
        reviews.histories(Rebuttals.REVIEWED, view.versions().stream().map(Version::id).toList()),
        waiting,
        looks.before(view.id(), me, newest.hash()).orElse(null),
        looks.knows(view.id(), me, newest.hash()),
        comments.on(view.id(), newest.ordinal()));
  }

  /** The evidence that stands on the rumour. */
  @Allows(right = READ, reads = true)
  @Requirement("R2.17")
  public List<Proof> evidence(View view) {
    return evidence(sql, view.rumourId());
  }

  static List<Proof> evidence(Sql sql, UUID rumour) {
    return sql.list(
        """
        select kind, organisation, competent, stance, quote, url, dated from rumour_evidence
        where rumour_id = ? and withdrawn_at is null order by added_at, id
        """,
        row ->
            new Proof(
                row.text(1),
                row.text(2),
                row.flag(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.dateOrNull(7)),
        rumour);
  }

  /** Writers and those who decided already. */
  static List<UUID> barred(Version version) {
    return Stream.of(version.writers(), version.reviewers())
        .flatMap(ids -> Arrays.stream(ids.split(" ")))
        .filter(id -> !id.isEmpty())
        .map(UUID::fromString)
        .toList();
  }
}
