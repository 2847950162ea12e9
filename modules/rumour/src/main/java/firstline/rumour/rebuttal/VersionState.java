package firstline.rumour.rebuttal;

import java.util.EnumSet;
import java.util.Set;

/**
 * Life of one version. Words: {@code rumour.state.<name>}.
 *
 * <p>DRAFT → REVIEW_1 → REVIEW_2 → REVIEW_3 → APPROVED → PUBLISHED → SUPERSEDED or WITHDRAWN; from
 * each review and from APPROVED it may be RETURNED, from APPROVED and PUBLISHED it may be REVOKED.
 */
public enum VersionState {
  DRAFT,
  /** Waits for the first reviewer. */
  REVIEW_1,
  REVIEW_2,
  REVIEW_3,
  RETURNED,
  /** May be published; in the emergency lane the last review may still be due. */
  APPROVED,
  PUBLISHED,
  SUPERSEDED,
  WITHDRAWN,
  /** Taken back before any channel had carried it; whatever follows is another version. */
  REVOKED;

  /** Those in which somebody is to review. */
  public static final Set<VersionState> IN_REVIEW = EnumSet.of(REVIEW_1, REVIEW_2, REVIEW_3);

  /** The state in which the review with this number is waited for, counted from 1. */
  static VersionState review(int number) {
    return valueOf("REVIEW_" + number);
  }

  public boolean inReview() {
    return IN_REVIEW.contains(this);
  }

  /** True while its text may still change. */
  public boolean open() {
    return this == DRAFT || inReview() || this == RETURNED || this == APPROVED;
  }
}
