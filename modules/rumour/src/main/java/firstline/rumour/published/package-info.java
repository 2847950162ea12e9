/** What the public sees: list, page, ClaimReview, feed. */
@NullMarked
package firstline.rumour.published;

import org.jspecify.annotations.NullMarked;
