/** What counts now on the board of a duty room, contributed by the modules. */
@NullMarked
package firstline.persistence.situation;

import org.jspecify.annotations.NullMarked;
