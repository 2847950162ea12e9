/** Waiting on conditions, never for a length of time. */
@NullMarked
package firstline.testkit.wait;

import org.jspecify.annotations.NullMarked;
