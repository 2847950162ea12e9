/** The one clock, and facts that are written once. */
@NullMarked
package firstline.persistence.time;

import org.jspecify.annotations.NullMarked;
