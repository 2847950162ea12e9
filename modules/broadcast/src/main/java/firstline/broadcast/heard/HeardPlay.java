package firstline.broadcast.heard;

import firstline.broadcast.proof.ProofQueries;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A play and what one speaker did with it.
 *
 * @param slot milliseconds from the start within which it may sound
 * @param plan PLANNED, OVER_BUDGET or WITHDRAWN: those two were not to be played
 * @param end as {@link firstline.broadcast.proof.Identity.Part}; LATER before its start, RUNNING as
 *     long as it may still begin or end
 * @param started when the sound began; null if nothing tells so
 * @param heard milliseconds
 * @param seenAt when the speaker was heard of last, for whatever; null for never
 */
public record HeardPlay(
    UUID speaker,
    String serial,
    String place,
    long play,
    Instant start,
    long slot,
    String title,
    String kind,
    String plan,
    String end,
    @Nullable Instant started,
    @Nullable Instant ended,
    long heard,
    String reason,
    @Nullable Instant received,
    @Nullable Instant seenAt) {
  /** How it is shown: its end, or why it was not to be played. */
  public String outcome() {
    return plan.equals("PLANNED") ? end : plan;
  }

  public long seconds() {
    return heard / 1_000;
  }

  /** Key of the words for why; empty if there is nothing to say. */
  public String why() {
    return switch (outcome()) {
      case "OVER_BUDGET", "WITHDRAWN", "UNKNOWN" -> "broadcast.why." + outcome();
      default -> ProofQueries.isKnown(reason) ? "broadcast.reason." + reason : "";
    };
  }

  /** True if the speaker was heard of after the play might have sounded, and yet told no end. */
  public boolean isSilentAbout() {
    return outcome().equals("UNKNOWN") && seenAt != null && seenAt.isAfter(start.plusMillis(slot));
  }
}
