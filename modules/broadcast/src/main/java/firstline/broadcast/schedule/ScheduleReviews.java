package firstline.broadcast.schedule;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.persistence.review.Review;
import firstline.persistence.review.Reviews;
import firstline.persistence.right.Allows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The reviews of a schedule that the officer sees. */
@ApplicationScoped
public class ScheduleReviews {
  @Inject private Reviews reviews;

  /** Every review of it, the oldest first. */
  @Allows(right = READ, reads = true)
  public List<Review> of(UUID schedule) {
    return reviews.history(Schedule.subject(), schedule);
  }
}
