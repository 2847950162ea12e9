/** Limits how often something may be tried: token buckets that every node shares. */
@NullMarked
package firstline.persistence.throttle;

import org.jspecify.annotations.NullMarked;
