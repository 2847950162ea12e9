/**
 * Answers to posts that carried an idempotency key: the same key with the same request gets the
 * same answer for a day, and the work is done once.
 */
@NullMarked
package firstline.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
