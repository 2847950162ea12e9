/** Who did what, when, with what outcome: insert-only, chained by hashes, anchored outside. */
@NullMarked
package firstline.persistence.audit;

import org.jspecify.annotations.NullMarked;
