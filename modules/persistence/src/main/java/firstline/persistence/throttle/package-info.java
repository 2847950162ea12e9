/** Slows down who asks too often: one token bucket a key, the same on every node. */
@NullMarked
package firstline.persistence.throttle;

import org.jspecify.annotations.NullMarked;
