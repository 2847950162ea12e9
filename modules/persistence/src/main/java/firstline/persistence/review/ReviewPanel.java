package firstline.persistence.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A review as the component {@code fl:review} shows it, whatever is reviewed.
 *
 * @param wording which wording this is, in words
 * @param approver empty before the approval
 * @param hash SHA-256 of what would go out, in hex
 * @param returnedWhy the last reviewer's reason; null if it was not given back
 * @param changes since the reviewer's last look, or since what is public
 * @param own true while it waits for a review that the officer at the desk may not give, having
 *     written it
 */
public record ReviewPanel(
    String wording,
    String writers,
    Instant writtenAt,
    @Nullable Instant submittedAt,
    String approver,
    @Nullable Instant approvedAt,
    String hash,
    @Nullable String returnedWhy,
    List<Change> changes,
    boolean own) {

  /** A field that changed; its name in words. */
  public record Change(String field, List<Difference.Piece> pieces) {}
}
